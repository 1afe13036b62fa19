import { formatDate } from '#kernel/vietnamese/format.ts';
import type { ExportColumn } from '#web/http/export.ts';
import type { EndedRecord } from '#capabilities/dossiers/disposal/schema.ts';
import { CERTAINTY_LABELS, type RetentionRule } from './schema.ts';

/** Columns of the exported list of records whose time is over. */
export const ENDED_COLUMNS = (
  rules: ReadonlyMap<number, RetentionRule>,
): readonly ExportColumn<EndedRecord>[] => [
  { header: 'Số', value: (row) => row.label, width: 28 },
  { header: 'Thủ tục', value: (row) => row.title, width: 48 },
  { header: 'Kết thúc', value: (row) => formatDate(row.endedOn) },
  { header: 'Giữ đến', value: (row) => formatDate(row.keptUntil) },
  { header: 'Căn cứ', value: (row) => rules.get(row.ruleId)?.legalBasis ?? '', width: 60 },
  {
    header: 'Quy tắc',
    value: (row) => CERTAINTY_LABELS[rules.get(row.ruleId)?.certainty ?? 'likely'],
    width: 36,
  },
];
