import { z } from 'zod';

/** A person who holds or held posts. */
export type Officer = {
  readonly id: number;
  readonly fullName: string;
  readonly phone: string;
  readonly email: string;
  readonly note: string;
  /** Last event of the history applied; a form that was opened on an older one is stale. */
  readonly sequence: number;
};

export type OfficerInput = Omit<Officer, 'id' | 'sequence'>;

/** What the form of a person sends. */
export const officerSchema = z.object({
  fullName: z
    .string()
    .min(2, 'Nhập họ và tên.')
    .max(100, 'Họ và tên dài nhất 100 ký tự.')
    .regex(/^[\p{L}\p{M}\p{N} .'’-]+$/u, 'Họ và tên chỉ gồm chữ, số, dấu cách và dấu gạch nối.'),
  phone: z
    .string()
    .regex(
      /^(?:\+?[\d. ]{8,20})?$/,
      'Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm; ví dụ 0256 3875 000.',
    ),
  email: z.union([z.literal(''), z.email('Nhập địa chỉ thư điện tử, ví dụ hoten@example.gov.vn.')]),
  note: z.string().max(500, 'Ghi chú dài nhất 500 ký tự.'),
}) satisfies z.ZodType<OfficerInput>;
