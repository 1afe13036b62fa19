import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { starterCalendar } from '#starter/calendar/starter-calendar.ts';
import { loadStarterCalendar } from '#starter/calendar/load.ts';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { systemContext } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { calendarFacts, calendarFor } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
  await loadStarterCalendar(await systemContext(system, 'test'));
});
afterAll(() => system.close());

describe('the starter calendar in the database', () => {
  test('is the calendar of the program: the same week, days and how far they are known', async () => {
    const calendar = await calendarFor(await systemContext(system, 'test'), null);
    expect(calendar.weeks).toEqual(starterCalendar.weeks);
    expect(calendar.knownUntil).toBe(starterCalendar.knownUntil);
    expect([...calendar.specialDays.keys()]).toEqual([...starterCalendar.specialDays.keys()]);
  });

  test('knows both halves of a swap', async () => {
    const { days } = await calendarFacts(await systemContext(system, 'test'));
    const partners = days.filter((day) => day.partnerDate !== null);
    expect(partners).toHaveLength(12);
    expect(days.find((day) => day.date === '2025-05-02')?.partnerDate).toBe('2025-04-26');
    expect(days.find((day) => day.date === '2025-04-26')?.partnerDate).toBe('2025-05-02');
  });

  test('is loaded once', async () => {
    const before = await systemContext(system, 'test');
    await loadStarterCalendar(before);
    const after = await systemContext(system, 'test');
    expect(after.revisions.calendar).toBe(before.revisions.calendar);
  });

  test('has a history for every day', async () => {
    const ctx = await systemContext(system, 'test');
    const [first] = (await calendarFacts(ctx)).days;
    const history = await historyOf(ctx, 'calendar', first?.id ?? 0);
    expect(history.map(({ kind, accountId }) => [kind, accountId])).toEqual([['day-declared', null]]);
  });
});
