/**
 * Types of documents and how their symbols name them: the 29 administrative types of Decree 30/2020/NĐ-CP (Art. 7, annex III),
 * the types of legal documents (Law on Promulgation of Legal Documents) and those that only the Party has (its rules on
 * the form of documents). A type's code is its abbreviation; types without one have a made one (CV, TCg).
 */
import { codesOf, type Labels } from '#kernel/labels.ts';

export const CITATION_TYPE_LABELS = {
  HP: 'Hiến pháp',
  BL: 'Bộ luật',
  L: 'Luật',
  PL: 'Pháp lệnh',
  Lệnh: 'Lệnh',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
  NQLT: 'Nghị quyết liên tịch',
  VBHN: 'Văn bản hợp nhất',
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
  BGN: 'Bản ghi nhớ',
  BTT: 'Bản thỏa thuận',
  GUQ: 'Giấy ủy quyền',
  GM: 'Giấy mời',
  GGT: 'Giấy giới thiệu',
  GNP: 'Giấy nghỉ phép',
  PG: 'Phiếu gửi',
  PC: 'Phiếu chuyển',
  PB: 'Phiếu báo',
  TCg: 'Thư công',
  KL: 'Kết luận',
  ĐL: 'Điều lệ',
} as const satisfies Labels<string>;

export type CitationType = keyof typeof CITATION_TYPE_LABELS;
export const CITATION_TYPES = codesOf(CITATION_TYPE_LABELS);

/** Abbreviations in symbols that differ from the code, or that stand for more than one type. */
const ABBREVIATIONS: Readonly<Record<string, readonly CitationType[]>> = {
  // The Party writes QĐ for both; regulations of offices are put in force by a decision and cited with its symbol.
  QĐ: ['QĐ', 'QyĐ', 'QC', 'ĐA', 'CTr'],
  QĐi: ['QyĐ'],
  QyĐi: ['QyĐ'],
  CTHĐ: ['CTr'],
  CTrHĐ: ['CTr'],
  CTR: ['CTr'],
  TTR: ['TTr'],
  KHHĐ: ['KH'],
  CTPH: ['CTr', 'QC'],
  NQLT: ['NQLT', 'NQ'],
  TTLT: ['TTLT', 'TT'],
  L: ['Lệnh'],
  LCT: ['Lệnh'],
  TBKL: ['TB', 'KL'],
  KL: ['KL', 'TB'],
  TB: ['TB', 'KL'],
};

/** Names that are said for a type besides its own. */
const OTHER_NAMES: readonly (readonly [string, CitationType])[] = [
  ['chương trình hành động', 'CTr'],
  ['chương trình công tác', 'CTr'],
  ['chương trình phối hợp', 'CTr'],
  ['quy chế phối hợp', 'QC'],
  ['kế hoạch hành động', 'KH'],
  ['thông báo kết luận', 'TB'],
  ['công điện khẩn', 'CĐ'],
  ['bản thoả thuận', 'BTT'],
  ['giấy uỷ quyền', 'GUQ'],
  ['qui chế', 'QC'],
  ['qui định', 'QyĐ'],
];

const NAMES: ReadonlyMap<string, CitationType> = new Map([
  ...CITATION_TYPES.map((code) => [CITATION_TYPE_LABELS[code].toLowerCase(), code] as const),
  ...OTHER_NAMES,
]);

/** Lower case, the longest first, for building patterns. */
export const TYPE_NAMES: readonly string[] = [...NAMES.keys()].toSorted((a, b) => b.length - a.length);

/** The type of a name in any case: `Chỉ thị`, `CHƯƠNG TRÌNH HÀNH ĐỘNG`. */
export function typeOfName(name: string): CitationType | null {
  return NAMES.get(name.toLowerCase()) ?? null;
}

/** Types for which an abbreviation may stand in a symbol; none when it is no type's. */
export function typesOfAbbreviation(abbreviation: string): readonly CitationType[] {
  const other = ABBREVIATIONS[abbreviation];
  if (other) return other;
  const code = CITATION_TYPES.find((one) => one === abbreviation);
  return code === undefined || NO_SYMBOL.has(code) ? [] : [code];
}

/** Constitutions, laws and letters bear no abbreviation of their type. */
const NO_SYMBOL: ReadonlySet<CitationType> = new Set(['HP', 'BL', 'L', 'Lệnh', 'CV', 'TCg']);

export function isCitationType(code: string): code is CitationType {
  return Object.hasOwn(CITATION_TYPE_LABELS, code);
}
