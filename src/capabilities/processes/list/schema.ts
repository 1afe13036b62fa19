import { z } from 'zod';
import { listAt } from '#web/http/list-state.ts';
import { processPaths } from '../schema.ts';

const text = z.string().trim().max(200).catch('');

export const KIND_WORDS = {
  own: 'Có quy trình riêng',
  straight: 'Đi lần lượt các bước',
  draft: 'Có bản dự thảo',
} as const;

/** What the address of the list says; anything wrong falls back to the default. */
export const processListQuery = z.object({
  q: text,
  domain: text,
  kind: z.enum(['', 'own', 'straight', 'draft']).catch(''),
  sort: z.enum(['name', 'steps', 'running']).catch('name'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ProcessListQuery = z.infer<typeof processListQuery>;

export const PAGE_SIZE = 50;

export const processes = listAt(processPaths.list, processListQuery.parse({}));
