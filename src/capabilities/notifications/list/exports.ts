import type { ExportColumn } from '#web/http/export.ts';
import { CHANNEL_LABELS, DELIVERY_LABELS, templateWords } from '../schema.ts';
import type { NoticeRow } from './schema.ts';

/** Columns of the exported list; addresses as lists show them. */
export const NOTICE_COLUMNS = (unitName: (unitId: number) => string): readonly ExportColumn<NoticeRow>[] => [
  { header: 'Lúc', value: (row) => row.createdAt },
  { header: 'Số hồ sơ', value: (row) => row.dossierNumber, width: 28 },
  { header: 'Nơi tiếp nhận', value: (row) => (row.unitId === null ? null : unitName(row.unitId)), width: 28 },
  { header: 'Thông báo', value: (row) => templateWords(row.template), width: 36 },
  { header: 'Người nhận', value: (row) => row.officerName ?? 'Người nộp', width: 28 },
  { header: 'Kênh', value: (row) => (row.channel ? CHANNEL_LABELS[row.channel] : null) },
  { header: 'Địa chỉ', value: (row) => row.address, width: 28 },
  { header: 'Tình trạng', value: (row) => DELIVERY_LABELS[row.state], width: 24 },
  { header: 'Gửi lúc', value: (row) => row.sentAt },
  { header: 'Đến lúc', value: (row) => row.deliveredAt },
  { header: 'Số lần gửi', value: (row) => row.attempts },
  { header: 'Lý do', value: (row) => row.failure, width: 40 },
];
