import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { stateOf } from '#capabilities/results/words.ts';
import {
  bookWords,
  RESULT_KIND_LABELS,
  RESULT_STATE_LABELS,
  type Result,
} from '#capabilities/results/schema.ts';
import type { ExportColumn } from '#web/http/export.ts';

/** Columns of an exported register. */
export function resultColumns(
  unitName: (unitId: number) => string,
  today: LocalDate,
): readonly ExportColumn<Result>[] {
  const day = (date: LocalDate | null): string => (date === null ? '' : formatDate(date));
  return [
    { header: 'Số vào sổ', value: bookWords, width: 12 },
    { header: 'Đơn vị cấp', value: (row) => unitName(row.unitId), width: 30 },
    { header: 'Loại', value: (row) => RESULT_KIND_LABELS[row.kind], width: 18 },
    { header: 'Tên kết quả', value: (row) => row.title, width: 40 },
    { header: 'Số, ký hiệu', value: (row) => row.documentNumber, width: 18 },
    { header: 'Ngày ký', value: (row) => day(row.issuedOn), width: 12 },
    { header: 'Người ký', value: (row) => row.signer, width: 26 },
    { header: 'Cấp cho', value: (row) => row.holder, width: 28 },
    { header: 'Hiệu lực từ', value: (row) => day(row.validFrom), width: 12 },
    { header: 'Đến hết', value: (row) => day(row.validTo), width: 12 },
    { header: 'Trạng thái', value: (row) => RESULT_STATE_LABELS[stateOf(row, today)], width: 16 },
    { header: 'Hồ sơ', value: (row) => row.dossierNumber, width: 28 },
  ];
}
