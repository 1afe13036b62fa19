/** Points for each criterion with data, two decimals; null where nothing is known. */
export function averageOf(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round((sum / count) * 100) / 100;
}
