import type { ExportColumn } from '#web/http/export.ts';
import { SHORT_LABELS, shownNumber, type Slip } from '../schema.ts';
import { groundsWords } from './words.ts';

export const SLIP_COLUMNS: readonly ExportColumn<Slip>[] = [
  { header: 'Số phiếu', value: (slip) => shownNumber(slip.number, slip.content.kind), width: 34 },
  { header: 'Loại', value: (slip) => SHORT_LABELS[slip.content.kind] },
  { header: 'Người nộp', value: (slip) => slip.content.applicant.fullName, width: 28 },
  { header: 'Thủ tục', value: (slip) => slip.content.procedureName, width: 40 },
  { header: 'Nội dung', value: (slip) => groundsWords(slip.content), width: 60 },
  { header: 'Căn cứ', value: (slip) => slip.content.legalBasis.join('; '), width: 40 },
  { header: 'Lập lúc', value: (slip) => slip.issuedAt },
  { header: 'Người lập', value: (slip) => slip.officerName, width: 28 },
];
