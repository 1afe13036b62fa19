import { z } from 'zod';
import { dossierPath, dossierReference } from '../../schema.ts';

/** What came: lines by their places in the request. */
export const supplementArrival = dossierReference.extend({
  lines: z.array(z.coerce.number().int().nonnegative()).max(40),
  note: z.string().trim().max(1000, 'Ghi chú dài nhất 1.000 ký tự.'),
});
export type SupplementArrival = z.infer<typeof supplementArrival>;

export const supplementPath = (number: string): string => dossierPath(number, 'supplement');
