/**
 * Words typed with the input method switched off: the keys of Telex (`ddang`, `sinhf`, `thuwcj`) and VNI (`chu1ng`,
 * `d9ang`) are still in them. Only the folded reading is needed.
 */

/** How a Vietnamese word may begin, up to its vowel; q only before u. */
const ONSET = /^(?:[bcdghklmnprstvx]?|dd|[cgknpt]h|ngh?|tr|q(?=u))(?=[aeiouyw])/;

/** The folded word that the keys meant, or null when there is no sign of an input method in them. */
export function withoutKeys(foldedWord: string): string | null {
  const read = /\d/.test(foldedWord) ? withoutVni(foldedWord) : withoutTelex(foldedWord);
  return read === foldedWord || read === '' ? null : read;
}

/** VNI types tones and marks as digits 1–9 behind a letter, and takes them back with 0. Numbers and codes do not start with letters. */
function withoutVni(word: string): string {
  return /^[a-z][a-z0-9]*$/.test(word) ? word.replace(/\d/g, '') : word;
}

/**
 * Telex doubles letters (dd, aa, ee, oo), adds w for horn and breve and s f r x j z for tones. Vietnamese has none of
 * these letters behind a vowel, so they can go.
 */
function withoutTelex(word: string): string {
  const [, onset, rest] = /^([^aeiouyw]*)(.*)$/.exec(word) ?? [];
  if (onset === undefined || rest === undefined || rest === '' || !ONSET.test(word)) return word;
  const doubledD = word.startsWith('d') && rest.endsWith('d') ? rest.slice(0, -1) : rest;
  const vowels = doubledD
    .replace(/^w/, 'u')
    .replace(/[sfrxjzw]/g, '')
    .replace(/([aeo])\1/g, '$1')
    .replace(/([aeo])([a-z]+)\1$/, '$1$2');
  return onset.replace(/^dd/, 'd') + vowels;
}
