import { z } from 'zod';

/** Points for one criterion, which version of the score the reviewer saw, and why. */
export const markInput = z.object({
  number: z.string().min(1),
  sequence: z.coerce.number().int().nonnegative(),
  criterion: z.string().min(1).max(20),
  points: z.coerce
    .number({ error: 'Hãy chọn mức điểm.' })
    .int('Hãy chọn mức điểm.')
    .min(0, 'Hãy chọn mức điểm.')
    .max(2, 'Hãy chọn mức điểm.'),
  reason: z
    .string()
    .trim()
    .min(5, 'Hãy ghi lý do chấm mức này, ít nhất vài từ.')
    .max(1000, 'Lý do dài nhất 1.000 ký tự.'),
});
export type MarkInput = z.infer<typeof markInput>;
