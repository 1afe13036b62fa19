import { z } from 'zod';
import { type FormSet, layouts } from '../form-sets.ts';

export type StoredFormSet = FormSet & { readonly id: number; readonly sequence: number };

const rest = {
  legalBasis: z
    .string()
    .trim()
    .min(5, 'Hãy ghi số, ký hiệu văn bản ban hành mẫu.')
    .max(200, 'Căn cứ dài nhất 200 ký tự.'),
  validFrom: z.iso.date({ error: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 1/7/2025.' }),
  layouts,
};

/** A new set, begun as a copy of an older one, whose print templates it keeps. */
export const newFormSetInput = z.object({ from: z.coerce.number().int().positive(), ...rest });
export type NewFormSetInput = z.infer<typeof newFormSetInput>;

export const formSetInput = z.object({
  id: z.number().int().positive(),
  sequence: z.coerce.number().int().nonnegative(),
  ...rest,
});
export type FormSetInput = z.infer<typeof formSetInput>;

export const formSetPaths = {
  list: '/form-sets',
  new: '/form-sets/new',
  edit: (id: number | string): string => `/form-sets/${id}/edit`,
  specimen: (id: number | string, kind: string): string => `/form-sets/${id}/${kind}.pdf`,
} as const;
