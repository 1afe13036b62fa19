import type { TotalsRow } from './schema.ts';

export type Sums = {
  readonly receipts: number;
  readonly collected: number;
  readonly refunded: number;
  readonly exempted: number;
};

/** What came in by receipts; money of the Treasury is not the office's. */
export function collectedOf({ cash, transferred }: TotalsRow): number {
  return cash + transferred;
}

export function sumsOf(rows: readonly TotalsRow[]): Sums {
  const sum = (part: (row: TotalsRow) => number): number => rows.reduce((total, row) => total + part(row), 0);
  return {
    receipts: sum(({ receipts }) => receipts),
    collected: sum(collectedOf),
    refunded: sum(({ refunded }) => refunded),
    exempted: sum(({ exempted }) => exempted),
  };
}
