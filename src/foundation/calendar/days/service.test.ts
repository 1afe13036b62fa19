import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyClosed } from '#kernel/working-time/calendar.ts';
import type { Context } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { actAs } from '#test/cast.ts';
import { declareSpecialDay, withdrawSpecialDay } from '#test/calendar.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { calendarFor } from '../service.ts';
import type { DayInput } from './schema.ts';
import { specialDay, specialDays } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(() => system.close());

const storm: DayInput = {
  unitCode: 'xa-an-hoa',
  kind: 'closure',
  date: '2020-05-06',
  workedOn: null,
  name: 'Nghỉ tránh bão',
  shifts: [],
  legalNotice: 'Công điện số 01/CĐ-UBND ngày 28/4/2020',
  decision: '',
};
const closedOn = async (ctx: Context, code: string, date: string) =>
  whyClosed(await calendarFor(ctx, (await unitByCode(ctx, code)).id), date);

describe('declaring a special day', () => {
  test('closes one unit and no other, and is in the history with who confirmed it', async () => {
    const id = await declareSpecialDay(await actAs(system, 'noi-vu'), storm);
    const ctx = await actAs(system, 'noi-vu');
    expect(await closedOn(ctx, 'xa-an-hoa', '2020-05-06')).toBe('Nghỉ tránh bão');
    expect(await closedOn(ctx, 'xa-an-toan', '2020-05-06')).toBeNull();
    const [deed] = await historyOf(ctx, 'calendar', id);
    expect(deed).toMatchObject({
      kind: 'day-declared',
      accountId: (await actAs(system, 'quan-tri')).actor?.accountId,
      payload: { date: storm.date },
    });
  });

  test('closes the units below it too', async () => {
    const exams = { ...storm, unitCode: 'phong-giao-duc-dao-tao', date: '2020-05-14', name: 'Coi thi' };
    await declareSpecialDay(await actAs(system, 'noi-vu'), exams);
    const ctx = await actAs(system, 'noi-vu');
    expect(await closedOn(ctx, 'truong-tieu-hoc-an-hoa', '2020-05-14')).toBe('Coi thi');
    expect(await closedOn(ctx, 'phong-tu-phap', '2020-05-14')).toBeNull();
  });

  test('of a swap works the Saturday instead', async () => {
    const swap = {
      ...storm,
      unitCode: null,
      kind: 'swap-off',
      date: '2020-05-07',
      workedOn: '2020-05-16',
    } as const;
    await declareSpecialDay(await actAs(system, 'quan-tri'), { ...swap, name: 'Nghỉ hoán đổi' });
    const ctx = await actAs(system, 'quan-tri');
    expect(await closedOn(ctx, 'xa-an-toan', '2020-05-07')).toBe('Nghỉ hoán đổi');
    expect(await closedOn(ctx, 'xa-an-toan', '2020-05-16')).toBeNull();
  });

  test('a second time on the same date is refused, also when both come at once', async () => {
    const again = { ...storm, date: '2020-05-08' };
    const ctx = await actAs(system, 'noi-vu');
    const tries = await Promise.allSettled([declareSpecialDay(ctx, again), declareSpecialDay(ctx, again)]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
  });

  test.each(['mot-cua.an-hoa', 'chu-tich.huyen', 'thanh-tra'])('is forbidden to %s', async (login) => {
    await expect(declareSpecialDay(await actAs(system, login), storm)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('withdrawing a special day', () => {
  test('makes it an ordinary day again and keeps who did it and why', async () => {
    const id = await declareSpecialDay(await actAs(system, 'noi-vu'), { ...storm, date: '2020-05-11' });
    await withdrawSpecialDay(await actAs(system, 'noi-vu'), { id, reason: 'Bão đã tan' });
    const ctx = await actAs(system, 'noi-vu');
    expect(await closedOn(ctx, 'xa-an-hoa', '2020-05-11')).toBeNull();
    const { day, history } = await specialDay(ctx, id);
    expect(day).toMatchObject({ withdrawalReason: 'Bão đã tan', unitName: 'Xã An Hòa' });
    expect(history.map(({ kind }) => kind)).toEqual(['day-declared', 'day-withdrawn']);
    const query = { year: 2020, unitCode: '' } as const;
    const ids = async (state: 'holding' | 'withdrawn') =>
      (await specialDays(ctx, { ...query, state })).map((listed) => listed.id);
    expect(await ids('withdrawn')).toEqual([id]);
    expect(await ids('holding')).not.toContain(id);
  });

  test('leaves the date free for another declaration', async () => {
    const ctx = await actAs(system, 'noi-vu');
    const id = await declareSpecialDay(ctx, { ...storm, date: '2020-05-12' });
    await withdrawSpecialDay(ctx, { id, reason: 'Nhầm tên' });
    expect(await declareSpecialDay(ctx, { ...storm, date: '2020-05-12' })).toBeGreaterThan(id);
  });

  test('is refused the second time, for what is not there, and to others', async () => {
    const ctx = await actAs(system, 'noi-vu');
    const id = await declareSpecialDay(ctx, { ...storm, date: '2020-05-13' });
    const reason = 'Bão đã tan';
    await withdrawSpecialDay(ctx, { id, reason });
    await expect(withdrawSpecialDay(ctx, { id, reason })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(withdrawSpecialDay(ctx, { id: 999_999, reason })).rejects.toMatchObject({ kind: 'missing' });
    const other = await actAs(system, 'mot-cua.an-hoa');
    await expect(withdrawSpecialDay(other, { id, reason })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('the list of special days', () => {
  test('of a unit holds its own, those above it and those of everybody', async () => {
    const ctx = await actAs(system, 'thanh-tra');
    const listed = async (unitCode: string) =>
      (await specialDays(ctx, { year: 2020, unitCode, state: 'holding' })).map(({ date }) => date);
    expect(await listed('xa-an-hoa')).toEqual(expect.arrayContaining(['2020-04-30', '2020-05-06']));
    expect(await listed('xa-an-toan')).not.toContain('2020-05-06');
    expect(await listed('')).toContain('2020-05-06');
  });
});
