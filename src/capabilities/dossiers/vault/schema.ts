import { z } from 'zod';
import { consentField, keptPaper, removalField } from '#capabilities/vault/schema.ts';
import { dossierPath } from '../schema.ts';

export const vaultPaths = {
  of: (number: string) => dossierPath(number, 'vault'),
  remove: (number: string, itemId: number) => dossierPath(number, `vault/${itemId}/remove`),
} as const;

const fileId = z.coerce.number().int().positive();

/** Digitised papers of a dossier to be kept, with one consent for all of them. */
export const keepInput = z.object({
  number: z.string().min(1),
  consent: consentField,
  papers: z
    .array(z.object({ fileId, paper: keptPaper }))
    .min(1, 'Hãy đánh dấu ít nhất một giấy tờ.')
    .max(60),
});
export type KeepInput = z.infer<typeof keepInput>;

export const removeInput = z.object({
  number: z.string().min(1),
  itemId: z.coerce.number().int().positive(),
  removal: removalField.exclude(['replaced'], { error: 'Hãy chọn vì sao xóa khỏi kho.' }),
});
export type RemoveInput = z.infer<typeof removeInput>;
