import type { ExportColumn } from '#web/http/export.ts';
import { MASK_LABELS } from './mask.ts';
import { BASES, LEVEL_LABELS, type PersonalField, PURPOSES, RETENTIONS, SUBJECT_LABELS } from './schema.ts';

/** Columns of the exported register. */
export const REGISTER_COLUMNS: readonly ExportColumn<PersonalField>[] = [
  { header: 'Dữ liệu', value: (row) => row.label, width: 40 },
  { header: 'Bảng', value: (row) => row.table, width: 20 },
  { header: 'Cột', value: (row) => row.column, width: 20 },
  { header: 'Của ai', value: (row) => SUBJECT_LABELS[row.of], width: 40 },
  { header: 'Mức', value: (row) => LEVEL_LABELS[row.level], width: 18 },
  { header: 'Mục đích', value: (row) => PURPOSES[row.purpose], width: 40 },
  { header: 'Căn cứ', value: (row) => BASES[row.basis], width: 60 },
  { header: 'Thời hạn giữ', value: (row) => RETENTIONS[row.retention], width: 40 },
  { header: 'Hiện với người khác', value: (row) => MASK_LABELS[row.mask], width: 30 },
];
