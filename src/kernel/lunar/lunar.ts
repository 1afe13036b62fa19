/**
 * The Vietnamese lunar calendar: months begin on the day of the new moon at UTC+7, month 11 holds the winter
 * solstice, and when thirteen months lie between two solstices the first of them without a major solar term is the
 * leap month. UTC+7 has been the base since 1968 (Decision 121/CP of 8 August 1967), so years before are refused;
 * China counts at UTC+8, which puts Tết on another day in 1985, 2007 and 2030. One new moon comes closer to local
 * midnight than the series can tell (15 November 2077, ten seconds); the months of that autumn are a best estimate.
 */
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { newMoon, NEW_MOON_ZERO, sunLongitude, SYNODIC_MONTH_DAYS } from './astronomy.ts';

/** A date of the lunar calendar: day 1–30, month 1–12, the year in which its Tết falls, and whether the month is the leap one. */
export type LunarDate = {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly leap: boolean;
};

const FIRST_YEAR = 1968;
const LAST_YEAR = 2100;
const OFFSET_DAYS = 7 / 24;
const UNIX_EPOCH_JULIAN_DAY = 2_440_588;
const MS_PER_DAY = 86_400_000;
const DEGREES_PER_TERM = 30;
const WINTER_SOLSTICE_TERM = 9;

/** The lunar date of a calendar date. Refuses (`invalid`) dates outside 1968–2100. */
export function toLunar(date: LocalDate): LunarDate {
  const solarYear = Number(date.slice(0, 4));
  requireYear(solarYear);
  const julianDay = julianDayOf(date);
  const moon = newMoonOnOrBefore(julianDay);
  const base = moon >= eleventhMonth(solarYear) ? solarYear : solarYear - 1;
  const offset = moon - eleventhMonth(base);
  const leapOffset = leapMonthOffset(base);
  const position = offset - (leapOffset !== null && offset >= leapOffset ? 1 : 0);
  return {
    day: julianDay - monthStart(moon) + 1,
    month: position < 2 ? position + 11 : position - 1,
    year: position < 2 ? base : base + 1,
    leap: offset === leapOffset,
  };
}

/** The calendar date of a lunar date. Refuses (`invalid`) a date that the lunar calendar of that year does not have. */
export function toSolar(lunar: LunarDate): LocalDate {
  requireYear(lunar.year);
  const base = lunar.month >= 11 ? lunar.year : lunar.year - 1;
  const position = lunar.month >= 11 ? lunar.month - 11 : lunar.month + 1;
  const leapOffset = leapMonthOffset(base);
  if (lunar.leap && leapOffset !== position + 1) refuseDate(lunar);
  const shift = leapOffset !== null && (lunar.leap || position >= leapOffset) ? 1 : 0;
  const moon = eleventhMonth(base) + position + shift;
  const start = monthStart(moon);
  if (!isMonth(lunar.month) || lunar.day < 1 || lunar.day > monthStart(moon + 1) - start) refuseDate(lunar);
  return localDateAt(start + lunar.day - 1);
}

/** Number of the new moon that opens month 11 at the end of a solar year: the last one not after the solstice day. */
function eleventhMonth(solarYear: number): number {
  const moon = newMoonOnOrBefore(julianDayOf(`${solarYear}-12-31`));
  return termAtMidnight(monthStart(moon)) >= WINTER_SOLSTICE_TERM ? moon - 1 : moon;
}

/** How many months after month 11 of `solarYear` the leap month comes; null when the year to the next month 11 has none. */
function leapMonthOffset(solarYear: number): number | null {
  const first = eleventhMonth(solarYear);
  if (eleventhMonth(solarYear + 1) - first === 12) return null;
  let offset = 1;
  while (termAtMidnight(monthStart(first + offset)) !== termAtMidnight(monthStart(first + offset + 1)))
    offset += 1;
  return offset;
}

function newMoonOnOrBefore(julianDay: number): number {
  const guess = Math.round((julianDay - NEW_MOON_ZERO) / SYNODIC_MONTH_DAYS) + 1;
  let moon = guess;
  while (monthStart(moon) > julianDay) moon -= 1;
  return moon;
}

/** Julian day number of the local day on which a new moon falls. */
function monthStart(moon: number): number {
  return Math.floor(newMoon(moon) + 0.5 + OFFSET_DAYS);
}

/** The major solar term in force at the local midnight that begins a day: 0 from the March equinox, 9 from the December solstice. */
function termAtMidnight(julianDay: number): number {
  return Math.floor(sunLongitude(julianDay - 0.5 - OFFSET_DAYS) / DEGREES_PER_TERM);
}

function julianDayOf(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY + UNIX_EPOCH_JULIAN_DAY;
}

function localDateAt(julianDay: number): LocalDate {
  return new Date((julianDay - UNIX_EPOCH_JULIAN_DAY) * MS_PER_DAY).toISOString().slice(0, 10);
}

function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12;
}

function requireYear(year: number): void {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return;
  refuse('invalid', `Chỉ đổi được ngày âm lịch từ năm ${FIRST_YEAR} đến năm ${LAST_YEAR}. Hãy chọn lại năm.`);
}

function refuseDate({ day, month, year, leap }: LunarDate): never {
  const name = `${day}/${month}${leap ? ' nhuận' : ''} năm ${year}`;
  return refuse('invalid', `Không có ngày ${name} âm lịch. Hãy kiểm tra lại ngày, tháng và tháng nhuận.`);
}
