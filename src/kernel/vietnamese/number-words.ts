/** Whole numbers in Vietnamese words, both ways: `hai mươi mốt`, `một trăm linh năm`, `ba nghìn không trăm linh hai`. */

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

/** What a digit may be called, the changed names behind tens among them, in any spelling. */
const DIGIT_WORDS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(DIGITS.map((word, digit) => [word, digit])),
  mốt: 1,
  tư: 4,
  lăm: 5,
  nhăm: 5,
  bẩy: 7,
};

/** Largest first: what is said before a unit is counted in it. */
const SCALES = [
  { words: ['tỷ', 'tỉ'], value: 1_000_000_000 },
  { words: ['triệu'], value: 1_000_000 },
  { words: ['nghìn', 'ngàn'], value: 1000 },
] as const;

const ZERO_TENS = new Set(['linh', 'lẻ']);

/** Every word a number can be written with; for finding such words in a text. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(DIGIT_WORDS),
  ...SCALES.flatMap(({ words }) => words),
  ...ZERO_TENS,
  'trăm',
  'mươi',
  'mười',
]);

/** A whole number that is not negative in words. Vietnamese counts in thousands up to the billion (tỷ), then counts billions. */
export function integerInWords(value: number): string {
  if (value === 0) return DIGITS[0];
  const billions = Math.floor(value / 1_000_000_000);
  const groups = [
    [Math.floor(value / 1_000_000) % 1000, ' triệu'],
    [Math.floor(value / 1000) % 1000, ' nghìn'],
    [value % 1000, ''],
  ] as const;
  const words: string[] = billions > 0 ? [`${integerInWords(billions)} tỷ`] : [];
  for (const [group, unit] of groups) {
    if (group > 0) words.push(`${groupInWords(group, words.length > 0)}${unit}`);
  }
  return words.join(' ');
}

/** The number that words say, or null when they say none: `mười hai` is 12, `hai mươi mười` nothing. */
export function integerOfWords(text: string): number | null {
  const words = text.normalize('NFC').toLowerCase().trim().split(/\s+/);
  return words.length > 40 ? null : numberOf(words, 0);
}

function numberOf(words: readonly string[], scale: number): number | null {
  const unit = SCALES[scale];
  if (!unit) return groupOf(words);
  const at = words.findLastIndex((word) => unit.words.some((one) => one === word));
  if (at === -1) return numberOf(words, scale + 1);
  // Billions are counted like anything else (một nghìn tỷ), the smaller ones only up to 999.
  const counted = scale === 0 ? numberOf(words.slice(0, at), 0) : groupOf(words.slice(0, at));
  const rest = at === words.length - 1 ? 0 : numberOf(words.slice(at + 1), scale + 1);
  return counted === null || rest === null || counted === 0 ? null : counted * unit.value + rest;
}

/** Three digits at most: `hai trăm linh năm`, `không trăm mười`, `linh hai`, `mười lăm`. */
function groupOf(words: readonly string[]): number | null {
  const [first = '', second, ...rest] = words;
  if (second !== 'trăm') return tensOf(words);
  const hundreds = plainDigit(first);
  if (hundreds === null) return null;
  const tens = rest.length === 0 ? 0 : tensOf(rest);
  const isShort = rest.length === 1 && rest[0] !== 'mười';
  return tens === null || isShort ? null : hundreds * 100 + tens;
}

function tensOf(words: readonly string[]): number | null {
  const [first = '', second, third, ...more] = words;
  if (more.length > 0) return null;
  if (second === 'mươi') {
    const tens = plainDigit(first);
    const ones = third === undefined ? 0 : (DIGIT_WORDS[third] ?? null);
    return tens === null || tens < 2 || ones === null ? null : tens * 10 + ones;
  }
  if (third !== undefined) return null;
  if (first === 'mười') return second === undefined ? 10 : after(10, second);
  if (ZERO_TENS.has(first)) return second === undefined ? null : after(0, second);
  return second === undefined ? plainDigit(first) : null;
}

function after(tens: number, word: string): number | null {
  const ones = DIGIT_WORDS[word];
  return ones === undefined || ones === 0 ? null : tens + ones;
}

function plainDigit(word: string): number | null {
  if (word === 'bẩy') return 7;
  const digit = DIGITS.findIndex((one) => one === word);
  return digit === -1 ? null : digit;
}

/** Three digits; a group that follows another says its missing hundreds: `không trăm linh năm`. */
function groupInWords(group: number, follows: boolean): string {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor(group / 10) % 10;
  const ones = group % 10;
  const saysHundreds = hundreds > 0 || follows;
  const words = saysHundreds ? [`${digit(hundreds)} trăm`] : [];
  if (tens === 1) words.push('mười');
  else if (tens > 1) words.push(`${digit(tens)} mươi`);
  else if (ones > 0 && saysHundreds) words.push('linh');
  if (ones > 0) words.push(lastDigit(ones, tens));
  return words.join(' ');
}

/** The last digit changes its name after the tens: hai mươi mốt, hai mươi tư, mười lăm. */
function lastDigit(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 4 && tens > 1) return 'tư';
  if (ones === 5 && tens > 0) return 'lăm';
  return digit(ones);
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
