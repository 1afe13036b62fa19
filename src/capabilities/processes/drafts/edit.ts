/** Changes of a draft, as changes of its table of steps. Pure: each answers a new definition. */
import type { BoundaryTimer, NodeKind, ProcessDefinition } from '#kernel/process/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import { definitionOf } from '#kernel/process/table/from-table.ts';
import {
  howOf,
  isGateway,
  type Meeting,
  type Onward,
  type Row,
  type RowNode,
  type StepTable,
  type TimerRow,
  type Way,
} from '#kernel/process/table/table.ts';
import { tableOf } from '#kernel/process/table/to-table.ts';
import { nodeOfKind } from './kinds.ts';

/** Ways and timers as a form has them: without what keeps them the same, where they are new. */
export type WayInput = Omit<Way, 'flow'> & { readonly flow: string };
export type TimerInput = {
  readonly id: string;
  readonly name: string;
  readonly interrupting: boolean;
  readonly minutes: number;
  readonly to: string;
};

/** The row of that node, or a refusal: somebody took it out meanwhile. */
export function rowOf(definition: ProcessDefinition, id: string): Row {
  return (
    tableOf(definition).rows.find((row) => row.node.id === id) ??
    refuse('missing', 'Dòng này không còn trong bản dự thảo. Hãy mở lại bảng các bước.')
  );
}

/** What a row is: its name, who does it, how long it takes. */
export function changeNode(definition: ProcessDefinition, node: RowNode): ProcessDefinition {
  return edited(definition, (rows) => replaced(rows, node.id, (row) => ({ ...row, node })));
}

/** The same row as another kind of element, keeping what both have. */
export function changeKind(definition: ProcessDefinition, id: string, kind: NodeKind): ProcessDefinition {
  const row = rowOf(definition, id);
  if (row.node.kind === 'start-event') refuse('invalid', 'Điểm bắt đầu không đổi thành loại khác được.');
  const node = nodeOfKind(kind, row.node);
  const changed: Row = {
    node,
    // A gateway meets and forks by itself.
    meeting: isGateway(node) ? null : row.meeting,
    timers: MAY_HAVE_TIMERS.has(kind) ? row.timers : [],
    onward: onwardOfKind(row, node, freshIds(definition)),
  };
  return edited(definition, (rows) => replaced(rows, id, () => changed));
}

function onwardOfKind(
  { node: before, onward }: Row,
  node: RowNode,
  fresh: (prefix: string) => string,
): Onward {
  if (node.kind === 'end-event') return { how: 'single', ways: [] };
  if (isGateway(node)) return { how: 'single', ways: onward.ways };
  if (!isGateway(before) || onward.ways.length < 2) return onward;
  return { how: howOf(before), ways: onward.ways, ...gatewayBehind(onward, fresh) };
}

/** Kinds of rows that a timer can be attached to. */
export const MAY_HAVE_TIMERS: ReadonlySet<NodeKind> = new Set([
  'user-task',
  'service-task',
  'message-catch',
  'call-activity',
]);

/** What comes after a row. */
export function changeOnward(
  definition: ProcessDefinition,
  id: string,
  onward: { readonly how: Onward['how']; readonly ways: readonly WayInput[] },
): ProcessDefinition {
  const fresh = freshIds(definition);
  const ways = onward.ways.map((way) => ({ ...way, flow: way.flow || fresh('flow') }));
  const before = rowOf(definition, id).onward;
  const next: Onward =
    onward.how === 'single'
      ? { how: 'single', ways }
      : { how: onward.how, ways, ...gatewayBehind(before, fresh) };
  return edited(definition, (rows) => replaced(rows, id, (row) => ({ ...row, onward: next })));
}

function gatewayBehind(before: Onward, fresh: (prefix: string) => string) {
  if (before.how !== 'single') return { gateway: before.gateway, link: before.link };
  return {
    gateway: { id: fresh('split'), name: '', lane: null },
    link: { id: fresh('flow'), name: '' },
  };
}

/** How a row waits for the ways that lead to it; null: every way that comes opens it by itself. */
export function changeMeeting(
  definition: ProcessDefinition,
  id: string,
  how: Meeting['how'] | null,
): ProcessDefinition {
  const table = tableOf(definition);
  if (how !== null && waysTo(table.rows, id).length < 2) {
    refuse('invalid', 'Chỉ một nhánh đi tới dòng này nên không có gì để chờ nhau. Hãy nối thêm nhánh trước.');
  }
  const fresh = freshIds(definition);
  const meeting = (row: Row): Meeting | null =>
    how === null
      ? null
      : {
          how,
          gateway: row.meeting?.gateway ?? { id: fresh('join'), name: '', lane: null },
          link: row.meeting?.link ?? { id: fresh('flow'), name: '' },
        };
  return edited(definition, (rows) => replaced(rows, id, (row) => ({ ...row, meeting: meeting(row) })));
}

/** Timers at the boundary of a row, in the place of those there were. */
export function changeTimers(
  definition: ProcessDefinition,
  id: string,
  timers: readonly TimerInput[],
): ProcessDefinition {
  const fresh = freshIds(definition);
  const before = rowOf(definition, id).timers;
  const rows = timers.map(({ to, ...input }): TimerRow => {
    const known = before.find(({ timer }) => timer.id === input.id);
    const timer: BoundaryTimer = {
      kind: 'boundary-timer',
      lane: null,
      attachedTo: id,
      ...input,
      id: input.id || fresh('timer'),
    };
    const way = known?.ways[0] ?? { flow: fresh('flow'), name: '', condition: null, isDefault: false };
    return { timer, ways: [{ ...way, to }] };
  });
  return edited(definition, (all) => replaced(all, id, (row) => ({ ...row, timers: rows })));
}

/** A new row behind another one, between it and what came next. Answers its id too. */
export function addRow(
  definition: ProcessDefinition,
  { after, kind, name }: { readonly after: string; readonly kind: NodeKind; readonly name: string },
): { readonly definition: ProcessDefinition; readonly id: string } {
  const before = rowOf(definition, after);
  if (before.node.kind === 'end-event') {
    refuse('invalid', 'Chưa thêm được dòng.', {
      after: 'Không có gì sau điểm kết thúc. Hãy chọn dòng khác.',
    });
  }
  const fresh = freshIds(definition);
  const id = fresh(kind === 'user-task' ? 'step' : kind.replace(/-.*/, ''));
  const [first, ...others] = before.onward.ways;
  const isBetween = before.onward.how === 'single' && others.length === 0;
  const flow = fresh('flow');
  const way = { flow, name: '', condition: null, isDefault: false };
  const row: Row = {
    node: nodeOfKind(kind, { id, name, lane: before.node.lane }),
    meeting: null,
    timers: [],
    onward: {
      how: 'single',
      ways: isBetween && first && kind !== 'end-event' ? [{ ...way, to: first.to }] : [],
    },
  };
  const linked = (old: Row): Row =>
    isBetween
      ? {
          ...old,
          onward: { how: 'single', ways: [{ ...(first ?? { ...way, flow: fresh('flow') }), to: id }] },
        }
      : old;
  const next = edited(definition, (rows) =>
    replaced(rows, after, linked).flatMap((old) => (old.node.id === after ? [old, row] : [old])),
  );
  return { definition: next, id };
}

/** Takes a row out; what led to it leads to what came after it. */
export function removeRow(definition: ProcessDefinition, id: string): ProcessDefinition {
  const gone = rowOf(definition, id);
  if (gone.node.kind === 'start-event') refuse('invalid', 'Không bỏ được điểm bắt đầu.');
  const target = gone.onward.ways.find((way) => way.to !== id)?.to ?? null;
  const redirected = (ways: readonly Way[]): readonly Way[] =>
    ways.flatMap((way) => (way.to !== id ? [way] : target === null ? [] : [{ ...way, to: target }]));
  return edited(definition, (rows) =>
    rows
      .filter((row) => row.node.id !== id)
      .map((row) => ({
        ...row,
        // Whoever waited at the row that is gone waits at the next one.
        meeting: row.meeting ?? (row.node.id === target ? gone.meeting : null),
        timers: row.timers.map((timer) => ({ ...timer, ways: redirected(timer.ways) })),
        onward: { ...row.onward, ways: redirected(row.onward.ways) },
      })),
  );
}

/** Moves a row up or down in the table; what leads where stays. */
export function moveRow(
  definition: ProcessDefinition,
  id: string,
  direction: 'up' | 'down',
): ProcessDefinition {
  return edited(definition, (rows) => {
    const at = rows.findIndex((row) => row.node.id === id);
    const row = rows[at];
    const to = direction === 'up' ? at - 1 : at + 1;
    return row === undefined || to < 0 ? rows : rows.toSpliced(at, 1).toSpliced(to, 0, row);
  });
}

function edited(
  definition: ProcessDefinition,
  change: (rows: readonly Row[]) => readonly Row[],
): ProcessDefinition {
  const table = tableOf(definition);
  return definitionOf(tidy({ ...table, rows: change(table.rows) }));
}

/** Gateways with nothing left to decide or to wait for are taken out, so that the table shows them as it was told. */
function tidy(table: StepTable): StepTable {
  const rows = table.rows.map((row): Row => {
    const isMet = row.meeting !== null && waysTo(table.rows, row.node.id).length > 1;
    return { ...row, meeting: isMet ? row.meeting : null, onward: tidyOnward(row.onward) };
  });
  return { ...table, rows };
}

function tidyOnward(onward: Onward): Onward {
  if (onward.how === 'single' || onward.ways.length > 1) return onward;
  return { how: 'single', ways: onward.ways.map((way) => ({ ...way, condition: null, isDefault: false })) };
}

function waysTo(rows: readonly Row[], id: string): readonly Way[] {
  return rows
    .flatMap((row) => [...row.onward.ways, ...row.timers.flatMap(({ ways }) => ways)])
    .filter((way) => way.to === id);
}

function replaced(rows: readonly Row[], id: string, change: (row: Row) => Row): readonly Row[] {
  return rows.map((row) => (row.node.id === id ? change(row) : row));
}

/** Ids that nothing in the definition has; each asked for once. */
function freshIds({ nodes, flows, lanes }: ProcessDefinition): (prefix: string) => string {
  const used = new Set([...nodes, ...flows, ...lanes].map(({ id }) => id));
  return (prefix) => {
    for (let number = 1; ; number += 1) {
      const id = `${prefix}-${number}`;
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
}
