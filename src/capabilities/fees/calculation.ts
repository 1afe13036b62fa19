import type { Price } from '#kernel/money/price.ts';
import type { Fee } from '#capabilities/procedures/schema.ts';

/** The price of a fee of a procedure version; null when the version names no amount (the province decides it). */
export function priceOf({ amountVnd, laterFrom, laterVnd, maximumVnd }: Fee): Price | null {
  if (amountVnd === null) return null;
  const later =
    laterFrom === undefined || laterVnd === undefined ? [] : [{ from: laterFrom, amountVnd: laterVnd }];
  return { tiers: [{ from: 1, amountVnd }, ...later], maximumVnd: maximumVnd ?? null };
}
