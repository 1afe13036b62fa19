import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { PAPER_KIND_LABELS, RETURN_METHOD_SHORT_LABELS } from '#capabilities/slips/words.ts';
import { typedAnswers } from '../answers/schema.ts';
import { CHANNEL_LABELS } from '../schema.ts';

export const fullName = z
  .string()
  .min(2, 'Hãy ghi đầy đủ họ và tên.')
  .max(200, 'Tên dài nhất 200 ký tự.')
  .regex(/\p{L}/u, 'Tên phải có chữ.');

export const phone = z
  .string()
  .transform((text) => text.replaceAll(/[\s.-]/g, ''))
  .pipe(z.string().regex(/^(?:\+?\d{9,12})?$/, 'Số điện thoại gồm 9 đến 12 chữ số. Không có thì để trống.'));

export const email = z.union([
  z.literal(''),
  z.email({ error: 'Địa chỉ thư điện tử chưa đúng, ví dụ ten@example.vn. Không có thì để trống.' }),
]);

export const address = z.string().max(500, 'Địa chỉ dài nhất 500 ký tự.');

/** Identity card (9 or 12 digits), passport, or tax number (10 or 13 digits). */
export const idNumber = z
  .string()
  .transform((text) => text.replaceAll(/[\s.-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{0,20}$/, 'Số giấy tờ chỉ gồm chữ cái không dấu và chữ số.'));

const citizenIdNumber = idNumber.refine(
  (text) => text === '' || /^(?:\d{9}|\d{12}|[A-Z]{1,2}\d{6,8})$/.test(text),
  'Số định danh có 12 chữ số, chứng minh nhân dân 9 chữ số, hoặc số hộ chiếu.',
);

const taxNumber = idNumber.refine(
  (text) => text === '' || /^\d{10}(?:\d{3})?$/.test(text),
  'Mã số thuế, mã số doanh nghiệp có 10 hoặc 13 chữ số.',
);

const contact = { phone, email, address: address.min(3, 'Hãy ghi địa chỉ: thôn, xã, huyện.') };

export const applicantInput = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('citizen'),
      fullName,
      idNumber: citizenIdNumber,
      representative: z.string().transform(() => ''),
      ...contact,
    }),
    z.object({
      kind: z.literal('organisation'),
      fullName,
      idNumber: taxNumber,
      representative: z.string().min(2, 'Hãy ghi người đại diện theo pháp luật của tổ chức.').max(200),
      ...contact,
    }),
  ],
  { error: 'Hãy chọn người nộp là cá nhân hay tổ chức.' },
);
export type ApplicantInput = z.infer<typeof applicantInput>;

export const delegateInput = z.object({
  fullName,
  idNumber: citizenIdNumber,
  phone,
  address,
  authority: z
    .string()
    .min(3, 'Hãy ghi văn bản ủy quyền, ví dụ: Giấy ủy quyền chứng thực ngày 20/4/2020.')
    .max(300),
});
export type DelegateInput = z.infer<typeof delegateInput>;

export const copies = z.coerce
  .number({ error: 'Số lượng phải là số.' })
  .int('Số lượng phải là số nguyên.')
  .min(1, 'Số lượng ít nhất là 1.')
  .max(99, 'Số lượng nhiều nhất là 99.');

export const note = z.string().max(500, 'Ghi chú dài nhất 500 ký tự.');

/** A row of the paper checklist. `position` is the paper's place in the procedure version; null for an extra paper. */
export const paperInput = z.object({
  position: z.number().int().nonnegative().nullable(),
  name: z.string().max(300, 'Tên giấy tờ dài nhất 300 ký tự.'),
  taken: z.boolean(),
  kind: z.enum(codesOf(PAPER_KIND_LABELS), { error: 'Hãy chọn loại giấy tờ.' }),
  copies,
  note,
  /** What the applicant has in the store, taken instead of handing it in again. */
  vaultItemId: z.coerce.number().int().positive().nullable().default(null),
});
export type PaperInput = z.infer<typeof paperInput>;

/** A fee of the procedure by its place in the version. All empty: not charged. */
export const feeInput = z.object({
  position: z.number().int().nonnegative(),
  /** How many units of the fee (copies, pages, cases); null when not said. */
  quantity: z
    .number({ error: 'Số lượng phải là số.' })
    .int('Số lượng phải là số nguyên.')
    .min(1, 'Số lượng ít nhất là 1.')
    .max(999, 'Số lượng nhiều nhất là 999.')
    .nullable(),
  /** Dong; null when nothing was entered: then it is the price by the quantity. */
  amount: z
    .number({ error: 'Số tiền phải là số, ví dụ 8.000.' })
    .int('Số tiền là số nguyên đồng.')
    .nonnegative('Số tiền không thể âm.')
    .max(10_000_000_000, 'Số tiền quá lớn, hãy kiểm tra lại.')
    .nullable(),
  exemption: z.string().max(300, 'Lý do miễn, giảm dài nhất 300 ký tự.'),
  /** Several sets of so many units each (copies of pages), in the place of `quantity`. */
  counts: z
    .array(z.object({ units: z.number().int().positive(), sets: z.number().int().positive() }).readonly(), {
      error: 'Số lượng viết như 5, hoặc 5x3 cho 3 bản mỗi bản 5 trang, 5x3+2 khi thêm 1 bản 2 trang.',
    })
    .max(20)
    .optional(),
  /** A reason of the list for which less is charged, or nothing. */
  exemptionId: z.number().int().positive().nullable().optional(),
});
export type FeeInput = z.infer<typeof feeInput>;

export const receiveInput = z.object({
  slug: z.string().min(1, 'Hãy chọn thủ tục.'),
  channel: z.enum(codesOf(CHANNEL_LABELS), { error: 'Hãy chọn cách nộp hồ sơ.' }),
  returnMethod: z.enum(codesOf(RETURN_METHOD_SHORT_LABELS), { error: 'Hãy chọn cách nhận kết quả.' }),
  localityUnitId: z.coerce.number().int().positive().nullable(),
  applicant: applicantInput,
  delegate: delegateInput.nullable(),
  papers: z.array(paperInput).max(60, 'Nhiều nhất 60 giấy tờ.'),
  sets: copies,
  /** What the process asks of the applicant's form, as typed. */
  answers: typedAnswers.default({}),
  fees: z.array(feeInput).max(30),
  /** The fees were taken at the counter now; otherwise they fall due with the result. */
  feesCollected: z.boolean().default(false),
  summary: z.string().max(1000, 'Nội dung yêu cầu dài nhất 1.000 ký tự.'),
  note: z.string().max(1000, 'Ghi chú dài nhất 1.000 ký tự.'),
  /** The officer saw that a dossier of the same kind is running and receives another one all the same. */
  confirmedDuplicate: z.boolean(),
  /** The officer looked at the card: the number is right though the name differs from the one noted before. */
  confirmedIdentity: z.boolean().default(false),
  /** Pass it on to the next step at once. */
  passOnNow: z.boolean(),
});
/** A reception on paper that is entered now; forms never say it. */
export type EarlierReception = { readonly paperNumber: string; readonly receivedAt: Date };
export type ReceiveInput = z.infer<typeof receiveInput> & { readonly earlier?: EarlierReception | null };

/** A fee of a received dossier: what it is for, with how many, and what is charged in dong. */
export type FeeLine = { readonly name: string; readonly amount: number; readonly exemption: string };

/** Addresses of the counter. */
export const intakePaths = {
  choice: '/intake',
  form: (slug: string) => `/intake/${encodeURIComponent(slug)}`,
  guide: (slug: string) => `/intake/${encodeURIComponent(slug)}/guide`,
  refuse: (slug: string) => `/intake/${encodeURIComponent(slug)}/refuse`,
  received: (number: string) => `/intake/received/${encodeURIComponent(number)}`,
  applicantsJson: '/applicants.json',
} as const;
