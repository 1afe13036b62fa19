import { z } from 'zod';
import type { Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';

export type TillState = 'counted' | 'closed' | 'reopened';

export const TILL_STATE_LABELS = {
  counted: 'Đã đếm, chờ xác nhận',
  closed: 'Đã chốt',
  reopened: 'Trả lại, đếm lại',
} as const satisfies Labels<TillState>;

/** The cash of one officer at one counter on one day. */
export type Till = {
  readonly id: number;
  readonly unitId: number;
  readonly officerId: number;
  readonly officerName: string;
  readonly day: LocalDate;
  readonly state: TillState;
  readonly expected: number;
  readonly counted: number;
  readonly explanation: string;
  readonly countedAt: Date;
  readonly deciderName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string;
  readonly sequence: number;
};

/** What should be there: cash by receipts less cash given back; the rest is for reconciling with the bank. */
export type TillSums = {
  readonly cash: number;
  readonly cashRefunded: number;
  readonly transferred: number;
  readonly online: number;
  readonly treasury: number;
  readonly receipts: number;
  readonly voided: number;
};

const day = z.iso.date({ error: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 28/4/2020.' });

export const countInput = z.object({
  day,
  counted: z
    .number({ error: 'Hãy ghi số tiền đếm được, không có thì ghi 0.' })
    .int('Số tiền là số nguyên đồng.')
    .nonnegative('Số tiền đếm được không thể âm.')
    .max(100_000_000_000, 'Số tiền quá lớn, hãy kiểm tra lại.'),
  explanation: z.string().trim().max(500, 'Giải thích dài nhất 500 ký tự.'),
});
export type CountInput = z.infer<typeof countInput>;

export const tillDecisionInput = z.object({
  id: z.coerce.number().int().positive(),
  sequence: z.coerce.number().int().positive(),
  outcome: z.enum(['closed', 'reopened'], { error: 'Hãy chọn chốt hay trả lại.' }),
  note: z.string().trim().max(300, 'Dài nhất 300 ký tự.'),
});
export type TillDecisionInput = z.infer<typeof tillDecisionInput>;
