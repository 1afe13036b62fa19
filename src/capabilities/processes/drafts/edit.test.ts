import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { definitionOf } from '#kernel/process/table/from-table.ts';
import { tableOf } from '#kernel/process/table/to-table.ts';
import { isPublishable, validate } from '#kernel/process/validation/validate.ts';
import { STARTER_PROCESSES } from '#starter/processes/load.ts';
import { straightLine } from '../service.ts';
import { sampleProcedure } from '../processes.fixture.ts';
import {
  addRow,
  changeKind,
  changeMeeting,
  changeOnward,
  changeTimers,
  moveRow,
  removeRow,
  rowOf,
} from './edit.ts';

const LINE = straightLine(sampleProcedure());
const SURROUNDINGS = { limitMinutes: null, variables: {}, units: [], knowsProcedure: () => false };

const rowsOf = (definition: ProcessDefinition) => tableOf(definition).rows.map(({ node }) => node.id);
const waysOf = (definition: ProcessDefinition, id: string) =>
  rowOf(definition, id).onward.ways.map(({ to }) => to);
const way = (to: string, name = '') => ({ flow: '', to, name, condition: null, isDefault: false });

describe('A row that is added', () => {
  test('stands between the one before and what came next', () => {
    const { definition, id } = addRow(LINE, { after: 'step-1', kind: 'user-task', name: 'Xác minh' });
    expect(rowsOf(definition)).toEqual(['start', 'step-1', id, 'step-2', 'step-3', 'end']);
    expect(waysOf(definition, 'step-1')).toEqual([id]);
    expect(waysOf(definition, id)).toEqual(['step-2']);
  });

  test('does not come after an end', () => {
    expect(() => addRow(LINE, { after: 'end', kind: 'user-task', name: 'Thêm' })).toThrow('Chưa thêm được');
  });
});

describe('A row that is taken out', () => {
  test('leaves its neighbours joined', () => {
    expect(waysOf(removeRow(LINE, 'step-2'), 'step-1')).toEqual(['step-3']);
  });

  test('hands its waiting on to the next one', () => {
    const forked = changeOnward(LINE, 'step-1', { how: 'all', ways: [way('step-2'), way('step-3')] });
    const met = changeMeeting(forked, 'step-3', 'all');
    expect(rowOf(removeRow(met, 'step-3'), 'end').meeting?.how).toBe('all');
  });

  test('is never the beginning', () => {
    expect(() => removeRow(LINE, 'start')).toThrow('điểm bắt đầu');
  });
});

describe('Ways and meetings', () => {
  test('make a fork that can be published', () => {
    const { definition, id } = addRow(LINE, { after: 'step-1', kind: 'user-task', name: 'Xác minh' });
    const forked = changeOnward(definition, 'step-1', { how: 'all', ways: [way(id), way('step-2')] });
    const led = changeOnward(forked, id, { how: 'single', ways: [way('step-3')] });
    const met = changeMeeting(led, 'step-3', 'all');
    const problems = validate(met, SURROUNDINGS).filter(({ element }) => element !== id);
    expect(isPublishable(problems)).toBe(true);
    expect(met.nodes.filter(({ kind }) => kind === 'parallel-gateway')).toHaveLength(2);
  });

  test('disappear with the last but one way', () => {
    const forked = changeOnward(LINE, 'step-1', { how: 'all', ways: [way('step-2'), way('step-3')] });
    const met = changeMeeting(forked, 'step-3', 'all');
    const single = changeOnward(met, 'step-1', { how: 'all', ways: [way('step-2')] });
    expect(single.nodes.map(({ kind }) => kind)).not.toContain('parallel-gateway');
  });

  test('are not waited for where only one comes', () => {
    expect(() => changeMeeting(LINE, 'step-2', 'all')).toThrow('Chỉ một nhánh');
  });
});

test('Timers keep their ids when they are saved again, and are gone where a row is no work any more', () => {
  const timer = { id: '', name: 'Quá hạn', interrupting: true, minutes: 480, to: 'step-3' };
  const timed = changeTimers(LINE, 'step-2', [timer]);
  const [first] = rowOf(timed, 'step-2').timers;
  const again = changeTimers(timed, 'step-2', [{ ...timer, id: first?.timer.id ?? '', minutes: 60 }]);
  expect(rowOf(again, 'step-2').timers[0]?.timer).toMatchObject({ id: first?.timer.id, minutes: 60 });
  expect(rowOf(changeKind(again, 'step-2', 'parallel-gateway'), 'step-2').timers).toEqual([]);
});

test('A row that changes its kind keeps what both kinds have', () => {
  const changed = rowOf(changeKind(LINE, 'step-2', 'message-catch'), 'step-2').node;
  expect(changed).toMatchObject({ kind: 'message-catch', name: 'Thẩm tra', quotaMinutes: 16 * 60 });
});

describe('Whatever is done to a starter process', () => {
  const deed = record({
    what: constantFrom('add', 'remove', 'up', 'down', 'kind', 'fork', 'meet'),
    at: integer({ min: 0, max: 40 }),
    other: integer({ min: 0, max: 40 }),
    kind: constantFrom('user-task', 'message-catch', 'exclusive-gateway', 'end-event', 'timer-event'),
  });

  test('table and definition go on saying the same, and no id stands twice', () => {
    assert(
      property(constantFrom(...STARTER_PROCESSES), array(deed, { maxLength: 8 }), (start, deeds) => {
        const end = deeds.reduce((definition, { what, at, other, kind }) => {
          const rows = rowsOf(definition).filter((id) => id !== 'start');
          const [id, to] = [rows[at % rows.length] ?? 'end', rows[other % rows.length] ?? 'end'];
          const isEnd = rowOf(definition, id).node.kind === 'end-event';
          if (what === 'add')
            return isEnd ? definition : addRow(definition, { after: id, kind, name: 'Mới' }).definition;
          if (what === 'remove') return rows.length > 1 ? removeRow(definition, id) : definition;
          if (what === 'kind') return changeKind(definition, id, kind);
          if (what === 'fork')
            return changeOnward(definition, id, { how: 'all', ways: [way(to), way('end')] });
          if (what === 'meet')
            return rowOf(definition, id).meeting === null ? definition : changeMeeting(definition, id, null);
          return moveRow(definition, id, what === 'up' ? 'up' : 'down');
        }, start);
        const ids = [...end.nodes, ...end.flows].map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)]);
        const again = definitionOf(tableOf(end));
        const byId = (list: readonly { readonly id: string }[]) =>
          list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(again.nodes)).toEqual(byId(end.nodes));
        expect(byId(again.flows)).toEqual(byId(end.flows));
      }),
    );
  });
});
