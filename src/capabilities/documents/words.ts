import { codesOf, type Labels } from '#kernel/labels.ts';

/** What of a document can be uncertain. */
export type DocumentField = 'type' | 'number' | 'symbol' | 'issuer' | 'date' | 'title' | 'force';

export const FIELD_LABELS = {
  type: 'Loại văn bản',
  number: 'Số',
  symbol: 'Ký hiệu',
  issuer: 'Cơ quan ban hành',
  date: 'Ngày ban hành',
  title: 'Trích yếu',
  force: 'Hiệu lực',
} as const satisfies Labels<DocumentField>;

export const DOCUMENT_FIELDS = codesOf(FIELD_LABELS);

export type DoubtKind = 'checked' | 'doubtful' | 'missing';

/** How far a field is to be trusted; one that nothing is said of stands as its source has it. */
export const DOUBT_LABELS = {
  checked: 'Đã đối chiếu',
  doubtful: 'Còn nghi ngờ',
  missing: 'Nguồn không nêu',
} as const satisfies Labels<DoubtKind>;

export const DOUBT_KINDS = codesOf(DOUBT_LABELS);
