import { formatDate } from '#kernel/vietnamese/format.ts';
import type { ExportColumn } from '#web/http/export.ts';
import { LEVEL_LABELS, ONLINE_LEVEL_LABELS } from '../labels.ts';
import { applicantWords, feeWords, limitWords } from '../words.ts';
import { type ProcedureRow, STANDING_LABELS } from './schema.ts';

/** The list as a file: what a one-stop puts on its wall or sends to the province. */
export const PROCEDURE_COLUMNS: readonly ExportColumn<ProcedureRow>[] = [
  { header: 'Mã thủ tục', value: (row) => row.code, width: 12 },
  { header: 'Tên thủ tục', value: (row) => row.content.name, width: 60 },
  { header: 'Lĩnh vực', value: (row) => row.content.domain, width: 24 },
  { header: 'Cấp giải quyết', value: (row) => LEVEL_LABELS[row.content.level], width: 14 },
  { header: 'Đối tượng', value: (row) => applicantWords(row.content.applicants), width: 18 },
  { header: 'Thời hạn giải quyết', value: (row) => limitWords(row.content), width: 30 },
  {
    header: 'Phí, lệ phí',
    value: (row) => row.content.fees.map((fee) => `${fee.name}: ${feeWords(fee)}`).join('; '),
    width: 40,
  },
  { header: 'Mức độ trực tuyến', value: (row) => ONLINE_LEVEL_LABELS[row.content.onlineLevel], width: 22 },
  { header: 'Bưu chính công ích', value: (row) => (row.content.postal ? 'Có' : 'Không'), width: 12 },
  { header: 'Trạng thái', value: (row) => STANDING_LABELS[row.standing], width: 20 },
  { header: 'Hiệu lực từ', value: (row) => row.validFrom && formatDate(row.validFrom), width: 12 },
  { header: 'Số nơi tiếp nhận', value: (row) => row.offeredBy, width: 10 },
];
