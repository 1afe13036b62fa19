/**
 * Calendar dates and wall-clock times of Vietnam. Vietnam has had one offset, UTC+7, without daylight saving
 * since 13 June 1975, so an instant maps to a local date by a constant shift; earlier instants are refused nowhere
 * because the system keeps no instants from before.
 */

/** A date without a time, as `YYYY-MM-DD`, in Vietnam. */
export type LocalDate = string & { readonly __localDate?: never };

const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The local date on which an instant falls in Vietnam. */
export function localDateOf(instant: Date): LocalDate {
  const day = Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS);
  return datesOfDays.get(day) ?? remember(day);
}

/** Lists write the same few days again and again, and writing a date takes longer than finding it. */
const datesOfDays = new Map<number, LocalDate>();
const MOST_DAYS = 5000;

function remember(day: number): LocalDate {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (datesOfDays.size >= MOST_DAYS) datesOfDays.clear();
  datesOfDays.set(day, date);
  return date;
}

/** Minutes since local midnight (0–1439) of an instant in Vietnam; seconds are cut. */
export function minuteOfDay(instant: Date): number {
  const shifted = new Date(instant.getTime() + OFFSET_MS);
  return shifted.getUTCHours() * 60 + shifted.getUTCMinutes();
}

/** The instant of a local date and a minute of its day in Vietnam. */
export function instantAt(date: LocalDate, minute: number): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) + minute * 60_000 - OFFSET_MS);
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Whether a string is a real date written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text;
}
