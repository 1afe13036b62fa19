import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { listAt } from '#web/http/list-state.ts';
import { LEVEL_LABELS, ONLINE_LEVEL_LABELS } from '../labels.ts';
import { type ProcedureContent, procedurePaths } from '../schema.ts';

export type Standing = 'in-force' | 'coming' | 'ended' | 'drafted';

/** How a procedure stands today, from its versions. */
export const STANDING_LABELS = {
  'in-force': 'Đang có hiệu lực',
  coming: 'Chưa đến ngày hiệu lực',
  ended: 'Hết hiệu lực',
  drafted: 'Mới có bản dự thảo',
} as const satisfies Labels<Standing>;

/** A procedure in the catalogue's list, by the version that matters most today. */
export type ProcedureRow = {
  readonly procedureId: number;
  readonly slug: string;
  readonly code: string | null;
  readonly content: ProcedureContent;
  readonly standing: Standing;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly drafts: number;
  /** Counters that take it today. */
  readonly offeredBy: number;
};

const text = z.string().trim().max(200).catch('');

/** What the address of the list says; anything wrong falls back to the default. */
export const procedureListQuery = z.object({
  q: text,
  domain: text,
  level: z.enum(['', ...codesOf(LEVEL_LABELS)]).catch(''),
  online: z.enum(['', ...codesOf(ONLINE_LEVEL_LABELS)]).catch(''),
  standing: z.enum(['', 'has-draft', ...codesOf(STANDING_LABELS)]).catch(''),
  sort: z.enum(['relevance', 'name', 'domain', 'code', 'offered']).catch('relevance'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ProcedureListQuery = z.infer<typeof procedureListQuery>;

export const PAGE_SIZE = 50;

export const catalogue = listAt(procedurePaths.list, procedureListQuery.parse({}));
