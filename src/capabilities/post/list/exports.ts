import type { ExportColumn } from '#web/http/export.ts';
import { DIRECTION_LABELS, POSTAL_LABELS, type PostalOrder } from '../schema.ts';

/** Columns of the exported list; telephone numbers as lists show them. */
export const ORDER_COLUMNS = (unitName: (unitId: number) => string): readonly ExportColumn<PostalOrder>[] => [
  { header: 'Số bưu gửi', value: (row) => row.number, width: 30 },
  { header: 'Mã của bưu chính', value: (row) => row.trackingCode, width: 20 },
  { header: 'Số hồ sơ', value: (row) => row.dossierNumber, width: 28 },
  { header: 'Thủ tục', value: (row) => row.dossierTitle, width: 40 },
  { header: 'Đơn vị', value: (row) => unitName(row.unitId), width: 28 },
  { header: 'Chiều', value: (row) => DIRECTION_LABELS[row.direction], width: 28 },
  { header: 'Người gửi', value: (row) => row.sender.name, width: 28 },
  { header: 'Người nhận', value: (row) => row.receiver.name, width: 28 },
  { header: 'Điện thoại người nhận', value: (row) => row.receiver.phone },
  { header: 'Địa chỉ nhận', value: (row) => row.receiver.address, width: 40 },
  { header: 'Tình trạng', value: (row) => POSTAL_LABELS[row.state], width: 22 },
  { header: 'Từ lúc', value: (row) => row.stateAt },
  { header: 'Lập lúc', value: (row) => row.createdAt },
  { header: 'Phát lúc', value: (row) => row.deliveredAt },
  { header: 'Cước (đồng)', value: (row) => row.cost },
  { header: 'Thu hộ (đồng)', value: (row) => row.codAmount },
  { header: 'Vì sao không phát được', value: (row) => row.failure, width: 40 },
];
