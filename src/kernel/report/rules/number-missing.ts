import type { CitationRead } from '../citing/read.ts';
import { documentsOf } from '../citing/documents.ts';
import { findingAt, type Rule } from './rule.ts';

export const NUMBER_MISSING: Rule = {
  code: 'number-missing',
  name: 'Thiếu số, ký hiệu hoặc năm trong số văn bản',
  what: 'Tìm văn bản được viện dẫn mà để trống số, không ghi ký hiệu, hoặc là nghị định, thông tư mà số không có năm.',
  why: 'Khi viện dẫn lần đầu phải ghi tên loại, số, ký hiệu, thời gian, cơ quan ban hành và trích yếu (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6); số của văn bản quy phạm pháp luật có năm ban hành.',
  examples: [
    { wrong: 'Nghị định số 34/NĐ-CP ngày 14/5/2016', right: 'Nghị định số 34/2016/NĐ-CP ngày 14/5/2016' },
    { wrong: 'Kế hoạch số …/KH-UBND ngày 20/3/2020', right: 'Kế hoạch số 15/KH-UBND ngày 20/3/2020' },
  ],
  find: (reading) => {
    const { isNamedInFull } = documentsOf(reading);
    return reading.citations.flatMap((citation) => {
      const lack = lackOf(citation);
      if (lack === null || (citation.symbol === null && isNamedInFull(citation))) return [];
      return [findingAt(reading, { rule: NUMBER_MISSING.code, severity: 'warning', ...lack }, citation)];
    });
  },
};

type Lack = { readonly message: string; readonly suggestion: string };

/** Every decree and circular has its year in the number (Law on Promulgation of Legal Documents). */
const WITH_YEAR: ReadonlySet<string> = new Set(['NĐ', 'TT', 'TTLT']);
/** Words like chương trình and dự án also have numbers that are none of documents. */
const WITH_SYMBOL: ReadonlySet<string> = new Set([
  'NĐ',
  'TT',
  'TTLT',
  'NQ',
  'QĐ',
  'CT',
  'KH',
  'TB',
  'CV',
  'TTr',
  'HD',
]);

function lackOf({ number, yearInNumber, symbol, type, date }: CitationRead): Lack | null {
  if (number === null) {
    return {
      message: `Để trống số của văn bản có ký hiệu ${symbol}.`,
      suggestion: 'Hãy ghi số của văn bản.',
    };
  }
  const year = date?.year ?? null;
  if (symbol === null) {
    if (type === null || !WITH_SYMBOL.has(type)) return null;
    return {
      message: `Văn bản số ${number} không ghi ký hiệu.`,
      suggestion: `Hãy ghi đủ số và ký hiệu, ví dụ ${number}/QĐ-UBND.`,
    };
  }
  const [first = ''] = symbol.split(/[-/]/);
  if (yearInNumber !== null || !WITH_YEAR.has(first)) return null;
  return {
    message: `Số ${number}/${symbol} thiếu năm ban hành.`,
    suggestion: year === null ? 'Hãy ghi năm giữa số và ký hiệu.' : `Hãy ghi ${number}/${year}/${symbol}.`,
  };
}
