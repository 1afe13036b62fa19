import { raiseRevision } from '#platform/database/revision.ts';
import { saveDay } from '#foundation/calendar/days/declaration.ts';
import { lockCalendar, readDeclaredDays, readWorkingWeeks } from '#foundation/calendar/store.ts';
import { saveWeek } from '#foundation/calendar/weeks/setting.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { parseDate } from '#kernel/vietnamese/format.ts';
import type { StarterSpecialDay } from './special-day-table.ts';
import { starterSpecialDays } from './special-days.ts';
import { starterMinutesPerWorkingDay, starterWorkingWeek } from './working-week.ts';

const FORTY_HOURS = 'Quyết định số 188/1999/QĐ-TTg ngày 17/9/1999 của Thủ tướng Chính phủ';

/**
 * Loads the working week of forty hours and the special days of 2019–2027 for everybody. Does nothing when anything
 * was declared before. A context used further afterwards needs fresh revisions (`readRevisions`).
 */
export async function loadStarterCalendar(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockCalendar(tx.db);
    const known = [...(await readWorkingWeeks(tx.db)), ...(await readDeclaredDays(tx.db))];
    if (known.length > 0) return;
    await saveWeek(tx, {
      unitId: null,
      validFrom: starterWorkingWeek.validFrom,
      validTo: null,
      shifts: starterWorkingWeek.shiftsByWeekday,
      minutesPerWorkingDay: starterMinutesPerWorkingDay,
      legalNotice: FORTY_HOURS,
      decision: '',
    });
    for (const day of starterSpecialDays) {
      await saveDay(tx, {
        unitId: null,
        date: day.date,
        kind: day.kind,
        name: day.name,
        legalNotice: day.legalNotice,
        decision: '',
        shifts: day.shifts ?? null,
        partnerDate: partnerOf(day)?.date ?? null,
        certainty: day.certainty,
      });
    }
    await raiseRevision(tx.db, 'calendar_revisions');
  });
}

/** The other half of a swap: a worked Saturday names the day it is worked for, at the end of its name. */
function partnerOf(day: StarterSpecialDay): StarterSpecialDay | undefined {
  const isFor = (work: StarterSpecialDay, off: StarterSpecialDay) =>
    work.kind === 'swap-work' &&
    off.kind === 'swap-off' &&
    parseDate(work.name.split(' ').at(-1) ?? '') === off.date;
  return starterSpecialDays.find((other) => isFor(day, other) || isFor(other, day));
}
