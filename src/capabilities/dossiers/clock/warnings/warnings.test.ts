import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, office } from '#kernel/working-time/office.fixture.ts';
import { systemContext } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { acceptedAbout } from '#test/clock.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { missingFrom } from '#test/pdf.ts';
import { apologiesDue, apologise } from '../apologies/service.ts';
import { printLetter } from '../letters/print.ts';
import type { WarningRule } from '../settings/schema.ts';
import { isDue, remindersDue } from './rules.ts';
import { carryOutClockAct, queueClockActs } from './service.ts';

const calendar = office();
const watched = { receivedAt: at('2020-04-20 07:00'), dueAt: at('2020-04-24 17:00'), pauses: [] };
const due = (rule: Omit<WarningRule, 'to'>, now: string): boolean =>
  isDue({ ...rule, to: 'head' }, watched, { now: at(now), calendar });

describe('a warning', () => {
  test('by the share of the time used counts working time alone', () => {
    // Five working days: four of them are 80 per cent.
    expect(due({ measure: 'percent', value: 80 }, '2020-04-23 16:59')).toBe(false);
    expect(due({ measure: 'percent', value: 80 }, '2020-04-23 17:00')).toBe(true);
  });

  test('does not count what was waited', () => {
    const from = at('2020-04-21 07:00');
    const pauses = [{ reason: 'supplement' as const, from, to: at('2020-04-22 07:00'), until: null }];
    const late = { ...watched, pauses, dueAt: at('2020-04-27 17:00') };
    const rule = { measure: 'percent', value: 80, to: 'officer' } as const;
    expect(isDue(rule, late, { now: at('2020-04-24 16:59'), calendar })).toBe(false);
    expect(isDue(rule, late, { now: at('2020-04-24 17:00'), calendar })).toBe(true);
  });

  test('by days and hours before is silent once it is late, and lateness speaks then', () => {
    expect(due({ measure: 'days', value: 1 }, '2020-04-23 17:00')).toBe(true);
    expect(due({ measure: 'hours', value: 4 }, '2020-04-24 10:59')).toBe(false);
    expect(due({ measure: 'hours', value: 4 }, '2020-04-24 13:30')).toBe(true);
    expect(due({ measure: 'hours', value: 4 }, '2020-04-27 07:00')).toBe(false);
    expect(due({ measure: 'late', value: 0 }, '2020-04-24 17:01')).toBe(true);
    expect(due({ measure: 'late', value: 8 }, '2020-04-27 16:00')).toBe(false);
    expect(due({ measure: 'late', value: 8 }, '2020-04-27 17:00')).toBe(true);
  });

  test('reminds of a supplement once where several days have gone by', () => {
    const then = (now: string) => ({ now: at(now), calendar });
    expect(remindersDue([5, 1], '2020-04-30', then('2020-04-22 08:00'))).toEqual([]);
    expect(remindersDue([5, 1], '2020-04-30', then('2020-04-23 08:00'))).toEqual([5]);
    expect(remindersDue([5, 1], '2020-04-30', then('2020-04-29 08:00'))).toEqual([1, 5]);
  });
});

describe('every quarter of an hour', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await openTestWorld();
  });
  afterAll(async () => system.close());
  beforeEach(() => system.setClock(TUESDAY_MORNING));

  /** What the worker does: finds what is due, and does what was found. Answers how many jobs there were. */
  async function tick(): Promise<number> {
    await queueClockActs(await systemContext(system, 'tick'));
    const { rows } = await system.superuser.query(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier = 'clock-act' returning j.payload`,
    );
    // A job whose worker died after it was done is done again.
    for (const { payload } of [...rows, ...rows])
      await carryOutClockAct(await systemContext(system, 'job'), payload);
    return rows.length;
  }

  const told = async (template: string, number: string): Promise<number> => {
    const { rows } = await system.superuser.query(
      `select count(*)::int as n from notices n join dossiers d on d.id = n.dossier_id
        where n.template = $1 and d.number = $2 and n.channel is distinct from 'email'`,
      [template, number],
    );
    return rows[0].n;
  };

  test('officer and heads are warned, each once for each rule', async () => {
    const { number } = await receivedDossier(system, { slug: 'xac-nhan-tinh-trang-hon-nhan' });
    expect(await tick()).toBe(0);
    system.setClock('2020-05-05T15:00:00+07:00');
    expect(await tick()).toBeGreaterThan(0);
    const first = await told('due-warning', number);
    expect(first).toBeGreaterThan(0);
    expect(await tick()).toBe(0);
    expect(await told('due-warning', number)).toBe(first);
  });

  test('the applicant is reminded of what is still missing, and what nobody brought ends', async () => {
    const { number } = await receivedDossier(system, { slug: 'xac-nhan-tinh-trang-hon-nhan' });
    const line = { name: 'Đơn', kind: 'form', copies: 1, wrong: 'thiếu chữ ký', bring: '' } as const;
    const about = { number, login: 'mot-cua.an-hoa', by: 'tu-phap.an-hoa' };
    const details = { lines: [line], until: '2020-05-15' };
    await acceptedAbout(system, about, { kind: 'supplement', reasonCode: 'explain', details });
    system.setClock('2020-05-08T08:00:00+07:00');
    await tick();
    await tick();
    expect(await told('supplement-reminder', number)).toBe(1);
    system.setClock('2020-05-16T00:05:00+07:00');
    await tick();
    const { rows } = await system.superuser.query('select closed_how from dossiers where number = $1', [
      number,
    ]);
    expect(rows[0].closed_how).toBe('lapsed');
  });

  test('an apology names a new working day once, and the dossier leaves the list of those that need one', async () => {
    const state = await receivedDossier(system, { slug: 'xac-nhan-tinh-trang-hon-nhan' });
    const counter = async () => actAs(system, 'mot-cua.an-hoa');
    system.setClock('2020-05-04T09:00:00+07:00');
    const listed = async () =>
      (await apologiesDue(await counter())).some(({ number }) => number === state.number);
    expect(await listed()).toBe(true);
    const said = { number: state.number, sequence: state.sequence, reasonCode: 'overload', reasonText: '' };
    await expect(apologise(await counter(), { ...said, promisedOn: '2020-05-09' })).rejects.toThrow(
      'ngày làm việc',
    );
    await expect(apologise(await counter(), { ...said, promisedOn: '2020-05-04' })).rejects.toThrow(
      'phải sau',
    );
    const after = await apologise(await counter(), { ...said, promisedOn: '2020-05-11' });
    expect(after.reappointedAt).toEqual(new Date('2020-05-11T17:00:00+07:00'));
    expect(after.dueAt).toEqual(state.dueAt);
    expect(await listed()).toBe(false);
    const { pdf } = await printLetter(await counter(), state.number, 1);
    expect(missingFrom(pdf, ['Thứ Hai ngày 11 tháng 5 năm 2020', 'Hồ sơ nhiều, thiếu người'])).toEqual([]);
    const again = { ...said, sequence: after.sequence, promisedOn: '2020-05-12' };
    await expect(apologise(await counter(), again)).rejects.toThrow('Điều 19 Nghị định số 61/2018/NĐ-CP');
  });
});
