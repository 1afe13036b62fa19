import { z } from 'zod';

/** Where people find a unit. Both may be empty while they are not known. */
export const contactSchema = z.object({
  address: z.string().max(300, 'Địa chỉ dài quá 300 ký tự.'),
  phone: z
    .string()
    .max(60, 'Số điện thoại dài quá 60 ký tự.')
    .regex(
      /^[\d\s.,;()+-]*$/,
      'Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm và dấu gạch, ví dụ 0256 3822 294.',
    ),
});

export type Contact = Readonly<z.infer<typeof contactSchema>>;
