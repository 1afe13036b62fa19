import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';

/** Kinds of periods that a line is drawn of. */
export const SERIES_LABELS = {
  month: 'Theo tháng',
  quarter: 'Theo quý',
  'half-year': 'Theo 6 tháng',
  year: 'Theo năm',
  instant: 'Theo thời điểm',
} as const satisfies Labels<string>;

/** What the address of an indicator says; anything wrong is the same as not said. */
export const figureQuery = z.object({
  unit: z.coerce.number().int().positive().nullable().catch(null),
  /** As it was typed: read by `typedPeriod`. */
  period: z.string().trim().max(60).catch(''),
  part: z.string().max(200).catch(''),
  series: z.enum(['', ...codesOf(SERIES_LABELS)]).catch(''),
  by: z.string().max(30).catch(''),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
export type FigureQuery = z.infer<typeof figureQuery>;

/** As many records as one page shows. */
export const PAGE_SIZE = 25;
