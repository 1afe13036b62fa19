/** The kinds of rows that can be added to a table, and a row of each that says nothing yet. */
import type { Labels } from '#kernel/labels.ts';
import type { NodeKind, ProcessNode, UnitRole } from '#kernel/process/schema.ts';
import type { RowNode } from '#kernel/process/table/table.ts';

type AddedKind = Exclude<NodeKind, 'start-event' | 'boundary-timer'>;

/** In the words of those who write the internal procedure of an agency. */
export const ROW_KIND_LABELS = {
  'user-task': 'Bước do người làm',
  'service-task': 'Việc hệ thống tự làm',
  'message-catch': 'Chờ ý kiến, văn bản trả lời',
  'call-activity': 'Hồ sơ liên thông',
  'timer-event': 'Chờ một thời gian',
  'exclusive-gateway': 'Rẽ nhánh: đi một nhánh',
  'inclusive-gateway': 'Rẽ nhánh: đi một hoặc nhiều nhánh',
  'parallel-gateway': 'Song song: đi mọi nhánh',
  'end-event': 'Kết thúc',
} as const satisfies Labels<AddedKind>;

type Known = Pick<ProcessNode, 'id' | 'name' | 'lane'> & {
  readonly unitRole?: UnitRole | null;
  readonly quotaMinutes?: number | null;
  readonly minutes?: number | null;
};

/** A node of a kind with what is known of it; the rest is to be filled in. */
export function nodeOfKind(kind: NodeKind, known: Known): RowNode {
  const common = { id: known.id, name: known.name, lane: known.lane };
  const unitRole = known.unitRole ?? null;
  const quotaMinutes = known.quotaMinutes ?? known.minutes ?? null;
  switch (kind) {
    case 'start-event':
    case 'boundary-timer':
      throw new Error(`A row cannot become a ${kind}`);
    case 'user-task':
      return { kind, ...common, unitRole, quotaMinutes };
    case 'service-task':
      return { kind, ...common, verb: null, subject: '' };
    case 'message-catch':
      return { kind, ...common, message: known.name, unitRole, quotaMinutes };
    case 'call-activity':
      return { kind, ...common, procedure: '', quotaMinutes };
    case 'timer-event':
      return { kind, ...common, minutes: quotaMinutes };
    case 'exclusive-gateway':
    case 'inclusive-gateway':
      return { kind, ...common, defaultFlow: null };
    case 'parallel-gateway':
      return { kind, ...common };
    case 'end-event':
      return { kind, ...common, how: 'none', errorCode: null };
  }
}
