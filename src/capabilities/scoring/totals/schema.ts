import { z } from 'zod';
import { listAt } from '#web/http/list-state.ts';
import { codesOf, type Labels } from '#kernel/labels.ts';

export const BY_LABELS = {
  unit: 'Theo đơn vị',
  officer: 'Theo cán bộ',
  dossier: 'Từng hồ sơ',
} as const satisfies Labels<string>;
export type By = keyof typeof BY_LABELS;

const date = z.iso.date().or(z.literal('')).catch('');

/** What the address of the totals says; anything wrong falls back to this year, by unit. */
export const totalsQuery = z.object({
  by: z.enum(codesOf(BY_LABELS)).catch('unit'),
  unit: z.coerce.number().int().positive().nullable().catch(null),
  from: date,
  to: date,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type TotalsQuery = z.infer<typeof totalsQuery>;

export const PAGE_SIZE = 50;
/** As many dossiers as one exported list holds. */
export const MOST_LINES = 20_000;

export const totalsList = listAt('/scores', totalsQuery.parse({}));

/** One unit, or one officer at a unit, over the period. */
export type TotalRow = {
  readonly unitId: number;
  readonly officerId: number | null;
  readonly officerName: string | null;
  readonly dossiers: number;
  /** Points of all criteria with data, and how many those are. */
  readonly total: number;
  readonly known: number;
  /** By the code of the criterion: how many dossiers have points for it, and their sum. */
  readonly criteria: Readonly<Record<string, { readonly count: number; readonly sum: number }>>;
};

export type DossierTotalRow = {
  readonly number: string;
  readonly title: string;
  readonly unitId: number;
  readonly returnedAt: Date;
  readonly total: number;
  readonly known: number;
  readonly points: Readonly<Record<string, number>>;
};
