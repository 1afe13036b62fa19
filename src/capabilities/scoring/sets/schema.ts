import { z } from 'zod';
import { bands, criteria, type ScoringSet } from '../schema.ts';

export type StoredScoringSet = ScoringSet & { readonly id: number; readonly sequence: number };

/** `id` null: a new set. `criteria` keep codes and measures of the set they came from, which the verb puts back. */
export const scoringSetInput = z.object({
  id: z.number().int().positive().nullable(),
  sequence: z.coerce.number().int().nonnegative(),
  /** The set whose criteria these are. */
  from: z.coerce.number().int().positive(),
  legalBasis: z
    .string()
    .trim()
    .min(5, 'Hãy ghi căn cứ pháp lý.')
    .max(200, 'Căn cứ pháp lý dài nhất 200 ký tự.'),
  validFrom: z.iso.date({ error: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 1/7/2025.' }),
  criteria,
  bands,
});
export type ScoringSetInput = z.infer<typeof scoringSetInput>;

export const scoringSetPaths = {
  list: '/scoring-sets',
  new: '/scoring-sets/new',
  edit: (id: number | string): string => `/scoring-sets/${id}/edit`,
} as const;
