import { formatDate } from '#kernel/vietnamese/format.ts';
import type { ExportColumn } from '#web/http/export.ts';
import type { Criterion } from '../schema.ts';
import type { DossierTotalRow, TotalRow } from './schema.ts';
import { averageOf } from './words.ts';

type UnitName = (unitId: number) => string;

export function totalColumns(
  criteria: readonly Criterion[],
  unitName: UnitName,
): readonly ExportColumn<TotalRow>[] {
  return [
    { header: 'Đơn vị', value: (row) => unitName(row.unitId), width: 36 },
    { header: 'Cán bộ', value: (row) => row.officerName, width: 28 },
    { header: 'Số hồ sơ', value: (row) => row.dossiers },
    { header: 'Điểm trung bình một tiêu chí', value: (row) => averageOf(row.total, row.known) },
    ...criteria.map((criterion) => ({
      header: `${criterion.code}. ${criterion.name}`,
      value: ({ criteria: sums }: TotalRow) => {
        const sum = sums[criterion.code];
        return sum ? averageOf(sum.sum, sum.count) : null;
      },
      width: 22,
    })),
  ];
}

export function dossierColumns(
  criteria: readonly Criterion[],
  unitName: UnitName,
): readonly ExportColumn<DossierTotalRow>[] {
  return [
    { header: 'Mã hồ sơ', value: (row) => row.number, width: 28 },
    { header: 'Thủ tục', value: (row) => row.title, width: 44 },
    { header: 'Đơn vị tiếp nhận', value: (row) => unitName(row.unitId), width: 30 },
    { header: 'Ngày trả', value: (row) => formatDate(row.returnedAt) },
    { header: 'Tổng điểm', value: (row) => row.total },
    { header: 'Số tiêu chí có dữ liệu', value: (row) => row.known },
    ...criteria.map((criterion) => ({
      header: `${criterion.code}. ${criterion.name}`,
      value: ({ points }: DossierTotalRow) => points[criterion.code] ?? null,
      width: 22,
    })),
  ];
}
