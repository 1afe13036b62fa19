/** Alphabetical order of Vietnamese text, of people's names, and of the points of a legal document. */
import { repairText } from './fold.ts';

/** Letters a ă â b c d đ e ê …; words that differ only by tone: ngang, huyền, hỏi, ngã, sắc, nặng. */
const collator = new Intl.Collator('vi', { numeric: true });

/** The parts of a Vietnamese name: họ, chữ đệm, tên. A name of one word is a given name. */
export type NameKeys = { readonly family: string; readonly middle: string; readonly given: string };

/**
 * The letters that number the points (điểm) of a clause, in order: no f, j, w, z, and none with a breve, circumflex
 * or horn (Decree 30/2020/NĐ-CP, annex I, part I, section II, item 6: points follow the Vietnamese alphabet).
 */
export const legalLetters: readonly string[] = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ');

/** Order of two texts, for `sort`. Numbers inside count as numbers: `Thôn 2` stands before `Thôn 10`. */
export function compareText(first: string, second: string): number {
  return collator.compare(first, second) || byCode(first, second);
}

/** The keys under which a full name is sorted. The given name is the last word, as in every Vietnamese list. */
export function nameKeys(fullName: string): NameKeys {
  const words = repairText(fullName).trim().split(/\s+/);
  const given = words.at(-1) ?? '';
  return { family: words.length > 1 ? (words[0] ?? '') : '', middle: words.slice(1, -1).join(' '), given };
}

/** Order of two full names, for `sort`: by given name, then family name, then middle name. */
export function compareNames(first: string, second: string): number {
  const left = nameKeys(first);
  const right = nameKeys(second);
  return (
    collator.compare(left.given, right.given) ||
    collator.compare(left.family, right.family) ||
    collator.compare(left.middle, right.middle) ||
    byCode(first, second)
  );
}

/** Texts that read the same but are not (another case of a letter, another code point) still get one order. */
function byCode(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
