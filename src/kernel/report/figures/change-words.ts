/** A change as reports say it, both ways: `tăng 23 đơn vị so với năm 2015`, `giảm 3 đơn vị (giảm 10,7%) so với năm 2015`. */
import { formatNumber, formatPercent, parseNumber } from '#kernel/vietnamese/format.ts';

export type ChangeSaid = {
  /** Above zero when it grew; null when only the share is said. */
  readonly by: number | null;
  /** Percentage of the earlier figure, with the sign of the change: -10.7. */
  readonly percent: number | null;
  readonly unit: string;
  /** What it is compared with: `năm 2015`; empty when nothing is said. */
  readonly base: string;
};

/**
 * The change from one figure to another in words. `unit` as it stands behind the number (`%` becomes percentage points);
 * `base` as it stands behind "so với", or empty. With `hasShare` the percentage of the earlier figure, where there is one.
 */
export function changeWords(change: {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  readonly base: string;
  readonly hasShare?: boolean;
}): string {
  const { from, to, base } = change;
  const against = base === '' ? '' : ` so với ${base}`;
  const by = difference(from, to);
  if (by === 0) return `không thay đổi${against}`;
  const verb = by > 0 ? 'tăng' : 'giảm';
  const unit = change.unit === '%' ? 'điểm phần trăm' : change.unit;
  const amount = `${verb} ${formatNumber(Math.abs(by))}${unit === '' ? '' : ` ${unit}`}`;
  const hasShare = change.hasShare === true && from > 0 && unit !== 'điểm phần trăm';
  const share = hasShare ? ` (${verb} ${formatPercent(Math.abs(by) / from)})` : '';
  return `${amount}${share}${against}`;
}

const SAID = /^(tăng|giảm) ([\d.,]+)(%| [^()]*?)??(?: \((?:tăng|giảm) ([\d.,]+)%\))?(?: so với (.+))?$/;

/** What words say of a change, or null when they say none. The inverse of `changeWords`. */
export function readChange(words: string): ChangeSaid | null {
  const text = words.trim().replace(/\s+/g, ' ');
  const [, same] = /^không thay đổi(?: so với (.+))?$/.exec(text) ?? [];
  if (text.startsWith('không thay đổi')) return { by: 0, percent: 0, unit: '', base: same ?? '' };
  const [whole, verb, digits = '', unit = '', share, base = ''] = SAID.exec(text) ?? [];
  const number = parseNumber(digits);
  if (whole === undefined || number === null) return null;
  const sign = verb === 'giảm' ? -1 : 1;
  const second = share === undefined ? null : parseNumber(share);
  if (unit === '%') return { by: null, percent: sign * number, unit: '', base };
  return { by: sign * number, percent: second === null ? null : sign * second, unit: unit.trim(), base };
}

/** The difference without what binary fractions add to it: 98.4 to 98.5 is 0.1. */
function difference(from: number, to: number): number {
  return Number((to - from).toPrecision(12));
}
