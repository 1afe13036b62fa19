import type { ExportColumn } from '#web/http/export.ts';
import { TIMELINESS_LABELS } from '#capabilities/slips/words.ts';
import { PHASE_LABELS } from '../schema.ts';
import type { DossierRow, InboxRow } from './schema.ts';

/** Columns of the exported inbox. */
export const INBOX_COLUMNS: readonly ExportColumn<InboxRow>[] = [
  { header: 'Số hồ sơ', value: (row) => row.number, width: 28 },
  { header: 'Thủ tục', value: (row) => row.title, width: 40 },
  { header: 'Lĩnh vực', value: (row) => row.domain, width: 20 },
  { header: 'Người nộp', value: (row) => row.applicantName, width: 28 },
  { header: 'Ngày nhận', value: (row) => row.receivedAt },
  { header: 'Hẹn trả', value: (row) => row.dueAt },
  { header: 'Bước hiện tại', value: (row) => row.stepName, width: 40 },
  { header: 'Hạn của bước', value: (row) => row.stepDueAt },
  { header: 'Người thụ lý', value: (row) => row.officerName, width: 28 },
];

/** Columns of the exported list of dossiers. */
export const DOSSIER_COLUMNS = (
  unitName: (unitId: number) => string,
): readonly ExportColumn<DossierRow>[] => [
  { header: 'Số hồ sơ', value: (row) => row.number, width: 28 },
  { header: 'Thủ tục', value: (row) => row.title, width: 40 },
  { header: 'Lĩnh vực', value: (row) => row.domain, width: 20 },
  { header: 'Người nộp', value: (row) => row.applicantName, width: 28 },
  { header: 'Liên thông', value: (row) => (row.linked ? 'x' : null), width: 12 },
  { header: 'Nơi tiếp nhận', value: (row) => unitName(row.receivingUnitId), width: 28 },
  { header: 'Ngày nhận', value: (row) => row.receivedAt },
  { header: 'Hẹn trả', value: (row) => row.dueAt },
  { header: 'Trạng thái', value: (row) => PHASE_LABELS[row.phase], width: 20 },
  { header: 'Có kết quả', value: (row) => row.finishedAt },
  { header: 'Hạn', value: (row) => (row.timeliness ? TIMELINESS_LABELS[row.timeliness] : null), width: 12 },
  { header: 'Đã trả', value: (row) => row.returnedAt },
  {
    header: 'Đang ở',
    value: (row) => (row.stepUnitId === null ? null : unitName(row.stepUnitId)),
    width: 28,
  },
  { header: 'Bước', value: (row) => row.stepName, width: 40 },
];
