/**
 * Slips and letters that tell the applicant what became of what was handed in: guide, request for a supplement, refusal,
 * apology, extension, stop. Shapes as in slips/schema.ts: instants are `Date`, the rest ready Vietnamese text.
 * Field lists: Circular 01/2018/TT-VPCP, forms 02–04; Circular 03/2025/TT-VPCP, annex I, forms 02–05.
 */
import { z } from 'zod';
import {
  applicant,
  count,
  dossierNumber,
  letterhead,
  localDate,
  oneStop,
  personalSlip,
  signer,
  text,
} from '../parts/schema.ts';

/** A paper to bring, by how it is to come; what is only to be corrected asks for none and says so in its note. */
const askedPaper = z
  .object({ name: text, originals: count, certifiedCopies: count, copies: count, note: text.nullable() })
  .readonly();

/** Form 02, phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, at the counter. Decree 61/2018, Article 17: one slip, the full list. */
export const guideSlipForm = z
  .object({
    ...personalSlip,
    number: text.nullable(),
    issuedAt: z.date(),
    items: z.array(askedPaper).readonly(),
    reason: text,
    legalBasis: z.array(text).readonly(),
  })
  .readonly();
export type GuideSlipForm = z.infer<typeof guideSlipForm>;

/** Form 02 about a dossier that was received. Decree 61/2018, Article 19: once, with everything there is to put right. */
export const supplementRequestForm = z
  .object({
    ...personalSlip,
    number: text.nullable(),
    issuedAt: z.date(),
    dossierNumber,
    receivedAt: z.date(),
    items: z.array(askedPaper).readonly(),
    /** What to correct or explain that is no paper of its own. Papers or points: one of the two at least. */
    points: z.array(text).readonly(),
    reason: text,
    legalBasis: z.array(text).readonly(),
    /** Last day on which the answer counts; null when nothing ends the waiting. */
    answerBy: localDate.nullable(),
    /** Whom to ask while preparing it. */
    contact: z.object({ name: text, phone: text.nullable(), email: text.nullable() }).readonly(),
    /** Which request it is for this dossier; from the second on a leader approved it. */
    ordinal: z.int().positive(),
  })
  .readonly()
  .refine(({ items, points }) => items.length + points.length > 0);
export type SupplementRequestForm = z.infer<typeof supplementRequestForm>;

/** Form 03, phiếu từ chối tiếp nhận giải quyết hồ sơ. Decree 61/2018, Article 17. */
export const refusalSlipForm = z
  .object({
    ...personalSlip,
    number: text.nullable(),
    issuedAt: z.date(),
    /** Set when the dossier was received before; its set of forms is that of the day of its reception. */
    dossier: z.object({ number: dossierNumber, receivedAt: z.date() }).readonly().nullable(),
    reasons: z.array(text).min(1).readonly(),
    legalBasis: z.array(text).readonly(),
    /** Where to go or what to do instead, when there is such a place. */
    guidance: text.nullable(),
    /** The head who signs a refusal of what was received; null at the counter, where the officer signs. */
    signer: signer.nullable(),
  })
  .readonly();
export type RefusalSlipForm = z.infer<typeof refusalSlipForm>;

/** What every letter of the resolving agency about a running dossier carries; `letterhead` is that agency's. */
const letter = {
  letterhead,
  oneStop,
  applicant,
  procedureName: text,
  number: text.nullable(),
  issuedAt: z.date(),
  domain: text.nullable(),
  dossierNumber,
  receivedAt: z.date(),
  signer,
};

/**
 * Form 04, phiếu xin lỗi và hẹn lại ngày trả kết quả (since 2025: văn bản xin lỗi và đề nghị gia hạn), signed by the head
 * of the resolving agency. Decree 61/2018, Article 19.
 */
export const apologyForm = z
  .object({ ...letter, dueAt: z.date(), reason: text, newDueAt: z.date() })
  .readonly();
export type ApologyForm = z.infer<typeof apologyForm>;

/** The new date of a dossier that is extended before it is late: form 04 since 2025, before it a plain notice. */
export const extensionForm = z
  .object({
    ...letter,
    dueAt: z.date(),
    newDueAt: z.date(),
    /** How much longer, in words: "05 ngày làm việc". */
    extraTime: text,
    reason: text,
    legalBasis: z.array(text).readonly(),
  })
  .readonly();
export type ExtensionForm = z.infer<typeof extensionForm>;

/** Form 05 since 2025, thông báo dừng giải quyết hồ sơ; before it a plain notice. */
export const stopNoticeForm = z
  .object({
    ...letter,
    reasons: z.array(text).min(1).readonly(),
    legalBasis: z.array(text).readonly(),
    /** What becomes of papers and fees, where to ask: ready sentences. */
    guidance: text.nullable(),
  })
  .readonly();
export type StopNoticeForm = z.infer<typeof stopNoticeForm>;
