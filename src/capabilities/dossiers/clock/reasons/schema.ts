import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';

/** What a reason is given for. */
export type ReasonAct =
  | 'supplement'
  | 'pause'
  | 'resume-early'
  | 'extension'
  | 'refusal'
  | 'stop'
  | 'withdrawal'
  | 'correction'
  | 'rollback'
  | 'late';

export const REASON_ACT_LABELS = {
  supplement: 'Yêu cầu bổ sung',
  pause: 'Tạm dừng tính thời gian',
  'resume-early': 'Cho tính tiếp trước ngày đã định',
  extension: 'Gia hạn',
  refusal: 'Từ chối giải quyết',
  stop: 'Dừng giải quyết',
  withdrawal: 'Rút hồ sơ',
  correction: 'Đính chính',
  rollback: 'Lùi bước',
  late: 'Quá hạn',
} as const satisfies Labels<ReasonAct>;

export type Reason = {
  readonly id: number;
  readonly act: ReasonAct;
  readonly code: string;
  readonly name: string;
  readonly legalBasis: string;
  readonly validFrom: LocalDate;
  /** First day on which it is no longer offered. */
  readonly validTo: LocalDate | null;
  readonly sequence: number;
};

const day = z.iso.date({ error: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 1/7/2025.' });

const said = {
  name: z.string().trim().min(3, 'Hãy ghi lý do.').max(200, 'Lý do dài nhất 200 ký tự.'),
  legalBasis: z.string().trim().max(200, 'Căn cứ dài nhất 200 ký tự.'),
  validFrom: day,
  validTo: z.union([z.literal('').transform(() => null), day]),
};

export const newReason = z.object({ act: z.enum(codesOf(REASON_ACT_LABELS), 'Hãy chọn việc.'), ...said });
export type NewReason = z.infer<typeof newReason>;

export const changedReason = z.object({
  id: z.number().int().positive(),
  sequence: z.coerce.number().int().nonnegative(),
  ...said,
});
export type ChangedReason = z.infer<typeof changedReason>;

export const reasonPaths = {
  list: '/act-reasons',
  new: '/act-reasons/new',
  edit: (id: number | string): string => `/act-reasons/${id}/edit`,
} as const;
