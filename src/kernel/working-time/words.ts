/** The few ways of writing a moment and an amount that only sentences about working time need. */
import { localDateOf, minuteOfDay } from '#kernel/local-date.ts';
import { formatClock, formatLongDate, formatNumber } from '#kernel/vietnamese/format.ts';

/** `09:12 Thứ Tư, 29/4/2020`. */
export function instantWords(instant: Date): string {
  return `${formatClock(instant)} ${formatLongDate(instant)}`;
}

/** ISO 8601 with the offset of Vietnam, to the minute: `2020-04-29T09:12:00+07:00`. */
export function localIso(instant: Date): string {
  return `${localDateOf(instant)}T${formatClock(minuteOfDay(instant))}:00+07:00`;
}

/** Whole numbers below ten get a leading zero, as official documents write quantities: `03`, `15`, `0,5`. */
export function quantityWords(value: number): string {
  return `${Number.isInteger(value) && value < 10 ? '0' : ''}${formatNumber(value)}`;
}
