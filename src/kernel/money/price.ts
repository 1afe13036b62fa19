/** What a quantity costs when the price falls, or rises, with the quantity: certified copies are the common case. */

/** From the `from`-th unit on each unit costs so much. */
export type Tier = { readonly from: number; readonly amountVnd: number };

/** A price in tiers, the first from 1 on; `maximumVnd` is the most that one set costs. */
export type Price = { readonly tiers: readonly Tier[]; readonly maximumVnd: number | null };

/** So many units (pages) in each of so many sets (copies). */
export type Count = { readonly units: number; readonly sets: number };

/** Units of one set that cost the same. */
export type PricedPart = { readonly units: number; readonly amountVnd: number };

/** One count with its price: `amount` in đồng for all its sets; `isCapped` when the maximum of a set was reached. */
export type PricedCount = Count & {
  readonly parts: readonly PricedPart[];
  readonly amount: number;
  readonly isCapped: boolean;
};

/** A price that is the same for every unit. */
export function flatPrice(amountVnd: number): Price {
  return { tiers: [{ from: 1, amountVnd }], maximumVnd: null };
}

/** What each count costs. Whole đồng; units and sets are whole and positive. */
export function priceCounts(price: Price, counts: readonly Count[]): readonly PricedCount[] {
  return counts.map((count) => priceCount(price, count));
}

/** The sum of what was priced, in đồng. */
export function sumOf(priced: readonly PricedCount[]): number {
  return priced.reduce((sum, { amount }) => sum + amount, 0);
}

function priceCount({ tiers, maximumVnd }: Price, { units, sets }: Count): PricedCount {
  const parts = tiers.flatMap(({ from, amountVnd }, index): readonly PricedPart[] => {
    const end = tiers[index + 1]?.from ?? Infinity;
    const inTier = Math.min(units, end - 1) - (from - 1);
    return inTier > 0 ? [{ units: inTier, amountVnd }] : [];
  });
  const full = parts.reduce((sum, part) => sum + part.units * part.amountVnd, 0);
  const isCapped = maximumVnd !== null && full > maximumVnd;
  return { units, sets, parts, isCapped, amount: (isCapped ? maximumVnd : full) * sets };
}

const COUNT = /^(\d{1,3})(?:x(\d{1,3}))?$/;

/**
 * What a person types for a quantity: `5`, `5x3` (three copies of five pages), `5x3+2` (and one of two pages). Null when
 * it is none; nothing is zero.
 */
export function parseCounts(text: string): readonly Count[] | null {
  const counts = text
    .replaceAll(/\s/g, '')
    .toLowerCase()
    .replaceAll(/[×*]/g, 'x')
    .split('+')
    .map((part): Count | null => {
      const match = COUNT.exec(part);
      if (!match) return null;
      const [units, sets] = [Number(match[1]), Number(match[2] ?? 1)];
      return units > 0 && sets > 0 ? { units, sets } : null;
    });
  return counts.every((count) => count !== null) ? counts : null;
}
