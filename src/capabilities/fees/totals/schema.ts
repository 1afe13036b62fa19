import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { listAt } from '#web/http/list-state.ts';
import { periodShape } from '../period.ts';
import { feePaths } from '../schema.ts';

/** What the sums are parted by. */
export type TotalsBy = 'unit' | 'officer' | 'procedure' | 'day';

export const BY_LABELS = {
  unit: 'Theo đơn vị',
  officer: 'Theo người thu',
  procedure: 'Theo thủ tục',
  day: 'Theo ngày',
} as const satisfies Labels<TotalsBy>;

/** What one line of the sums is. */
export const KEY_LABELS = {
  unit: 'Đơn vị',
  officer: 'Người thu',
  procedure: 'Thủ tục',
  day: 'Ngày',
} as const satisfies Labels<TotalsBy>;

/** What the address of the sums says; anything wrong falls back to the default. */
export const totalsQuery = z.object({
  ...periodShape,
  by: z.enum(codesOf(BY_LABELS)).catch('unit'),
  unit: z.coerce.number().int().positive().nullable().catch(null),
});
export type TotalsQuery = z.infer<typeof totalsQuery>;

export const totalsList = listAt(feePaths.totals, totalsQuery.parse({}));

export type TotalsRow = {
  /** Unit, officer, procedure or day; the label says which. */
  readonly key: string;
  readonly label: string;
  readonly receipts: number;
  readonly cash: number;
  readonly transferred: number;
  readonly treasury: number;
  readonly refunded: number;
  readonly exempted: number;
};
