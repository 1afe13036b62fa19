import type { ExportColumn } from '#web/http/export.ts';
import { RETURN_METHOD_SHORT_LABELS } from '#capabilities/slips/words.ts';
import { acknowledgementWords } from './words.ts';
import type { BookRow } from './schema.ts';

/** The columns of Form 06 (Circular 01/2018/TT-VPCP). */
export const BOOK_COLUMNS = (unitName: (unitId: number) => string): readonly ExportColumn<BookRow>[] => [
  { header: 'TT', value: (row) => row.line, width: 8 },
  { header: 'Mã hồ sơ', value: (row) => row.number, width: 28 },
  { header: 'Tên thủ tục hành chính', value: (row) => row.title, width: 40 },
  { header: 'Tên cá nhân, tổ chức', value: (row) => row.applicantName, width: 28 },
  { header: 'Địa chỉ', value: (row) => row.address, width: 36 },
  { header: 'Số điện thoại', value: (row) => row.phone, width: 16 },
  { header: 'Cơ quan chủ trì giải quyết', value: (row) => unitName(row.resolvingUnitId), width: 36 },
  { header: 'Nhận hồ sơ', value: (row) => row.receivedAt },
  { header: 'Hẹn trả kết quả', value: (row) => row.dueAt },
  { header: 'Trả kết quả', value: (row) => row.returnedAt },
  {
    header: 'Phương thức nhận kết quả',
    value: (row) => RETURN_METHOD_SHORT_LABELS[row.returnMethod],
    width: 26,
  },
  { header: 'Ký nhận', value: (row) => acknowledgementWords(row), width: 28 },
];
