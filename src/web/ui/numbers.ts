const counts = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** A number as a Vietnamese reader writes it: dot for thousands, comma for decimals (`1.204`, `98,4`). */
export function formatNumber(value: number): string {
  return counts.format(value);
}
