import { z } from 'zod';
import { formatNumber } from '#kernel/citations/citation.ts';
import { CITATION_TYPE_LABELS, CITATION_TYPES } from '#kernel/citations/types.ts';
import { isLocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { listAt } from '#web/http/list-state.ts';
import { DOCUMENT_FIELDS, DOUBT_KINDS } from './words.ts';

const words = (longest: number) => z.string().trim().max(longest, `Dài nhất ${longest} ký tự.`);
const day = z
  .string()
  .refine(isLocalDate, 'Hãy ghi ngày có thật, theo dạng ngày/tháng/năm, ví dụ 28/4/2020.')
  .nullable();

/** Something of a document that is uncertain, or that was compared with the document itself. */
export const doubt = z
  .object({
    field: z.enum(DOCUMENT_FIELDS),
    kind: z.enum(DOUBT_KINDS),
    note: words(500),
  })
  .readonly();
export type Doubt = z.infer<typeof doubt>;

/** Where it is cited: the source, the place in it, and how it stands there. */
export const citedIn = z
  .object({ source: words(300).min(1, 'Hãy ghi nguồn.'), place: words(100), said: words(300) })
  .readonly();
export type CitedIn = z.infer<typeof citedIn>;

export const doubts = z.array(doubt).max(20).readonly();
export const sources = z.array(citedIn).max(100).readonly();

/** What is kept of a document. */
export const documentInput = z
  .object({
    type: z.enum(CITATION_TYPES, { error: 'Hãy chọn loại văn bản.' }),
    number: z
      .string()
      .trim()
      .regex(/^(?:\d{1,6}\p{Ll}{0,2})?$/u, 'Số gồm chữ số, có thể kèm chữ thường, ví dụ 30c.'),
    yearInNumber: z.number().int().min(1900, 'Năm ghi đủ bốn chữ số.').max(2200).nullable(),
    symbol: z
      .string()
      .trim()
      .regex(/^(?:\p{L}[\p{L}\p{N}&./-]{0,40})?$/u, 'Ký hiệu như QĐ-UBND hoặc CT/HU, không có dấu cách.'),
    issuer: words(200),
    issuerUnitId: z.number().int().positive().nullable(),
    issuedOn: day,
    title: words(1000).min(3, 'Hãy ghi trích yếu.'),
    inForceFrom: day,
    inForceUntil: day,
    replacedBy: z.number().int().positive().nullable(),
    doubts,
    sources,
    note: words(2000),
  })
  .readonly()
  .refine(({ inForceFrom, inForceUntil }) => !inForceFrom || !inForceUntil || inForceFrom <= inForceUntil, {
    error: 'Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.',
    path: ['inForceUntil'],
  });
export type DocumentInput = z.infer<typeof documentInput>;

export type RegisteredDocument = DocumentInput & {
  readonly id: number;
  readonly withdrawn: boolean;
  /** Last event of its history, for forms. */
  readonly sequence: number;
};

/** `61/2018/NĐ-CP`, `10/UBND`, `12-CT/HU`; what is not known is left out. */
export function numberOf({
  number,
  yearInNumber,
  symbol,
}: Pick<DocumentInput, 'number' | 'yearInNumber' | 'symbol'>): string {
  return formatNumber({ number: number || null, yearInNumber, symbol: symbol || null });
}

/** How texts name it: `Quyết định số 3898/QĐ-UBND ngày 10/12/2019 của UBND huyện An Lão`. */
export function citationOf(document: DocumentInput): string {
  const number = numberOf(document);
  return [
    CITATION_TYPE_LABELS[document.type],
    number === '' ? '' : `số ${number}`,
    document.issuedOn === null ? '' : `ngày ${formatDate(document.issuedOn)}`,
    document.issuer === '' ? '' : `của ${document.issuer}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Whether something of it is uncertain or not known. */
export function isDoubtful({ doubts: said }: Pick<DocumentInput, 'doubts'>): boolean {
  return said.some(({ kind }) => kind !== 'checked');
}

export const PAGE_SIZE = 50;

const SURENESS = ['', 'doubtful', 'sure'] as const;

/** What narrows the list, as its address says; what makes no sense there counts as not given. */
export const documentQuery = z.object({
  q: z.string().max(200).catch(''),
  type: z
    .enum(CITATION_TYPES)
    .or(z.literal('' as const))
    .catch(''),
  issuer: z.string().max(200).catch(''),
  year: z.coerce.number().int().min(1900).max(2200).nullable().catch(null),
  sure: z.enum(SURENESS).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type DocumentQuery = z.infer<typeof documentQuery>;
export type DocumentFilter = Omit<DocumentQuery, 'page'>;

export const documentPaths = {
  list: '/documents',
  new: '/documents/new',
  choices: '/documents/choices',
  one: (id: number | string): string => `/documents/${id}`,
  edit: (id: number | string): string => `/documents/${id}/edit`,
  withdraw: (id: number | string): string => `/documents/${id}/withdrawal`,
} as const;

export const documentList = listAt(documentPaths.list, documentQuery.parse({}));
