/** Numbers as they are written in a text, before anything is known of what they count. */

/** How a number is written wrongly: groups that are not of three digits, or a point for the decimal comma. */
export type NumberFault = 'grouping' | 'decimal-point' | 'comma-grouping';

export type WrittenNumber = {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly value: number;
  /** The worth of its last digit: 1 for whole numbers, 0.1 for `98,4`. */
  readonly grain: number;
  readonly fault: NumberFault | null;
  /** How it ought to be written; empty when it is right or when that is not known. */
  readonly right: string;
};

const NUMBER = /\d(?:[\d.,]*\d)?/g;
/** Long rows of digits are codes, and more than this many are no figure of a report. */
const MOST_CHARACTERS = 24;

/** Every number of a text in order. Digits, dots and commas that belong together are one. */
export function numbersIn(text: string): readonly WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (const { 0: written, index } of text.matchAll(NUMBER)) {
    const read = written.length > MOST_CHARACTERS ? null : readNumber(written);
    if (read) found.push({ start: index, end: index + written.length, written, ...read });
  }
  return found;
}

type Read = Pick<WrittenNumber, 'value' | 'grain' | 'fault' | 'right'>;

/** A number by the Vietnamese manner (1.234,5), with what is wrong with it; null when it is none, as `1.2.3`. */
export function readNumber(written: string): Read | null {
  if (/^\d+$/.test(written)) return sound(written, '');
  const [, whole, decimals] = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(written) ?? [];
  if (whole !== undefined) return sound(whole.replaceAll('.', ''), decimals ?? '');
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(written)) {
    return faulty(written.replaceAll(',', ''), 'comma-grouping', written.replaceAll(',', '.'));
  }
  const [, english, rest] = /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(written) ?? [];
  if (english !== undefined) {
    return faulty(
      `${english.replaceAll(',', '')}.${rest}`,
      'comma-grouping',
      `${english.replaceAll(',', '.')},${rest}`,
    );
  }
  const [, before = '', after] = /^(\d+)\.(\d{1,2})$/.exec(written) ?? [];
  if (after !== undefined) return faulty(`${before}.${after}`, 'decimal-point', `${before},${after}`);
  // Two numbers written together without a space ("2011,2012,2013") are a list, and "1.2.3" is numbering.
  const groups = written.split('.');
  const isGrouped = groups.length > 1 && groups.every((group) => /^\d+$/.test(group));
  const isNumbering = groups.every((group) => group.length <= 2);
  // With a digit too many or too few what is meant cannot be known; the digits are taken as they stand.
  return isGrouped && !isNumbering ? faulty(groups.join(''), 'grouping', '') : null;
}

function sound(whole: string, decimals: string): Read {
  const value = Number(decimals === '' ? whole : `${whole}.${decimals}`);
  return { value, grain: Number(`1e-${decimals.length}`), fault: null, right: '' };
}

function faulty(english: string, fault: NumberFault, right: string): Read {
  const decimals = english.split('.')[1]?.length ?? 0;
  return { value: Number(english), grain: Number(`1e-${decimals}`), fault, right };
}
