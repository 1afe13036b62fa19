import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { listAt } from '#web/http/list-state.ts';
import { feePaths, type Origin, PAYMENT_STATE_LABELS, type PaymentStateCode } from '../schema.ts';

export const PAGE_SIZE = 50;

/** What the address of the list says; anything wrong falls back to the default. */
export const paymentsQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  state: z.enum(['all', ...codesOf(PAYMENT_STATE_LABELS)]).catch('open'),
  unit: z.coerce.number().int().positive().nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type PaymentsQuery = z.infer<typeof paymentsQuery>;

export const paymentsList = listAt(feePaths.list, paymentsQuery.parse({}));

export type PaymentRow = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly applicantName: string;
  readonly unitId: number;
  readonly origin: Origin;
  readonly state: PaymentStateCode;
  readonly amount: number;
  readonly askedAt: Date;
  readonly total: number;
};
