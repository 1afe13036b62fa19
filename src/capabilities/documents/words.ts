import { codesOf, type Labels } from '#kernel/labels.ts';

/** Types of documents: legal ones first, then the administrative ones of Decree 30/2020/NĐ-CP, Art. 7, then those of the Party. */
export const TYPE_LABELS = {
  HP: 'Hiến pháp',
  L: 'Luật',
  PL: 'Pháp lệnh',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  HĐ: 'Hợp đồng',
  CV: 'Công văn',
  CĐ: 'Công điện',
  KL: 'Kết luận',
  khác: 'Văn bản khác',
} as const satisfies Labels<string>;

export type DocumentType = keyof typeof TYPE_LABELS;
export const DOCUMENT_TYPES = codesOf(TYPE_LABELS);

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
