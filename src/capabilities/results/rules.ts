import { fold } from '#kernel/vietnamese/fold.ts';
import type { Result, ResultKind } from './schema.ts';

/** Words of a title that say what kind of document it is; the first that fits counts. */
const KIND_WORDS: readonly (readonly [RegExp, ResultKind])[] = [
  [/giay phep|chung chi hanh nghe/, 'licence'],
  [/trich luc|ban sao/, 'extract'],
  [/giay chung nhan|giay khai sinh|giay chung tu/, 'certificate'],
  [/xac nhan/, 'confirmation'],
  [/quyet dinh/, 'decision'],
];

/** What kind of document a result is, by its title; whoever keeps the register can say otherwise. */
export function kindOf({
  title,
  outcome,
}: {
  readonly title: string;
  readonly outcome: 'granted' | 'declined';
}): ResultKind {
  if (outcome === 'declined') return 'refusal';
  const words = fold(title);
  return KIND_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}

/** Letters and digits that cannot be taken for one another when read from paper. */
export const CODE_ALPHABET = 'ACDEFGHJKLMNPQRTUVWXY346789';
/** 27^12 codes: guessing one of a million within a year of tries is hopeless. */
export const CODE_LENGTH = 12;

/** What somebody typed as the code it may be: spaces, hyphens and small letters are no difference. */
export function codeIn(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase();
}

export function searchTextOf(
  result: Pick<Result, 'title' | 'documentNumber' | 'holder'> & { readonly dossierNumber: string },
): string {
  return fold([result.documentNumber, result.title, result.holder, result.dossierNumber].join(' '));
}
