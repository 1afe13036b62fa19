import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import {
  type DiscrepancyAnswer,
  type DiscrepancyKind,
  dossierPath,
  dossierReference,
  type HandoverEnd,
} from '../schema.ts';

export const DISCREPANCY_LABELS = {
  missing: 'Thiếu',
  damaged: 'Hư hỏng',
  different: 'Không đúng như kê',
} as const satisfies Labels<DiscrepancyKind>;

export const DISCREPANCY_ANSWER_LABELS = {
  'sends-after': 'Gửi bổ sung sau',
  corrected: 'Bên giao kê nhầm, đã sửa',
  disputed: 'Không đồng ý, giấy tờ đã giao đủ',
} as const satisfies Labels<DiscrepancyAnswer>;

export const HANDOVER_END_LABELS = {
  refused: 'Bên nhận không nhận',
  recalled: 'Hồ sơ chuyển hướng trước khi nhận',
} as const satisfies Labels<HandoverEnd>;

/** Papers that the receiver does not confirm as they were listed. */
export type Discrepancy = {
  readonly id: number;
  readonly fromUnitId: number;
  readonly toUnitId: number;
  readonly paper: string;
  readonly kind: DiscrepancyKind;
  readonly note: string;
  readonly foundBy: string;
  readonly foundAt: Date;
  readonly answer: DiscrepancyAnswer | null;
  readonly answerNote: string;
  readonly answeredAt: Date | null;
  readonly settlement: string;
  readonly settledAt: Date | null;
};

/** A discrepancy in a list, with the dossier it is about. */
export type OpenDiscrepancy = Discrepancy & { readonly number: string; readonly title: string };

const found = z.object({
  paper: z.string().min(1).max(300),
  kind: z.enum(codesOf(DISCREPANCY_LABELS)),
  note: z.string().max(500, 'Ghi chú sai lệch dài nhất 500 ký tự.'),
});
export type FoundDiscrepancy = z.infer<typeof found>;

/** The receiver's answer to a handover: all there, there with discrepancies, or not taken. */
export const receiptInput = dossierReference.extend({
  how: z.enum(['whole', 'discrepancies', 'refused'], {
    error: 'Hãy chọn đã nhận đủ, nhận có sai lệch hay không nhận.',
  }),
  note: z.string().max(2000, 'Ghi chú dài nhất 2.000 ký tự.'),
  discrepancies: z.array(found).max(100),
});
export type ReceiptInput = z.infer<typeof receiptInput>;

export const listingInput = dossierReference.extend({
  papers: z
    .array(
      z.object({
        position: z.coerce.number().int().nonnegative(),
        copies: z.coerce
          .number({ error: 'Hãy ghi số bản bằng chữ số.' })
          .int('Hãy ghi số bản bằng số nguyên.')
          .min(0, 'Số bản không thể âm.')
          .max(999, 'Số bản nhiều nhất là 999.'),
      }),
    )
    .max(200),
});
export type ListingInput = z.infer<typeof listingInput>;

export const answerInput = z.object({
  number: z.string().min(1),
  id: z.coerce.number().int().positive(),
  answer: z.enum(codesOf(DISCREPANCY_ANSWER_LABELS), { error: 'Hãy chọn cách trả lời.' }),
  note: z.string().min(5, 'Hãy ghi rõ: gửi bổ sung lúc nào, sửa gì, hoặc vì sao không đồng ý.').max(500),
});
export type AnswerInput = z.infer<typeof answerInput>;

export const settleInput = z.object({
  number: z.string().min(1),
  id: z.coerce.number().int().positive(),
  settlement: z.string().min(5, 'Hãy ghi sai lệch được giải quyết thế nào.').max(500),
});
export type SettleInput = z.infer<typeof settleInput>;

export const custodyPaths = {
  receive: (number: string) => dossierPath(number, 'custody'),
  papers: (number: string) => dossierPath(number, 'handover'),
  discrepancy: (number: string, id: number) => dossierPath(number, `discrepancies/${id}`),
} as const;
