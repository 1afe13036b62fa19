/**
 * Comparing Vietnamese text that was typed, scanned or copied in different ways. Unicode alone does not help: `đ` has
 * no decomposition, tones may stand on either vowel (hòa, hoà), and PDF files bring letters that are not Vietnamese.
 */

/** Soft hyphen, zero-width characters and byte order mark: invisible, and left over from copying. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
/** Huyền, sắc, ngã, hỏi, nặng as combining marks; breve, circumflex and horn are parts of letters. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * The text as it was meant, in NFC: many PDF producers write ư as U+01A3 and Ư as U+01A2, letters that no
 * Vietnamese word has, alone or under a combining tone.
 */
export function repairText(text: string): string {
  return text.replaceAll('\u01A3', 'ư').replaceAll('\u01A2', 'Ư').normalize('NFC');
}

/**
 * The text for search and for comparison without accents: lower case, no marks, đ and ð as d, single spaces.
 * Folding twice changes nothing.
 */
export function fold(text: string): string {
  const bare = clean(text).normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[đðɖ]/g, 'd').replace(/\s+/g, ' ').trim();
}

/**
 * The text for comparison with accents: lower case, each tone moved behind its word, so that `hòa` and `hoà`,
 * `thủy` and `thuỷ` are equal and `hòa` and `hoa` are not. For comparing, not for showing.
 */
export function accentKey(text: string): string {
  return clean(text)
    .replace(/ð/g, 'đ')
    .normalize('NFD')
    .replace(/[\p{L}\p{M}]+/gu, (word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A folded word and how else it may be spelt: `ly` and `li`, `quy` and `qui`. After a vowel, y and i are different
 * sounds (hay, hai; thuy, thui) and stay apart. Meant for words of a query, not for what is stored.
 */
export function foldVariants(foldedWord: string): readonly string[] {
  const [, onset, vowel] = /^([hklmst]|qu|)([iy])$/.exec(foldedWord) ?? [];
  if (onset === undefined) return [foldedWord];
  return [foldedWord, `${onset}${vowel === 'i' ? 'y' : 'i'}`];
}

function clean(text: string): string {
  return repairText(text).replace(INVISIBLE, '').toLowerCase();
}
