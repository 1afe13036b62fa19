import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { PricedCount } from './price.ts';

/**
 * How an amount came about, for the applicant to follow: `2 trang × 2.000đ + 3 trang × 1.000đ`, and for several copies
 * `3 × (2 trang × 2.000đ + 3 trang × 1.000đ)`.
 */
export function reckoningWords(priced: readonly PricedCount[], per: string): string {
  return priced.map((count) => countWords(count, per)).join(' + ');
}

function countWords({ sets, parts, isCapped, amount }: PricedCount, per: string): string {
  if (isCapped) {
    const most = `mức cao nhất ${formatNumber(amount / sets)}đ`;
    return sets > 1 ? `${formatNumber(sets)} × ${most}` : most;
  }
  const sum = parts.map((part) => `${formatNumber(part.units)} ${per} × ${formatNumber(part.amountVnd)}đ`);
  const words = sum.join(' + ');
  if (sets === 1) return words;
  return `${formatNumber(sets)} × ${sum.length > 1 ? `(${words})` : words}`;
}
