import { formatDate } from '#kernel/vietnamese/format.ts';
import type { ExportColumn } from '#web/http/export.ts';
import { MANNER_LABELS, type ReviewedRead, type UnusualDay } from './schema.ts';

type UnitName = (unitId: number) => string;

/** Columns of an exported list of reads. */
export const READ_COLUMNS = (unitName: UnitName): readonly ExportColumn<ReviewedRead>[] => [
  { header: 'Lần đầu', value: (row) => row.firstAt },
  { header: 'Lần cuối', value: (row) => row.lastAt },
  { header: 'Số lần', value: (row) => row.times, width: 8 },
  { header: 'Cán bộ', value: (row) => row.officerName, width: 28 },
  { header: 'Chức danh', value: (row) => row.postTitle, width: 32 },
  { header: 'Đơn vị', value: (row) => unitName(row.unitId), width: 32 },
  { header: 'Hồ sơ, phiếu', value: (row) => row.number, width: 28 },
  { header: 'Đã xem', value: (row) => MANNER_LABELS[row.manner], width: 32 },
  { header: 'Lý do, phiếu', value: (row) => detailWords(row), width: 40 },
  { header: 'Ngoài việc của mình', value: (row) => (row.isOutside ? 'có' : ''), width: 18 },
];

/** Columns of exported unusual days. */
export const UNUSUAL_COLUMNS = (unitName: UnitName): readonly ExportColumn<UnusualDay>[] => [
  { header: 'Ngày', value: (row) => formatDate(row.day) },
  { header: 'Cán bộ', value: (row) => row.officerName, width: 28 },
  { header: 'Chức danh', value: (row) => row.postTitle, width: 32 },
  { header: 'Đơn vị', value: (row) => unitName(row.unitId), width: 32 },
  { header: 'Hồ sơ đã xem', value: (row) => row.dossiers, width: 14 },
  { header: 'Ngoài việc của mình', value: (row) => row.outside, width: 18 },
];

/** A reason or a printed slip; the identifier of a file says nothing to a reader. */
export function detailWords({ manner, detail }: Pick<ReviewedRead, 'manner' | 'detail'>): string {
  return manner === 'file-opened' ? '' : detail;
}
