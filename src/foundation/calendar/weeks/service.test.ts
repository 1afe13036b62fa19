import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shiftsOn } from '#kernel/working-time/calendar.ts';
import type { Context } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { MORNING, OFFICE_DAY } from '../facts.fixture.ts';
import { calendarFor } from '../service.ts';
import type { WeekInput } from './schema.ts';
import { setWorkingWeek, workingWeeks } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(() => system.close());

const saturdays: WeekInput = {
  unitCode: 'xa-an-hoa',
  from: '2020-05-04',
  until: null,
  shifts: [[], OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, MORNING],
  hoursPerDay: 8,
  legalNotice: 'Quyết định số 12/QĐ-UBND ngày 20/4/2020',
  decision: '',
};
const hoursOf = async (ctx: Context, code: string, date: string) =>
  shiftsOn(await calendarFor(ctx, (await unitByCode(ctx, code)).id), date);

describe('setting working hours', () => {
  test('of a department is inherited by its school and by nobody else', async () => {
    await setWorkingWeek(await actAs(system, 'noi-vu'), { ...saturdays, unitCode: 'phong-giao-duc-dao-tao' });
    const ctx = await actAs(system, 'noi-vu');
    expect(await hoursOf(ctx, 'phong-giao-duc-dao-tao', '2020-05-09')).toEqual(MORNING);
    expect(await hoursOf(ctx, 'truong-tieu-hoc-an-hoa', '2020-05-09')).toEqual(MORNING);
    expect(await hoursOf(ctx, 'phong-tu-phap', '2020-05-09')).toEqual([]);
    expect(await hoursOf(ctx, 'truong-tieu-hoc-an-hoa', '2020-04-27')).toEqual(OFFICE_DAY);
  });

  test('again ends the earlier hours on that day, with a deed on both', async () => {
    const first = await setWorkingWeek(await actAs(system, 'noi-vu'), {
      ...saturdays,
      unitCode: 'xa-an-toan',
    });
    const next = { ...saturdays, unitCode: 'xa-an-toan', from: '2020-06-01' };
    const second = await setWorkingWeek(await actAs(system, 'noi-vu'), next);
    const ctx = await actAs(system, 'noi-vu');
    const weeks = await workingWeeks(ctx);
    expect(weeks.find(({ id }) => id === first)?.validTo).toBe('2020-06-01');
    const kinds = async (id: number) => (await historyOf(ctx, 'calendar', id)).map(({ kind }) => kind);
    expect(await kinds(first)).toEqual(['week-set', 'week-ended']);
    expect(await kinds(second)).toEqual(['week-set']);
  });

  test('from the same day corrects hours set by mistake', async () => {
    const wrong = await setWorkingWeek(await actAs(system, 'noi-vu'), {
      ...saturdays,
      unitCode: 'xa-an-vinh',
    });
    const right = { ...saturdays, unitCode: 'xa-an-vinh', hoursPerDay: 7.5 };
    await setWorkingWeek(await actAs(system, 'noi-vu'), right);
    const ctx = await actAs(system, 'noi-vu');
    expect((await workingWeeks(ctx)).map(({ id }) => id)).not.toContain(wrong);
    const unit = await unitByCode(ctx, 'xa-an-vinh');
    expect((await calendarFor(ctx, unit.id)).minutesPerWorkingDay).toBe(450);
  });

  test('from a past date is refused without the document that decided it', async () => {
    const past = { ...saturdays, unitCode: 'xa-an-trung', from: '2020-04-01' };
    const ctx = await actAs(system, 'noi-vu');
    await expect(setWorkingWeek(ctx, past)).rejects.toMatchObject({ kind: 'invalid' });
    await expect(
      setWorkingWeek(ctx, { ...past, decision: 'Quyết định số 9/QĐ-UBND' }),
    ).resolves.toBeGreaterThan(0);
  });

  test('is forbidden to the counter and to inspectors', async () => {
    for (const login of ['mot-cua.an-hoa', 'thanh-tra']) {
      const ctx = await actAs(system, login);
      await expect(setWorkingWeek(ctx, saturdays)).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });
});
