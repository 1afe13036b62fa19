/**
 * How the corpus writes numbers and dates. On purpose not made of what the checker reads with: a mistake that both
 * shared would never be seen.
 */
import type { LocalDate } from '#kernel/local-date.ts';
import type { Random } from './random.fixture.ts';

/** Habits of one writer, which stay the same through a report. */
export type Hand = {
  /** `05` for 5. */
  readonly hasZeros: boolean;
  /** Puts small numbers in words behind the digits: `12 (mười hai)`. */
  readonly hasWords: boolean;
  readonly dates: 'slashes' | 'padded' | 'words';
  readonly decimals: 1 | 2;
  /** `ủy` or `uỷ`. */
  readonly spelling: 'ủy' | 'uỷ';
};

export function handOf(random: Random): Hand {
  return {
    hasZeros: random.chance(0.4),
    hasWords: random.chance(0.2),
    dates: random.pick(['slashes', 'slashes', 'padded', 'words'] as const),
    decimals: random.chance(0.6) ? 1 : 2,
    spelling: random.chance(0.85) ? 'ủy' : 'uỷ',
  };
}

/** `1.234`, `07`. */
export function count(value: number, hand: Hand): string {
  if (value < 10 && hand.hasZeros) return `0${value}`;
  return grouped(value);
}

export function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.');
}

/** A count with its words in brackets when the writer does so: `12 (mười hai)`. */
export function countInWords(value: number, hand: Hand): string {
  return `${count(value, hand)} (${inWords(value)})`;
}

/** `98,4`, `100`, `12,35`; zeros at the end are left out. */
export function decimal(value: number, places: number): string {
  const [whole = '0', rest = ''] = value.toFixed(places).split('.');
  const end = rest.replace(/0+$/, '');
  return end === '' ? grouped(Number(whole)) : `${grouped(Number(whole))},${end}`;
}

export function percent(share: number, hand: Hand): string {
  return `${decimal(share * 100, hand.decimals)}%`;
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A whole number below a million in words. */
export function inWords(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  if (value < 100) {
    const [tens, ones] = [Math.floor(value / 10), value % 10];
    if (tens === 1) return ['mười', ones === 5 ? 'lăm' : ones === 0 ? '' : DIGITS[ones]].join(' ').trim();
    const last = ones === 0 ? '' : ones === 1 ? 'mốt' : ones === 5 ? 'lăm' : DIGITS[ones];
    return `${DIGITS[tens]} mươi ${last}`.trim();
  }
  if (value < 1000) {
    const [hundreds, rest] = [Math.floor(value / 100), value % 100];
    const tail = rest === 0 ? '' : rest < 10 ? `linh ${inWords(rest)}` : inWords(rest);
    return `${DIGITS[hundreds]} trăm ${tail}`.trim();
  }
  const [thousands, rest] = [Math.floor(value / 1000), value % 1000];
  const tail =
    rest === 0 ? '' : rest < 100 ? `không trăm ${rest < 10 ? 'linh ' : ''}${inWords(rest)}` : inWords(rest);
  return `${inWords(thousands)} nghìn ${tail}`.trim();
}

/** A day without the word `ngày`. */
export function day(date: LocalDate, hand: Hand): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return dayOf({ year: year ?? 0, month: month ?? 0, day: dayOfMonth ?? 0 }, hand);
}

/** The same of parts that need not be a day. */
export function dayOf(
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  hand: Hand,
): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  switch (hand.dates) {
    case 'slashes':
      return `${day}/${month}/${year}`;
    case 'padded':
      return `${two(day)}/${month < 3 ? two(month) : month}/${year}`;
    case 'words':
      return `${two(day)} tháng ${month < 3 ? two(month) : month} năm ${year}`;
  }
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
