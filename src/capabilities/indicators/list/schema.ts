import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { REFORM_AREA_LABELS } from '#foundation/figures/schema.ts';
import { listAt } from '#web/http/list-state.ts';
import { indicatorPaths } from '../schema.ts';

/** Which indicators the list shows by how their figures come about. */
export const ORIGIN_FILTERS = {
  computed: 'Tính từ dữ liệu',
  observed: 'Nhập từ nguồn',
  retired: 'Không còn dùng',
} as const satisfies Labels<string>;

/** What the address of the catalogue says; anything wrong is the same as not said. */
export const catalogueQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  area: z.enum(['', ...codesOf(REFORM_AREA_LABELS)]).catch(''),
  origin: z.enum(['', ...codesOf(ORIGIN_FILTERS)]).catch(''),
  unit: z.coerce.number().int().positive().nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CatalogueQuery = z.infer<typeof catalogueQuery>;

export const PAGE_SIZE = 50;

export const catalogueList = listAt(indicatorPaths.list, catalogueQuery.parse({}));
