import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { listAt } from '#web/http/list-state.ts';
import { periodShape } from '../period.ts';
import { type Collection, feePaths, METHOD_LABELS } from '../schema.ts';

export const PAGE_SIZE = 50;

/** What the address of the list says; anything wrong falls back to the default. */
export const receiptsQuery = z.object({
  ...periodShape,
  unit: z.coerce.number().int().positive().nullable().catch(null),
  method: z.enum(['', ...codesOf(METHOD_LABELS)]).catch(''),
  voided: z.enum(['', 'yes', 'no']).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ReceiptsQuery = z.infer<typeof receiptsQuery>;

export const receiptsList = listAt(feePaths.receipts, receiptsQuery.parse({}));

/** A collection with its dossier, for lists. */
export type ReceiptRow = Collection & {
  readonly dossierNumber: string;
  readonly title: string;
  readonly total: number;
  /** Sum of all that were not voided. */
  readonly sum: number;
};
