/** What units did about a dossier together, as short Vietnamese sentences. */
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { CONSULTATION_LABELS } from '../consultation/schema.ts';
import { LINK_END_LABELS } from '../linked/schema.ts';
import type { UnitEvent } from './fold.ts';
import { DISCREPANCY_ANSWER_LABELS, DISCREPANCY_LABELS } from './schema.ts';

type Names = {
  readonly unitName: (unitId: number) => string;
  /** The unit of the step at a position. */
  readonly unitOf: (position: number) => string;
};

export function unitDeedWords(event: UnitEvent, { unitName, unitOf }: Names): string {
  switch (event.kind) {
    case 'handover-listed':
      return `Kê giấy tờ bàn giao: ${event.payload.papers.reduce((sum, { copies }) => sum + copies, 0)} bản`;
    case 'handover-refused':
      return `${unitOf(event.payload.position)} không nhận bàn giao, giấy tờ ở lại bên giao: ${event.payload.reason}`;
    case 'discrepancy-found':
      return `Ghi sai lệch khi nhận bàn giao từ ${unitName(event.payload.fromUnitId)}: ${DISCREPANCY_LABELS[event.payload.kind].toLowerCase()}`;
    case 'discrepancy-answered':
      return `Trả lời sai lệch bàn giao: ${DISCREPANCY_ANSWER_LABELS[event.payload.answer].toLowerCase()}`;
    case 'discrepancy-settled':
      return 'Giải quyết xong sai lệch bàn giao';
    case 'consultation-asked':
      return `Lấy ý kiến ${unitName(event.payload.toUnitId)}, hạn trả lời ${formatDateTime(new Date(event.payload.dueAt))}`;
    case 'consultation-ended':
      return `Ý kiến của ${unitName(event.payload.toUnitId)}: ${CONSULTATION_LABELS[event.payload.how].toLowerCase()}`;
    case 'linked-opened':
      return `Lập hồ sơ liên thông ${event.payload.number}`;
    case 'linked-ended':
      return `Hồ sơ liên thông ${event.payload.number}: ${LINK_END_LABELS[event.payload.how].toLowerCase()}`;
    case 'note-added':
      return 'Thêm ghi chú nội bộ';
    case 'note-removed':
      return 'Gỡ ghi chú nội bộ';
    case 'tagged':
      return `Gắn nhãn “${event.payload.tag}”`;
    case 'untagged':
      return `Gỡ nhãn “${event.payload.tag}”`;
  }
}
