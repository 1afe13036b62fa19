/** What the statutory forms share: who issues, where the counter is, who asks, who signs. */
import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts';
import { IDENTITY_KIND_LABELS } from '../words.ts';

export const text = z.string().min(1);
/** As it is numbered, without the symbol of the form ("/TNHS"); it also becomes a bar code, hence ASCII. */
export const dossierNumber = z.string().regex(/^[\x20-\x7e]{1,60}$/);
/** Becomes a QR code, which must stay small enough to print and scan. */
export const webAddress = z.url().max(500);
export const count = z.int().nonnegative();
export const localDate = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), {
  error: 'Ngày phải có dạng năm-tháng-ngày và có thật.',
});

/** Who issues: `parentAgency` only when the issuing agency has one above it on paper; `place` stands before the date. */
export const letterhead = z.object({ parentAgency: text.nullable(), agency: text, place: text }).readonly();

/** The counter: what a person needs to find it, ring it and see its hours. */
export const oneStop = z
  .object({
    name: text,
    address: text,
    phone: text.nullable(),
    hours: text.nullable(),
    website: text.nullable(),
  })
  .readonly();

export const applicant = z
  .object({
    name: text,
    identity: z
      .object({ kind: z.enum(codesOf(IDENTITY_KIND_LABELS)), number: text })
      .readonly()
      .nullable(),
    address: text.nullable(),
    phone: text.nullable(),
    email: text.nullable(),
  })
  .readonly();

/** What every slip about one person's dossier carries. `officerName` signs as the one who received or guided. */
export const personalSlip = {
  letterhead,
  oneStop,
  applicant,
  procedureName: text,
  officerName: text,
};

export const signer = z
  /** `authority`: "TM. ỦY BAN NHÂN DÂN"; null when the title alone is written. `title`: "CHỦ TỊCH". */
  .object({ authority: text.nullable(), title: text, name: text })
  .readonly();
