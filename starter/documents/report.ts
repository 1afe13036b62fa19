import type { DocumentInput } from '#capabilities/documents/schema.ts';

/** How the register and the figures name the report from which the starter data come. */
export const REPORT_TITLE =
  'Báo cáo tổng kết thực hiện Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2011-2020 huyện An Lão';

/** The report itself, as a document of the register: its number is not in the text, its day is that of its signatures. */
export const REPORT: DocumentInput = {
  type: 'BC',
  number: '',
  yearInNumber: null,
  symbol: 'BC-UBND',
  issuer: 'UBND huyện An Lão',
  issuerUnitId: null,
  issuedOn: '2020-04-28',
  title: REPORT_TITLE,
  inForceFrom: null,
  inForceUntil: null,
  replacedBy: null,
  doubts: [
    { field: 'number', kind: 'missing', note: 'Bản chữ trích được không có số của báo cáo.' },
    { field: 'symbol', kind: 'doubtful', note: 'Suy từ tên loại và cơ quan ban hành.' },
    {
      field: 'date',
      kind: 'doubtful',
      note: 'Theo thời điểm ký số 28/4/2020; dòng ghi ngày không có trong bản chữ.',
    },
  ],
  sources: [],
  note: 'Nguồn của các số liệu giai đoạn 2011-2020 trong danh mục chỉ tiêu.',
};
