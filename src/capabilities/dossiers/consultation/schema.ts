import { z } from 'zod';
import type { Labels } from '#kernel/labels.ts';
import { type ConsultationEnd, dossierPath, dossierReference } from '../schema.ts';

export type ConsultationState = 'open' | ConsultationEnd;

export const CONSULTATION_LABELS = {
  open: 'Chờ ý kiến',
  answered: 'Đã có ý kiến',
  withdrawn: 'Đã rút câu hỏi',
  waived: 'Lãnh đạo cho qua, không chờ ý kiến',
  lapsed: 'Hết hiệu lực vì hồ sơ đã kết thúc',
} as const satisfies Labels<ConsultationState>;

/** An opinion asked of another unit. */
export type Consultation = {
  readonly id: number;
  readonly number: string;
  readonly stepPosition: number;
  readonly fromUnitId: number;
  readonly toUnitId: number;
  readonly isRequired: boolean;
  readonly question: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly state: ConsultationState;
  readonly answer: string;
  readonly fileId: number | null;
  readonly fileName: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
};

export const askInput = dossierReference.extend({
  toUnitId: z.coerce.number({ error: 'Hãy chọn đơn vị cần hỏi.' }).int().positive('Hãy chọn đơn vị cần hỏi.'),
  question: z
    .string()
    .min(10, 'Hãy ghi rõ cần hỏi gì, ít nhất 10 ký tự.')
    .max(4000, 'Nội dung hỏi dài nhất 4.000 ký tự.'),
  dueOn: z.iso.date({ error: 'Hãy ghi hạn trả lời theo dạng ngày/tháng/năm, ví dụ 8/5/2020.' }),
  isRequired: z.boolean(),
});
export type AskInput = z.infer<typeof askInput>;

const one = z.object({ number: z.string().min(1), id: z.coerce.number().int().positive() });

export const opinionInput = one.extend({
  answer: z
    .string()
    .min(5, 'Hãy ghi ý kiến, ít nhất 5 ký tự; tệp đính kèm chỉ để bổ sung.')
    .max(8000, 'Ý kiến dài nhất 8.000 ký tự.'),
});
export type OpinionInput = z.infer<typeof opinionInput>;

/** Withdrawn by the handler who asked, or waived by the leader. */
export const endInput = one.extend({
  how: z.enum(['withdrawn', 'waived']),
  reason: z.string().min(5, 'Hãy ghi lý do, ít nhất 5 ký tự.').max(1000),
});
export type EndInput = z.infer<typeof endInput>;

export const CONSULTATION_TABS = {
  asked: 'Chờ đơn vị trả lời',
  asking: 'Đơn vị đang hỏi',
  ended: 'Đã xong',
} as const;
export type ConsultationTab = keyof typeof CONSULTATION_TABS;

export const consultationPaths = {
  box: '/consultations',
  ask: (number: string, position: number) =>
    `${dossierPath(number, 'consultations/new')}?position=${position}`,
  one: (number: string, id: number) => dossierPath(number, `consultations/${id}`),
  end: (number: string, id: number) => dossierPath(number, `consultations/${id}/end`),
} as const;
