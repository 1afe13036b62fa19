/** A part of a row as the values of its form, and what a form says as what the part's schema parses. */
import type { Row, RowNode } from '#kernel/process/table/table.ts';
import { formatNumber, parseNumber } from '#kernel/vietnamese/format.ts';
import { type FormValues, rowsOf, valueOf } from '#web/http/form-values.ts';
import { chosenName } from '../choice.ts';
import { timeOf } from '../words.ts';
import { placeCode } from './options.ts';
import type { Part } from './parts.ts';

export function readPart(part: Part, values: FormValues): unknown {
  const text = (key: string) => valueOf(values, key);
  switch (part) {
    case 'step':
      return {
        ...textsOf(values, ['name', 'place', 'role', 'verb', 'subject', 'how']),
        hours: hoursOf(text('hours')),
      };
    case 'onward':
      return {
        how: text('how') || 'single',
        ways: rowsOf(values, 'ways').map((way) => ({ ...BLANK_WAY, ...way })),
      };
    case 'meeting':
      return { how: text('how') };
    case 'timers':
      return {
        timers: rowsOf(values, 'timers').map((timer) => ({
          ...BLANK_TIMER,
          ...timer,
          hours: hoursOf(timer['hours'] ?? ''),
          interrupting: (timer['interrupting'] ?? '') !== '',
        })),
      };
    case 'kind':
      return textsOf(values, ['kind', 'place']);
  }
}

const BLANK_WAY = { flow: '', to: '', name: '', when: '', condition: '' };
const BLANK_TIMER = { id: '', name: '', to: '' };

function textsOf(values: FormValues, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, valueOf(values, name)]));
}

/** What cannot be read is handed on as text, and the schema says what is wrong with it. */
function hoursOf(text: string): number | string | null {
  return text === '' ? null : (parseNumber(text) ?? text);
}

export function fillPart(part: Part, row: Row): FormValues {
  const { node, meeting, onward } = row;
  switch (part) {
    case 'step':
      return texts({ ...stepTexts(node), how: node.kind === 'end-event' ? node.how : '' });
    case 'onward':
      return texts({ how: onward.how, ...lines('ways', wayTexts(row)) });
    case 'meeting':
      return texts({ how: meeting?.how ?? '' });
    case 'timers':
      return texts(lines('timers', timerTexts(row)));
    case 'kind':
      return texts({ kind: node.kind });
  }
}

type Texts = Readonly<Record<string, string>>;

function stepTexts(node: RowNode): Texts {
  const unitRole = 'unitRole' in node ? node.unitRole : null;
  return {
    name: node.name,
    place: unitRole === null ? '' : placeCode(unitRole),
    role: unitRole?.role ?? '',
    hours: hoursText(timeOf(node)),
    verb: node.kind === 'service-task' ? (node.verb ?? '') : '',
    subject: subjectOf(node),
  };
}

function subjectOf(node: RowNode): string {
  if (node.kind === 'message-catch') return node.message;
  if (node.kind === 'service-task') return node.subject;
  return node.kind === 'call-activity' ? node.procedure : '';
}

function wayTexts({ onward }: Row): readonly Texts[] {
  return onward.ways.map(({ flow, to, name, condition, isDefault }) => {
    const isChosen = chosenName(condition) !== null;
    const asked = isChosen ? 'chosen' : condition === null ? '' : 'condition';
    const when = isDefault ? 'default' : asked;
    return { flow, to, name, when, condition: when === 'condition' ? (condition ?? '') : '' };
  });
}

function timerTexts({ timers }: Row): readonly Texts[] {
  return timers.map(({ timer: { id, name, minutes, interrupting }, ways }) => ({
    id,
    name,
    hours: hoursText(minutes),
    to: ways[0]?.to ?? '',
    ...(interrupting ? { interrupting: 'yes' } : {}),
  }));
}

function lines(group: string, rows: readonly Texts[]): Texts {
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([key, value]) => [`${group}.${index}.${key}`, value] as const),
    ),
  );
}

function texts(values: Texts): FormValues {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, [value]]));
}

/** A button that adds or takes away a line of a list: `add:ways`, `remove:timers:1`. */
export function withLineCommand(values: FormValues, command: string): FormValues {
  const [verb, group = '', at] = command.split(':');
  const known = rowsOf(values, group);
  // A new line has no value yet, but must be seen; its target stands for it.
  const kept = verb === 'add' ? [...known, { to: '' }] : known.toSpliced(Number(at), 1);
  const others = Object.entries(values).filter(([key]) => !key.startsWith(`${group}.`));
  return { ...Object.fromEntries(others), ...texts(lines(group, kept)) };
}

function hoursText(minutes: number | null): string {
  return minutes === null ? '' : formatNumber(minutes / 60);
}
