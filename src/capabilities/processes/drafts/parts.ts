/** The parts of a row that are edited by themselves, each as the shape of its form and the change it makes. */
import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { type ProcessDefinition, SERVICE_VERB_LABELS, type ServiceVerb } from '#kernel/process/schema.ts';
import type { Onward, Row, RowNode } from '#kernel/process/table/table.ts';
import { whenChosen } from '../choice.ts';
import {
  changeKind,
  changeMeeting,
  changeNode,
  changeOnward,
  changeTimers,
  moveRow,
  removeRow,
  rowOf,
} from './edit.ts';
import { ROW_KIND_LABELS } from './kinds.ts';
import { pickedUnitRole } from './options.ts';

export const PART_LABELS = {
  step: 'Nội dung',
  onward: 'Tiếp theo',
  meeting: 'Chờ các nhánh',
  timers: 'Hẹn giờ',
  kind: 'Loại, vị trí',
} as const;
export type Part = keyof typeof PART_LABELS;

export function isPart(text: string): text is Part {
  return Object.hasOwn(PART_LABELS, text);
}

/** A definition with one part of one row changed, and what the history says about it. */
export type RowChange = {
  readonly what: string;
  readonly change: (definition: ProcessDefinition) => ProcessDefinition;
};

const hours = z.number('Nhập số giờ làm việc, ví dụ 16.').positive('Số giờ phải lớn hơn 0.').max(20_000);
const NO_QUOTES = 'Tên không chứa dấu ngoặc kép thẳng và dấu \\.';
const words = z
  .string()
  .max(200, 'Nhiều nhất 200 ký tự.')
  .refine((text) => !/["\\]/.test(text), NO_QUOTES);
const needed = words.min(1, 'Nhập tên.');
const target = z.string().min(1, 'Chọn dòng tiếp theo.');

/** What a part may be, as the change it makes of the row. */
export function partSchema(part: Part, row: Row): z.ZodType<RowChange> {
  switch (part) {
    case 'step':
      return stepSchema(row);
    case 'onward':
      return onwardSchema(row);
    case 'meeting':
      return meeting.transform(({ how }) =>
        changeOf(row, 'cách chờ các nhánh', (definition) =>
          changeMeeting(definition, row.node.id, how === '' ? null : how),
        ),
      );
    case 'timers':
      return timers.transform((rows) =>
        changeOf(row, 'hẹn giờ', (definition) => changeTimers(definition, row.node.id, rows.timers)),
      );
    case 'kind':
      return kind.transform((input) => placedChange(row, input));
  }
}

/** The row to add, and behind which. */
export const newRow = z.object({
  after: z.string().min(1, 'Chọn dòng đứng trước.'),
  kind: z.enum(codesOf(ROW_KIND_LABELS), 'Chọn loại dòng.'),
  name: needed,
});

const meeting = z.object({ how: z.enum(['', 'one', 'some', 'all']) });
const timers = z.object({
  timers: z
    .array(
      z
        .object({ id: z.string(), name: words, hours, to: target, interrupting: z.boolean() })
        .transform(({ hours: count, ...timer }) => ({ ...timer, minutes: minutesOf(count) })),
    )
    .max(10),
});
const kind = z.object({
  kind: z.enum(['start-event', ...codesOf(ROW_KIND_LABELS)], 'Chọn loại dòng.'),
  place: z.enum(['', 'up', 'down', 'remove']),
});

function placedChange(row: Row, input: z.infer<typeof kind>): RowChange {
  const { id } = row.node;
  const { place } = input;
  if (place === 'remove') return changeOf(row, 'bỏ dòng', (definition) => removeRow(definition, id));
  if (place !== '') return changeOf(row, 'chuyển chỗ', (definition) => moveRow(definition, id, place));
  return changeOf(row, 'loại', (definition) => changeKind(definition, id, input.kind));
}

function changeOf({ node }: Row, what: string, change: RowChange['change']): RowChange {
  return { what: `${node.name || node.id}, ${what}`, change };
}

const step = z.object({
  name: words,
  place: z.string(),
  role: z.string(),
  hours: hours.nullable(),
  verb: z.enum(['', ...codesOf(SERVICE_VERB_LABELS)]),
  subject: words,
  how: z.enum(['', 'none', 'terminate', 'error']),
});
type StepInput = {
  readonly name: string;
  readonly place: string;
  readonly role: string;
  readonly hours: number | null;
  readonly verb: '' | ServiceVerb;
  readonly subject: string;
  readonly how: '' | 'none' | 'terminate' | 'error';
};

function stepSchema(row: Row): z.ZodType<RowChange> {
  const shape = row.node.kind.endsWith('-gateway') ? step : step.extend({ name: needed });
  return shape.transform((input) =>
    changeOf(row, 'nội dung', (definition) =>
      changeNode(definition, filled(rowOf(definition, row.node.id).node, input)),
    ),
  );
}

/** The node with what its kind has of a form. */
function filled(node: RowNode, input: StepInput): RowNode {
  const { name, subject } = input;
  const minutes = input.hours === null ? null : minutesOf(input.hours);
  const unitRole = pickedUnitRole(input.place, input.role);
  switch (node.kind) {
    case 'user-task':
      return { ...node, name, unitRole, quotaMinutes: minutes };
    case 'message-catch':
      return { ...node, name, unitRole, quotaMinutes: minutes, message: subject };
    case 'service-task':
      return { ...node, name, verb: input.verb === '' ? null : input.verb, subject };
    case 'call-activity':
      return { ...node, name, procedure: subject, quotaMinutes: minutes };
    case 'timer-event':
      return { ...node, name, minutes };
    case 'end-event':
      return { ...node, name, how: input.how === '' ? 'none' : input.how };
    case 'start-event':
    case 'exclusive-gateway':
    case 'inclusive-gateway':
    case 'parallel-gateway':
      return { ...node, name };
  }
}

/** Ways as the form has them: when each is taken is picked, a condition is written only where it is needed. */
const way = z.object({
  flow: z.string().max(100),
  to: target,
  name: words,
  when: z.enum(['', 'chosen', 'condition', 'default']),
  condition: z.string().max(1000),
});
type WayForm = z.infer<typeof way>;

const onward = z.object({ how: z.enum(['single', 'one', 'some', 'all']), ways: z.array(way).max(30) });

function onwardSchema(row: Row): z.ZodType<RowChange> {
  return onward
    .superRefine((input, context) => {
      for (const [name, message] of onwardProblems(row, input)) {
        context.addIssue({ code: 'custom', path: name.split('.'), message });
      }
    })
    .transform(({ how, ways }) => {
      const choosing = choosesAmong(row.node, how);
      const next = { how, ways: ways.map((one) => wayOf(one, choosing)) };
      return changeOf(row, 'tiếp theo', (definition) => changeOnward(definition, row.node.id, next));
    });
}

/** Sentences by the names of fields. */
function onwardProblems(
  row: Row,
  { how, ways }: z.infer<typeof onward>,
): readonly (readonly [string, string])[] {
  const isGateway = row.node.kind.endsWith('-gateway');
  const several = how === 'single' && ways.length > 1 && !isGateway;
  const fallbacks = ways.filter(({ when }) => when === 'default').length;
  const isChoosing = choosesAmong(row.node, how) !== null && ways.length > 1;
  return [
    ...(several ? [['how', 'Có nhiều nhánh: chọn cách đi các nhánh.'] as const] : []),
    ...(isChoosing && fallbacks > 1 ? [['how', 'Chỉ một nhánh là nhánh còn lại.'] as const] : []),
    ...(isChoosing ? ways.flatMap(wayProblem) : []),
  ];
}

function wayProblem(
  { when, name, condition }: WayForm,
  index: number,
): readonly (readonly [string, string])[] {
  const at = (field: string) => `ways.${index}.${field}`;
  if (when === '') return [[at('when'), 'Chọn khi nào đi nhánh này.']];
  if (when === 'chosen' && name === '') return [[at('name'), 'Đặt tên nhánh để người làm chọn.']];
  return when === 'condition' && condition === '' ? [[at('condition'), 'Ghi điều kiện của nhánh.']] : [];
}

function wayOf({ when, condition, ...rest }: WayForm, choosing: 'one' | 'some' | null) {
  const chosen = choosing !== null && when === 'chosen' ? whenChosen(rest.name, choosing) : null;
  const asked = choosing !== null && when === 'condition' ? condition : null;
  return { ...rest, condition: chosen ?? asked, isDefault: choosing !== null && when === 'default' };
}

/** How a row chooses among its ways; null where there is nothing to choose. */
function choosesAmong(node: RowNode, how: Onward['how']): 'one' | 'some' | null {
  if (node.kind === 'exclusive-gateway' || how === 'one') return 'one';
  return node.kind === 'inclusive-gateway' || how === 'some' ? 'some' : null;
}

function minutesOf(count: number): number {
  return Math.round(count * 60);
}
