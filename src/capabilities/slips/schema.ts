/**
 * The statutory slips of the one-stop shop, each as one value with everything its paper shows. Instants are `Date`, calendar
 * dates `LocalDate`, money whole đồng, everything else ready Vietnamese text; nothing here is Typst or HTML. A field that may be
 * absent is `null`, so that no caller leaves one out by accident.
 * Field lists: Circular 01/2018/TT-VPCP, forms 01, 05 and 06; the letters to the applicant are in letters/schema.ts.
 */
import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import {
  count,
  dossierNumber,
  letterhead,
  localDate,
  oneStop,
  personalSlip,
  text,
  webAddress,
} from './parts/schema.ts';
import { PAPER_KIND_LABELS, RETURN_METHOD_LABELS, TIMELINESS_LABELS } from './words.ts';

const feeLine = z.object({ name: text, amountVnd: count }).readonly();

/** Form 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export const receiptForm = z
  .object({
    ...personalSlip,
    number: dossierNumber,
    /** Authorised representative who stands at the counter, and on what paper. */
    representative: z
      .object({ name: text, identityNumber: text.nullable(), basis: text.nullable() })
      .readonly()
      .nullable(),
    /** What is asked for in this dossier when the procedure's name does not say it ("Cấp 02 bản sao"). */
    request: text.nullable(),
    papers: z
      .array(
        z
          .object({
            name: text,
            kind: z.enum(codesOf(PAPER_KIND_LABELS)),
            quantity: count,
            note: text.nullable(),
          })
          .readonly(),
      )
      .readonly(),
    sets: count,
    /** By rule, in words: "03 ngày làm việc". */
    timeLimit: text,
    receivedAt: z.date(),
    /** Null when the law gives no date; then `timeLimit` says so. */
    dueAt: z.date().nullable(),
    delivery: z
      .object({ method: z.enum(codesOf(RETURN_METHOD_LABELS)), address: text.nullable() })
      .readonly(),
    fees: z.array(feeLine).readonly(),
    /** Whether the fees above were collected at the counter; ignored without fees. */
    feesPaid: z.boolean(),
    /** Place in the tracking book, form 06. */
    book: z.object({ volume: text, line: text }).readonly().nullable(),
    /** Public look-up: `url` already carries number and check code (it becomes the QR); `site` is what a person types by hand. */
    lookUp: z
      .object({
        url: webAddress,
        site: text,
        checkCode: text,
        /** Where the signature inside the code is checked; null for a receipt without one. */
        proofSite: text.nullable(),
      })
      .readonly(),
  })
  .readonly();
export type ReceiptForm = z.infer<typeof receiptForm>;

const party = z.object({ unit: text, officer: text.nullable() }).readonly();

/** Form 05, phiếu kiểm soát quá trình giải quyết hồ sơ: one line per handover; it travels with the dossier. */
export const controlSlipForm = z
  .object({
    letterhead,
    oneStop,
    dossierNumber,
    procedureName: text,
    applicantName: text,
    resolvingUnit: text,
    receivedAt: z.date(),
    dueAt: z.date().nullable(),
    handovers: z
      .array(
        z
          .object({
            from: party,
            to: party,
            at: z.date(),
            timeliness: z.enum(codesOf(TIMELINESS_LABELS)).nullable(),
            note: text.nullable(),
          })
          .readonly(),
      )
      .readonly(),
    /** Empty lines for handovers still to come, filled in by hand. */
    blankLines: count,
  })
  .readonly();
export type ControlSlipForm = z.infer<typeof controlSlipForm>;

/** Form 06, sổ theo dõi hồ sơ: one unit's counter over a period. */
export const trackingBookForm = z
  .object({
    letterhead,
    oneStop,
    volume: text,
    from: localDate,
    to: localDate,
    lines: z
      .array(
        z
          .object({
            order: count,
            dossierNumber,
            procedureName: text,
            applicantName: text,
            /** Address and phone as the book shows them; empty text when neither is known. */
            contact: z.string(),
            resolvingUnit: text,
            receivedAt: z.date(),
            dueAt: z.date().nullable(),
            returnedAt: z.date().nullable(),
            delivery: z.enum(codesOf(RETURN_METHOD_LABELS)),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type TrackingBookForm = z.infer<typeof trackingBookForm>;

/** Posting sheet of one procedure at one counter (niêm yết công khai; Decree 63/2010/NĐ-CP, Articles 16 and 17). */
export const postingSheetForm = z
  .object({
    letterhead,
    oneStop,
    code: text,
    name: text,
    domain: text,
    /** Who may ask, who decides: ready sentences or names. */
    applicants: text,
    resolvingUnit: text,
    papers: z
      .array(
        z
          .object({
            name: text,
            kind: z.enum(codesOf(PAPER_KIND_LABELS)),
            quantity: count,
            condition: text.nullable(),
          })
          .readonly(),
      )
      .readonly(),
    sets: count,
    timeLimit: text,
    /** `amount` in words or figures: "8.000 đồng/bản", "Không thu". */
    fees: z.array(z.object({ name: text, amount: text, note: text.nullable() }).readonly()).readonly(),
    /** Ways to hand in: "Trực tiếp", "Trực tuyến (toàn trình)", "Bưu chính công ích". */
    channels: z.array(text).readonly(),
    steps: z.array(z.object({ name: text, unit: text, duration: text.nullable() }).readonly()).readonly(),
    results: z.array(text).readonly(),
    conditions: text.nullable(),
    legalBasis: z.array(text).readonly(),
    /** The procedure's public page; becomes the QR. */
    url: webAddress,
    validFrom: localDate.nullable(),
  })
  .readonly();
export type PostingSheetForm = z.infer<typeof postingSheetForm>;

/** `copies`: 2 prints the citizen's and the file copy (Circular 01/2018, form 01 is kept in two). `size` A5 suits short receipts. */
export interface ReceiptOptions {
  readonly copies?: 1 | 2;
  readonly size?: 'a4' | 'a5';
}
