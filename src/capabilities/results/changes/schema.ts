import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';

export type ChangeKind = 'correction' | 'revocation' | 'cancellation';

export const CHANGE_KIND_LABELS = {
  correction: 'Đính chính',
  revocation: 'Thu hồi',
  cancellation: 'Hủy bỏ',
} as const satisfies Labels<ChangeKind>;

/** A written decision about a result: proposed by one person, in force when another says yes. */
export type ResultChange = {
  readonly id: number;
  readonly kind: ChangeKind;
  readonly decisionNumber: string;
  readonly decidedOn: LocalDate;
  readonly reason: string;
  /** For a correction: fields with their new values. */
  readonly changes: Readonly<Record<string, unknown>>;
  readonly proposedBy: number;
  readonly proposerName: string;
  readonly proposedAt: Date;
  readonly outcome: 'approved' | 'rejected' | null;
  readonly answererName: string | null;
  readonly answeredAt: Date | null;
  readonly answer: string;
};

export const changeInput = z.object({
  kind: z.enum(codesOf(CHANGE_KIND_LABELS), { error: 'Hãy chọn việc cần làm.' }),
  decisionNumber: z
    .string()
    .min(1, 'Hãy ghi số quyết định, văn bản.')
    .max(60, 'Số quyết định dài nhất 60 ký tự.'),
  decidedOn: z.iso.date({ error: 'Hãy ghi ngày của quyết định, ví dụ 28/4/2020.' }),
  reason: z
    .string()
    .min(10, 'Hãy ghi rõ lý do, ít nhất vài từ, kèm căn cứ.')
    .max(1000, 'Lý do dài nhất 1.000 ký tự.'),
});
export type ChangeInput = z.infer<typeof changeInput>;

export const answerInput = z
  .object({
    outcome: z.enum(['approved', 'rejected'], { error: 'Hãy chọn đồng ý hay không.' }),
    answer: z.string().max(1000, 'Ý kiến dài nhất 1.000 ký tự.'),
  })
  .refine(({ outcome, answer }) => outcome === 'approved' || answer.length >= 5, {
    path: ['answer'],
    error: 'Không đồng ý thì hãy ghi vì sao.',
  });
export type AnswerInput = z.infer<typeof answerInput>;
