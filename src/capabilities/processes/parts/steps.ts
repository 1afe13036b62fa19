/** A row of the table of steps in words. */
import {
  nodeWords,
  type ProcessDefinition,
  SERVICE_VERB_LABELS,
  unitRoleOf,
} from '#kernel/process/schema.ts';
import type { Row, RowNode, Way } from '#kernel/process/table/table.ts';
import { chosenName } from '../choice.ts';
import { ROW_KIND_LABELS } from '../drafts/kinds.ts';
import { NOTICE_LABELS } from '../notices.ts';
import { minutesWords, timeOf, unitRoleWords } from '../words.ts';

/** The name of a row, or what it is. */
export function rowName(node: RowNode): string {
  return node.name.trim() === '' ? kindWords(node) : node.name.trim();
}

export function kindWords(node: RowNode): string {
  return node.kind === 'start-event' ? 'Bắt đầu' : ROW_KIND_LABELS[node.kind];
}

/** Who does a row, or what the system does there; empty where nobody does anything. */
export function doerWords(definition: ProcessDefinition, node: RowNode): string {
  switch (node.kind) {
    case 'user-task':
    case 'message-catch': {
      const unitRole = unitRoleOf(definition, node);
      return unitRole === null ? 'Chưa chọn' : unitRoleWords(unitRole);
    }
    case 'service-task':
      return node.verb === null ? 'Chưa chọn việc' : verbWords(node.verb, node.subject);
    case 'call-activity':
      return node.procedure === '' ? 'Chưa chọn thủ tục' : `Thủ tục ${node.procedure}`;
    case 'timer-event':
    case 'start-event':
    case 'end-event':
    case 'exclusive-gateway':
    case 'inclusive-gateway':
    case 'parallel-gateway':
      return '';
  }
}

function verbWords(verb: keyof typeof SERVICE_VERB_LABELS, subject: string): string {
  const labels: Readonly<Record<string, string>> = NOTICE_LABELS;
  const what = verb === 'notify' ? (labels[subject] ?? subject) : subject;
  return what === '' ? SERVICE_VERB_LABELS[verb] : `${SERVICE_VERB_LABELS[verb]}: ${what}`;
}

/** `4 giờ làm việc`, or what is missing; empty where no time is asked for. */
export function timeWords(node: RowNode): string {
  const asks = node.kind === 'timer-event' || 'quotaMinutes' in node;
  return asks ? (minutesWords(timeOf(node)) ?? 'Chưa nhập') : '';
}

export function meetingWords({ meeting }: Row): string {
  switch (meeting?.how) {
    case 'all':
      return 'Chờ đủ mọi nhánh tới';
    case 'some':
      return 'Chờ đủ các nhánh đã mở';
    case 'one':
      return 'Nhánh nào tới thì làm';
    case undefined:
      return '';
  }
}

/** How the ways of a row are taken, before their list; empty for the one next row. */
export function onwardWords({ node, onward }: Row): string {
  if (onward.how === 'one' || node.kind === 'exclusive-gateway') return 'Đi một nhánh:';
  if (onward.how === 'some' || node.kind === 'inclusive-gateway') return 'Đi một hoặc nhiều nhánh:';
  if (onward.how === 'all' || node.kind === 'parallel-gateway') return 'Đi mọi nhánh cùng lúc:';
  return '';
}

/** `“Cần xác minh” (người làm chọn) → Xác minh`. */
export function wayWords(way: Way, nameOf: (id: string) => string): string {
  const name = way.name.trim() === '' ? '' : `“${way.name.trim()}” `;
  const chosen = chosenName(way.condition);
  const when = way.isDefault
    ? '(còn lại) '
    : chosen !== null
      ? '(người làm chọn) '
      : way.condition === null
        ? ''
        : `(khi ${way.condition}) `;
  return `${name}${when}→ ${nameOf(way.to)}`;
}

/** Names of rows by the ids of their nodes. */
export function namesOf(definition: ProcessDefinition): (id: string) => string {
  const names = new Map(
    definition.nodes.map((node) => [node.id, node.name.trim() === '' ? nodeWords(node) : node.name.trim()]),
  );
  return (id) => names.get(id) ?? id;
}
