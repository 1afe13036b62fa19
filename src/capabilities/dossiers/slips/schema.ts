import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { listAt } from '#web/http/list-state.ts';
import { PAPER_KIND_LABELS } from '#capabilities/slips/words.ts';
import { address, copies, email, fullName, idNumber, phone } from '../intake/schema.ts';

export type SlipKind = 'guide' | 'refusal';

/** Names of the forms 02 and 03 of Circular 01/2018/TT-VPCP. */
export const SLIP_LABELS = {
  guide: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  refusal: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
} as const satisfies Labels<SlipKind>;

export const SHORT_LABELS = {
  guide: 'Hướng dẫn bổ sung',
  refusal: 'Từ chối',
} as const satisfies Labels<SlipKind>;

/** Symbol that ends a number, as on the printed form. */
export const SLIP_SYMBOLS = { guide: 'HDHS', refusal: 'TB' } as const satisfies Labels<SlipKind>;

export const REFUSAL_REASONS = {
  authority: 'Hồ sơ không thuộc thẩm quyền tiếp nhận, giải quyết của cơ quan này.',
  applicant: 'Người nộp không thuộc đối tượng thực hiện thủ tục.',
  conditions: 'Không đáp ứng yêu cầu, điều kiện của thủ tục theo quy định.',
  papers: 'Giấy tờ có dấu hiệu bị tẩy xóa, sửa chữa, giả mạo hoặc có nội dung không đúng sự thật.',
  delegate: 'Người nộp thay không có văn bản ủy quyền hợp lệ.',
  running: 'Cùng nội dung này đang được giải quyết ở hồ sơ khác hoặc đã có kết quả còn hiệu lực.',
  expired: 'Đã hết thời hạn nộp hồ sơ theo quy định.',
  unlawful: 'Yêu cầu thuộc trường hợp pháp luật không cho phép giải quyết.',
} as const satisfies Labels<string>;
export type RefusalReason = keyof typeof REFUSAL_REASONS;

/** Nothing is received, so no more than a name is asked for. */
export const slipApplicant = z.object({
  kind: z.enum(['citizen', 'organisation'], { error: 'Hãy chọn người nộp là cá nhân hay tổ chức.' }),
  fullName,
  idNumber,
  phone,
  email,
  address,
});
export type SlipApplicant = z.infer<typeof slipApplicant>;

/** A paper that is missing or wrong, and what is to be put right. */
export const slipItem = z.object({
  name: z.string().min(2, 'Hãy ghi tên giấy tờ.').max(300, 'Tên giấy tờ dài nhất 300 ký tự.'),
  kind: z.enum(codesOf(PAPER_KIND_LABELS), { error: 'Hãy chọn loại giấy tờ.' }),
  copies,
  note: z.string().max(500, 'Nội dung phải sửa dài nhất 500 ký tự.'),
});
export type SlipItem = z.infer<typeof slipItem>;

/** Codes of `basisOptions`; text of the law comes from the procedure. */
const legalBasis = {
  legalBasis: z.array(z.string().max(20)).max(30),
  otherBasis: z.string().max(300, 'Căn cứ khác dài nhất 300 ký tự.'),
};

export const guideInput = z.object({
  slug: z.string().min(1),
  applicant: slipApplicant,
  items: z.array(slipItem).min(1, 'Hãy đánh dấu ít nhất một giấy tờ phải bổ sung, hoàn thiện.').max(60),
  reason: z
    .string()
    .min(5, 'Hãy ghi rõ lý do phải bổ sung, hoàn thiện.')
    .max(1000, 'Lý do dài nhất 1.000 ký tự.'),
  ...legalBasis,
});
export type GuideInput = z.infer<typeof guideInput>;

export const refusalInput = z
  .object({
    slug: z.string().min(1),
    applicant: slipApplicant,
    reasons: z.array(z.enum(codesOf(REFUSAL_REASONS))),
    otherReason: z.string().max(1000, 'Lý do dài nhất 1.000 ký tự.'),
    guidance: z.string().max(500, 'Hướng dẫn dài nhất 500 ký tự.'),
    ...legalBasis,
  })
  .refine(({ reasons, otherReason }) => reasons.length > 0 || otherReason.length >= 5, {
    path: ['reasons'],
    error: 'Hãy chọn lý do từ chối, hoặc ghi rõ lý do khác.',
  });
export type RefusalInput = z.infer<typeof refusalInput>;

const shared = {
  procedureName: z.string(),
  applicant: slipApplicant,
  legalBasis: z.array(z.string()),
  /** Number, name and procedure without diacritics, for searching. */
  searchText: z.string(),
};

/** What a slip says, as it is kept: it prints again as it was given out. */
export const slipContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('guide'), ...shared, items: z.array(slipItem), reason: z.string() }),
  z.object({
    kind: z.literal('refusal'),
    ...shared,
    reasons: z.array(z.string()).min(1),
    guidance: z.string(),
  }),
]);
export type SlipContent = z.infer<typeof slipContent>;

export type Slip = {
  readonly id: number;
  readonly number: string;
  readonly unitId: number;
  readonly slug: string;
  readonly issuedAt: Date;
  readonly officerName: string;
  readonly content: SlipContent;
};

const date = z.iso.date().or(z.literal('')).catch('');

/** What the address of the list says; anything wrong falls back to the default. */
export const slipQuery = z.object({
  kind: z.enum(['', ...codesOf(SLIP_LABELS)]).catch(''),
  q: z.string().trim().max(200).catch(''),
  from: date,
  to: date,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type SlipQuery = z.infer<typeof slipQuery>;

export type SlipPeriod = { readonly from: LocalDate; readonly to: LocalDate };

export const PAGE_SIZE = 50;

export const slipPaths = {
  list: '/slips',
  one: (number: string) => `/slips/${encodeURIComponent(number)}`,
  print: (number: string) => `/slips/${encodeURIComponent(number)}.pdf`,
} as const;

export const slipList = listAt(slipPaths.list, slipQuery.parse({}));

/** `000.17.22.H08-200428-0001-HDHS`: the number as it is kept and stands in addresses. */
export function keptNumber(number: string, kind: SlipKind): string {
  return `${number}-${SLIP_SYMBOLS[kind]}`;
}

/** The number without its symbol, which the printed form adds itself. */
export function printedNumber(kept: string): string {
  return kept.slice(0, kept.lastIndexOf('-'));
}

/** `000.17.22.H08-200428-0001/HDHS`: as people read it. */
export function shownNumber(kept: string, kind: SlipKind): string {
  return `${printedNumber(kept)}/${SLIP_SYMBOLS[kind]}`;
}
