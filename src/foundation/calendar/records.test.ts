import { afterAll, beforeAll, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { differencesIn } from '#test/records.ts';
import { declareSpecialDay, withdrawSpecialDay } from '#test/calendar.ts';
import { MORNING, week } from './facts.fixture.ts';
import { calendarRecords } from './records.ts';
import { setWorkingWeek } from './weeks/service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(() => system.close());

const swap = {
  unitCode: null,
  kind: 'swap-off',
  date: '2020-05-06',
  workedOn: '2020-05-09',
  name: 'Nghỉ hoán đổi',
  shifts: MORNING,
  legalNotice: 'Công văn số 1/VP',
  decision: '',
} as const;
const [sunday = [], monday = []] = week().shifts;
const hours = {
  unitCode: 'xa-an-hoa',
  from: '2020-05-04',
  until: null,
  shifts: [sunday, monday, monday, monday, monday, monday, MORNING],
  hoursPerDay: 8,
  legalNotice: 'Quyết định số 12/QĐ-UBND',
  decision: '',
} as const;

test('the calendar is what its history says, and a row changed behind its back shows', async () => {
  const ctx = await actAs(system, 'noi-vu');
  const id = await declareSpecialDay(ctx, swap);
  await withdrawSpecialDay(ctx, { id, reason: 'Nhầm ngày' });
  await declareSpecialDay(ctx, swap);
  await setWorkingWeek(ctx, hours);
  await setWorkingWeek(ctx, { ...hours, hoursPerDay: 7.5 });
  const last = await setWorkingWeek(ctx, { ...hours, from: '2020-06-01', until: '2020-08-31' });
  expect(await differencesIn(system, calendarRecords)).toEqual([]);
  await system.superuser.query('update working_weeks set valid_to = null where id = $1', [last]);
  expect(await differencesIn(system, calendarRecords)).toEqual([
    `Mục lịch làm việc ${last}: working_weeks ${last} khác ở validTo.`,
  ]);
});
