import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';

/** What kind of document a result is. */
export type ResultKind =
  'licence' | 'certificate' | 'confirmation' | 'extract' | 'decision' | 'refusal' | 'other';

export const RESULT_KIND_LABELS = {
  licence: 'Giấy phép',
  certificate: 'Giấy chứng nhận',
  confirmation: 'Giấy xác nhận',
  extract: 'Bản sao, trích lục',
  decision: 'Quyết định',
  refusal: 'Văn bản từ chối',
  other: 'Văn bản khác',
} as const satisfies Labels<ResultKind>;

/** What was decided about it since. */
export type Standing = 'issued' | 'revoked' | 'cancelled';

/** Whether it holds on a day. */
export type ResultState = 'valid' | 'not-yet' | 'expired' | 'revoked' | 'cancelled';

export const RESULT_STATE_LABELS = {
  valid: 'Còn hiệu lực',
  'not-yet': 'Chưa có hiệu lực',
  expired: 'Hết hiệu lực',
  revoked: 'Đã thu hồi',
  cancelled: 'Đã hủy bỏ',
} as const satisfies Labels<ResultState>;

export type ResultFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly hash: string;
};

/** A result as the register has it. */
export type Result = {
  readonly id: number;
  readonly unitId: number;
  readonly year: number;
  readonly bookNumber: number;
  readonly dossierId: number;
  readonly dossierNumber: string;
  readonly kind: ResultKind;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedOn: LocalDate;
  readonly signer: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly holder: string;
  readonly file: ResultFile | null;
  readonly verifyCode: string;
  readonly standing: Standing;
  readonly endedOn: LocalDate | null;
  readonly sequence: number;
  readonly enteredAt: Date;
  readonly disposedAt: Date | null;
};

/** `12/2020` in the register of its unit. */
export function bookWords({ bookNumber, year }: Pick<Result, 'bookNumber' | 'year'>): string {
  return `${bookNumber}/${year}`;
}

const DAY = 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 28/4/2020.';
const day = z.iso.date({ error: DAY });
export const optionalDay = z
  .literal('')
  .transform(() => null)
  .or(day);

export const resultFields = {
  kind: z.enum(codesOf(RESULT_KIND_LABELS), { error: 'Hãy chọn loại kết quả.' }),
  title: z.string().min(2, 'Hãy ghi tên kết quả.').max(300, 'Tên kết quả dài nhất 300 ký tự.'),
  documentNumber: z.string().max(60, 'Số, ký hiệu dài nhất 60 ký tự.'),
  issuedOn: day,
  signer: z.string().max(200, 'Tên người ký dài nhất 200 ký tự.'),
  validFrom: day,
  validTo: optionalDay,
  holder: z.string().min(2, 'Hãy ghi cấp cho ai.').max(300, 'Tên dài nhất 300 ký tự.'),
} as const;

const ORDER = { path: ['validTo'], error: 'Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.' };

export function isInOrder({
  validFrom,
  validTo,
}: {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}): boolean {
  return validTo === null || validFrom <= validTo;
}

/** All that a correction may change. */
export const correctedFields = z.object(resultFields).refine(isInOrder, ORDER);
export type CorrectedFields = z.infer<typeof correctedFields>;

/** What the register asks beyond what was known when the result was entered. */
export const completionInput = z
  .object({
    kind: resultFields.kind,
    signer: resultFields.signer,
    validFrom: resultFields.validFrom,
    validTo: resultFields.validTo,
  })
  .refine(isInOrder, ORDER);
export type CompletionInput = z.infer<typeof completionInput>;

const text = z.string().trim().max(200).catch('');
const anyDay = z.iso.date().or(z.literal('')).catch('');

/** What the address of the register says; anything wrong falls back to the default. */
export const resultQuery = z.object({
  q: text,
  unit: z.coerce.number().int().positive().nullable().catch(null),
  kind: z.enum(['', ...codesOf(RESULT_KIND_LABELS)]).catch(''),
  state: z.enum(['', ...codesOf(RESULT_STATE_LABELS)]).catch(''),
  from: anyDay,
  to: anyDay,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ResultQuery = z.infer<typeof resultQuery>;

export const PAGE_SIZE = 50;

export const resultPaths = {
  list: '/results',
  one: (id: number) => `/results/${id}`,
  complete: (id: number) => `/results/${id}/complete`,
  change: (id: number) => `/results/${id}/change`,
  answer: (id: number) => `/results/${id}/answer`,
  sheet: (id: number) => `/results/${id}/sheet.pdf`,
  file: (id: number) => `/results/${id}/file`,
} as const;

export const verifyPaths = {
  ask: '/xac-minh',
  one: (code: string) => `/xac-minh/${encodeURIComponent(code)}`,
} as const;
