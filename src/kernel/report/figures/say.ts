/** How findings speak of figures. */
import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { Place } from '../schema.ts';
import type { Figure } from './figure.ts';

/** `1.200 hồ sơ`, `98,4%`. */
export function amountWords({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (unit === '%') return `${formatNumber(value)}%`;
  return unit === '' ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}

/** The place from a figure to the last of others in the same passage, whichever comes first. */
export function spanOf(first: Figure, others: readonly Figure[]): Place {
  const all = [first, ...others.filter(({ passage }) => passage === first.passage)];
  return {
    passage: first.passage,
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ unitEnd }) => unitEnd)),
  };
}
