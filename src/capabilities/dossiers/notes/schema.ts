import { z } from 'zod';
import { dossierPath } from '../schema.ts';

/** A note of officials among themselves. */
export type DossierNote = {
  readonly id: number;
  readonly text: string;
  readonly unitId: number;
  readonly addedById: number;
  readonly addedBy: string;
  readonly addedAt: Date;
};

export const noteInput = z.object({
  number: z.string().min(1),
  text: z.string().min(3, 'Hãy ghi nội dung ghi chú.').max(2000, 'Ghi chú dài nhất 2.000 ký tự.'),
});
export type NoteInput = z.infer<typeof noteInput>;

export const removeNoteInput = z.object({
  number: z.string().min(1),
  id: z.coerce.number().int().positive(),
});
export type RemoveNoteInput = z.infer<typeof removeNoteInput>;

/** A word to find dossiers again by. It stands in the history, so it must not say who somebody is. */
export const tagInput = z.object({
  number: z.string().min(1),
  tag: z
    .string()
    .transform((text) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase())
    .pipe(
      z
        .string()
        .min(2, 'Nhãn có ít nhất 2 ký tự.')
        .max(30, 'Nhãn dài nhất 30 ký tự.')
        .regex(
          /^[\p{L}\p{M} -]+$/u,
          'Nhãn chỉ gồm chữ, dấu cách và gạch nối; không ghi số giấy tờ, điện thoại.',
        ),
    ),
});
export type TagInput = z.infer<typeof tagInput>;

export const notePaths = {
  add: (number: string) => dossierPath(number, 'notes'),
  remove: (number: string, id: number) => dossierPath(number, `notes/${id}/remove`),
  tag: (number: string) => dossierPath(number, 'tags'),
  untag: (number: string) => dossierPath(number, 'tags/remove'),
} as const;
