import type { LocalDate } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';

/**
 * What kind of paper it is, so that the paper one procedure asks for is found under the words of another: its name
 * without diacritics, signs, and what only says how many or of which kind is wanted.
 */
export function paperClassOf(name: string): string {
  return fold(name)
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/\b(?:ban (?:chinh|sao(?: co chung thuc)?|goc|chup)|mot ban|01 ban)\b/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Whether a paper may still be handed in from the store: nobody is asked again for what is still true, and nothing that has run out is taken. */
export function isTrueOn(item: { readonly validTo: LocalDate | null }, today: LocalDate): boolean {
  return item.validTo === null || item.validTo >= today;
}

/** Papers of the store that fit a paper a procedure asks for, and are still true. */
export function fitting<Item extends { readonly name: string; readonly validTo: LocalDate | null }>(
  items: readonly Item[],
  asked: { readonly name: string; readonly today: LocalDate },
): readonly Item[] {
  const wanted = paperClassOf(asked.name);
  return items.filter((item) => paperClassOf(item.name) === wanted && isTrueOn(item, asked.today));
}
