import type { ExportColumn } from '#web/http/export.ts';
import { OUTCOME_LABELS } from '../schema.ts';
import type { BatchLine } from './store.ts';

/** What came of each line, to be kept beside the workbook. */
export const RESULT_COLUMNS: readonly ExportColumn<BatchLine>[] = [
  { header: 'Dòng', value: ({ line }) => line, width: 8 },
  { header: 'Người nộp', value: ({ applicantName }) => applicantName, width: 32 },
  { header: 'Kết quả', value: ({ outcome }) => OUTCOME_LABELS[outcome] },
  { header: 'Mã hồ sơ', value: ({ number }) => number, width: 28 },
  { header: 'Hẹn trả', value: ({ dueAt }) => dueAt },
  { header: 'Vì sao chưa tiếp nhận', value: ({ problem }) => problem, width: 80 },
];
