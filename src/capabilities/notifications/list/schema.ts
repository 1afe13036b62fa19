import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { listAt } from '#web/http/list-state.ts';
import {
  CHANNEL_LABELS,
  type Channel,
  DELIVERY_LABELS,
  type DeliveryState,
  noticePaths,
  TEMPLATE_LABELS,
} from '../schema.ts';

/** What somebody was told, as lists show it: the address as others may see it. */
export type NoticeRow = {
  readonly id: number;
  readonly template: string;
  readonly dossierNumber: string | null;
  readonly unitId: number | null;
  /** Null: the applicant. */
  readonly officerId: number | null;
  readonly officerName: string | null;
  readonly channel: Channel | null;
  readonly address: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly failure: string;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
};

/** One of them with its words. */
export type NoticeDetail = NoticeRow & { readonly subject: string; readonly body: string };

export const noticeQuery = z.object({
  q: z.string().trim().max(60).catch(''),
  state: z.enum(['', ...codesOf(DELIVERY_LABELS)]).catch(''),
  channel: z.enum(['', ...codesOf(CHANNEL_LABELS)]).catch(''),
  template: z.enum(['', ...codesOf(TEMPLATE_LABELS)]).catch(''),
  unit: z.coerce.number().int().positive().nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type NoticeQuery = z.output<typeof noticeQuery>;

export const noticeList = listAt(noticePaths.list, noticeQuery.parse({}));

export const PAGE_SIZE = 50;

const mail = /^[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+$/;

/** Where to send it again; empty: where it went before. */
export const resendInput = z.object({
  id: z.coerce.number().int().positive(),
  address: z
    .string()
    .trim()
    .max(200, 'Địa chỉ quá dài.')
    .refine(
      (text) => text === '' || mail.test(text) || /^\+?[\d\s.-]{9,15}$/.test(text),
      'Hãy ghi một địa chỉ thư, ví dụ ten@example.vn, hoặc một số điện thoại.',
    ),
});
export type ResendInput = z.output<typeof resendInput>;
