import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';

export type Certainty = 'sure' | 'likely';

export const CERTAINTY_LABELS = {
  sure: 'Đã đối chiếu văn bản',
  likely: 'Chưa đối chiếu',
} as const satisfies Labels<Certainty>;

/** A reason for which less is charged or nothing, while it is in force. */
export type FeeExemption = {
  readonly id: number;
  readonly name: string;
  readonly legalBasis: string;
  /** How much of the amount is not charged. */
  readonly percent: number;
  readonly certainty: Certainty;
  readonly note: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly sequence: number;
};

const date = z.iso.date({ error: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 28/4/2020.' });

export const exemptionInput = z
  .object({
    id: z.coerce.number().int().positive().nullable(),
    sequence: z.coerce.number().int().nonnegative(),
    name: z.string().trim().min(3, 'Hãy ghi ai được miễn, giảm.').max(200, 'Dài nhất 200 ký tự.'),
    legalBasis: z.string().trim().min(5, 'Hãy ghi căn cứ pháp lý.').max(300, 'Dài nhất 300 ký tự.'),
    percent: z.coerce
      .number({ error: 'Hãy ghi mức miễn, giảm theo phần trăm.' })
      .int('Mức miễn, giảm là số nguyên.')
      .min(1, 'Ít nhất 1%.')
      .max(100, 'Nhiều nhất 100%: miễn toàn bộ.'),
    certainty: z.enum(codesOf(CERTAINTY_LABELS), { error: 'Hãy chọn đã đối chiếu hay chưa.' }),
    note: z.string().trim().max(300, 'Dài nhất 300 ký tự.'),
    validFrom: date,
    validTo: date.nullable(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo > validFrom, {
    error: 'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
    path: ['validTo'],
  });
export type ExemptionInput = z.infer<typeof exemptionInput>;
