import { z } from 'zod';
import type { LocalDate } from '#kernel/local-date.ts';
import { isLocalDate } from '#kernel/local-date.ts';
import { signer } from '#capabilities/slips/parts/schema.ts';
import { type LetterKind, supplementLine } from '../schema.ts';

const day = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value));

/** What a letter says besides the data of the dossier; as much of it as its kind has. */
export const letterContent = z.object({
  reasons: z.array(z.string()),
  legalBasis: z.array(z.string()),
  /** The unit in whose name it goes out, and who wrote it. */
  unitId: z.number(),
  officerName: z.string(),
  signer: signer.nullable(),
  guidance: z.string().nullable().default(null),
  supplement: z.object({ ordinal: z.number(), lines: z.array(supplementLine), answerBy: day }).optional(),
  appointment: z.object({ before: z.iso.datetime(), after: z.iso.datetime(), extra: z.string() }).optional(),
});
export type LetterContent = z.infer<typeof letterContent>;

/** A letter as it went out. */
export type Letter = {
  readonly ordinal: number;
  readonly kind: LetterKind;
  readonly number: string;
  readonly issuedAt: Date;
  readonly content: LetterContent;
};
