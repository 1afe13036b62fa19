/** What the staff pages of the calendar share: choices of years and units. */
import { compareText } from '#kernel/vietnamese/collate.ts';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import type { Context } from '#foundation/context.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import type { Option } from '#web/ui/option.ts';
import { calendarFacts } from './service.ts';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** The year asked for in an address, or the one of today. */
export function yearOf(text: string | undefined, today: LocalDate): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : Number(today.slice(0, 4));
}

/** Years with declared days, this one and the next. */
export async function yearOptions(ctx: Context, chosen: number): Promise<readonly Option[]> {
  const { days } = await calendarFacts(ctx);
  const thisYear = Number(localDateOf(ctx.now).slice(0, 4));
  const years = new Set([chosen, thisYear, thisYear + 1, ...days.map((day) => Number(day.date.slice(0, 4)))]);
  return [...years].toSorted((a, b) => a - b).map((year) => ({ value: String(year), text: `Năm ${year}` }));
}

/** Units as they stand today, by name. */
export async function unitOptions(ctx: Context): Promise<readonly Option[]> {
  const tree = await organisationNow(ctx);
  return [...tree.units.values()]
    .toSorted((a, b) => compareText(a.shortName, b.shortName))
    .map((unit) => ({ value: unit.code, text: unit.shortName }));
}
