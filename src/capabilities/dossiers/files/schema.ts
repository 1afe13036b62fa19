import { z } from 'zod';
import { FORM_LIMITS } from '#platform/uploads/limits.ts';
import { codesOf, type Labels } from '#kernel/labels.ts';
import { dossierPath } from '../schema.ts';

export type FilePurpose = 'paper' | 'result' | 'other';

export const PURPOSE_LABELS = {
  paper: 'Giấy tờ trong hồ sơ',
  result: 'Kết quả giải quyết',
  other: 'Tệp khác',
} as const satisfies Labels<FilePurpose>;

/** What the door takes (`FORM_LIMITS.file`), in words. */
export const LARGEST_FILE_WORDS = `${FORM_LIMITS.file / 1024 / 1024} MB`;

type AcceptedType = {
  readonly name: string;
  readonly extension: string;
  /** Browsers show it in place; anything else is only downloaded. */
  readonly inline: boolean;
};

/** What may be kept with a dossier, by its content and not by its name. */
export const ACCEPTED_TYPES: Readonly<Record<string, AcceptedType>> = {
  'application/pdf': { name: 'PDF', extension: 'pdf', inline: true },
  'image/jpeg': { name: 'JPEG', extension: 'jpg', inline: true },
  'image/png': { name: 'PNG', extension: 'png', inline: true },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    name: 'DOCX',
    extension: 'docx',
    inline: false,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    name: 'XLSX',
    extension: 'xlsx',
    inline: false,
  },
};

/** For the file chooser: `.pdf,.jpg,…`. */
export const ACCEPT = [
  ...Object.values(ACCEPTED_TYPES).map(({ extension }) => `.${extension}`),
  '.jpeg',
].join(',');

/** `PDF, JPEG, PNG, DOCX, XLSX`. */
export const ACCEPTED_NAMES = Object.values(ACCEPTED_TYPES)
  .map(({ name }) => name)
  .join(', ');

/** Files to keep with a dossier; the bytes come beside it. */
export const addFilesInput = z.object({
  number: z.string().min(1),
  purpose: z.enum(codesOf(PURPOSE_LABELS), { error: 'Hãy chọn tệp này là gì.' }),
  paperPosition: z.coerce.number().int().nonnegative().nullable(),
});
export type AddFilesInput = z.infer<typeof addFilesInput>;

export const removeFileInput = z.object({
  number: z.string().min(1),
  fileId: z.coerce.number().int().positive(),
});
export type RemoveFileInput = z.infer<typeof removeFileInput>;

/** A file of a dossier as it is served. */
export type StoredDossierFile = {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly hash: string;
  readonly purpose: FilePurpose;
};

export const filePaths = {
  add: (number: string) => dossierPath(number, 'files'),
  one: (number: string, id: number) => dossierPath(number, `files/${id}`),
  remove: (number: string, id: number) => dossierPath(number, `files/${id}/remove`),
} as const;
