/** Numbers of a text that count nothing: of articles of law, levels, standards, roads, telephones, documents. */
import { unitAt } from './units.ts';

type Span = { readonly start: number; readonly end: number };

/** Never a figure. */
const NAMED =
  /(?<!\p{L})(?:(?:điều|khoản|chương|lần thứ|thứ|phụ lục(?: số)?|biểu(?: mẫu)?(?: số)?|mẫu(?: số)?|bảng(?: số)?|hình|trang|quốc lộ|tỉnh lộ|ql|iso|is0|tcvn(?: iso)?|covid ?-?|điện thoại|đt|sđt|fax|phone|tel) ?[:.]? ?\d[\d.]*(?: ?(?:,|và|-|–|:|\/|hoặc|;) ?\d[\d.:]*)*)/gu;
const LEVEL =
  /(?<!\p{L})(?:(?:mức độ|cấp độ) \d(?: ?(?:,|và|-|–|hoặc|đến) ?\d)*|mức \d(?![\d.,]*[\d%])(?: ?(?:,|và) ?\d)*)(?![\d%])/gu;
/** A figure only where something that is counted follows: `Nghị quyết 42 văn bản`. */
const NAMED_UNLESS_COUNTED =
  /(?<!\p{L})(?:điểm|mục|phần|luật|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|kết luận|kế hoạch|công văn|thông báo|đề án|dự án|chương trình|công điện|hướng dẫn|khóa|khoá|lớp|khối|nhóm|loại|hạng|bậc|thôn|tổ|xóm|ấp|làng|khu phố|tổ dân phố|khu vực|quận|phường|đội|đường|số nhà|lô|tầng|phòng số|vùng|kỳ họp thứ|nhiệm kỳ|phiên bản|cách mạng công nghiệp(?: lần thứ)?) ?(?:số )?\d[\d.]*(?: ?(?:,|và) ?\d{1,2}(?![\d.]))*/gu;
/** `11/KH-UBND`, `12-CT/HU`, `36 CT/HU`, `61/2018/NĐ-CP`, `số 765/UBND`. */
const DOCUMENT =
  /\d{1,6}\p{L}?(?: ?\/ ?\d{4})?(?: ?[-/] ?| (?=\p{L}{2,5}[-/]\p{L}))(?:nđ|qđ|tt|nq|ct|kh|ctr|tb|bc|cv|tttr|hd|đa|kl|lt|ttlt|ubnd|hđnd|qh|pl|gm|cđ|vb|nv)\d{0,2}(?! ?\p{Ll}{3,})[-/\p{L}]{0,20}/gu;
const IDIOM = /24 ?\/ ?(?:24|7)(?! ?\/)|(?<![\d.,])[2345]\.0(?![\d])/g;

/** Spans whose numbers are no figures. `low` is the text in lower case. */
export function spansWithoutFigures(low: string): readonly Span[] {
  if (!/\d/.test(low)) return [];
  const unlessCounted = spans(low, NAMED_UNLESS_COUNTED).filter(({ end }) => {
    const unit = unitAt(low, end);
    return !(unit.isKnown && unit.end > end);
  });
  return [
    ...spans(low, NAMED),
    ...spans(low, LEVEL),
    ...unlessCounted,
    ...spans(low, DOCUMENT),
    ...spans(low, IDIOM),
  ];
}

function spans(low: string, pattern: RegExp): Span[] {
  return Array.from(low.matchAll(pattern), ({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
  }));
}

/** Letters or signs right against a number make it a code: `TL629`, `51a`, `#12`; units may be written against it. */
export function isPartOfCode(low: string, start: number, end: number): boolean {
  if (/[\p{L}\p{M}\p{N}_#@]/u.test(low[start - 1] ?? ' ')) return true;
  if (!/[\p{L}_@#]/u.test(low[end] ?? ' ')) return false;
  return !/^(?:%|m[23²³]?|km2?|ha|kg|tr|đ|tỷ|triệu|đồng|lít|kwh)(?![\p{L}\d])/u.test(low.slice(end, end + 8));
}

const HEAD_OF_NAME = /\p{Lu}[\p{Ll}\p{M}]* \p{Lu}[\p{Ll}\p{M}]* $/u;

/** `Trường Tiểu học An Hòa 1`: a number that belongs to a name. `text` as written, `hasUnit` whether something counted follows. */
export function endsName(text: string, start: number, hasUnit: boolean): boolean {
  return !hasUnit && HEAD_OF_NAME.test(text.slice(Math.max(0, start - 30), start));
}
