import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { type ChargeLine, LINE_KIND_LABELS, type LineKind } from '../schema.ts';
import { kindOfName } from '../words.ts';

/** A line as a step of a process asks for it: what for and how much. */
export type AskedLine = { readonly name: string; readonly amount: number; readonly kind?: LineKind };

/** What is asked for a dossier; `node` and `token` name the step of the process that waits. */
export type AskedPayment = {
  readonly dossierId: number;
  readonly number: string;
  /** Unit whose counter collects it. */
  readonly unitId: number;
  readonly node: string;
  readonly token: number;
  readonly lines: readonly AskedLine[];
  readonly note: string;
};

/** A line with nothing to reckon and nothing exempt. */
export function plainLine({ name, amount, kind }: AskedLine): ChargeLine {
  return {
    name,
    amount,
    fullAmount: amount,
    kind: kind ?? kindOfName(name),
    explanation: '',
    exemptionId: null,
    exemption: '',
  };
}

const MOST = 100_000_000_000;

const lineInput = z
  .object({
    name: z.string().trim().min(2, 'Hãy ghi tên khoản thu.').max(200, 'Tên khoản thu dài nhất 200 ký tự.'),
    kind: z.enum(codesOf(LINE_KIND_LABELS), { error: 'Hãy chọn loại khoản thu.' }),
    fullAmount: z
      .number({ error: 'Hãy ghi số tiền, ví dụ 8.000.' })
      .int('Số tiền là số nguyên đồng.')
      .nonnegative('Số tiền không thể âm.')
      .max(MOST, 'Số tiền quá lớn, hãy kiểm tra lại.'),
    exemptionId: z.number().int().positive().nullable(),
    explanation: z.string().trim().max(300, 'Cách tính dài nhất 300 ký tự.'),
  })
  .readonly();

/** Lines written at the counter: of a new payment, or in place of wrong ones. */
export const linesInput = z.object({
  lines: z.array(lineInput).min(1, 'Hãy ghi ít nhất một khoản thu.').max(10),
  note: z.string().trim().max(500, 'Ghi chú dài nhất 500 ký tự.'),
});
export type LinesInput = z.infer<typeof linesInput>;

export const correctionInput = linesInput.extend({ sequence: z.coerce.number().int().positive() });
export type CorrectionInput = z.infer<typeof correctionInput>;

export const cancellationInput = z.object({ sequence: z.coerce.number().int().positive() });
