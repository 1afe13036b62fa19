/** Working hours as people type and read them: `07:00-11:30, 13:30-17:00`. */
import { z } from 'zod';
import { formatClock } from '#kernel/vietnamese/format.ts';
import type { Shift } from '#kernel/working-time/calendar.ts';

const MINUTES_OF_DAY = 24 * 60;

/** Shifts as they are kept in the database. */
export const shiftsSchema = z
  .array(
    z.object({ from: z.int().min(0).max(MINUTES_OF_DAY), to: z.int().min(0).max(MINUTES_OF_DAY) }).readonly(),
  )
  .readonly();

/** Shifts of the seven weekdays, Sunday first, as they are kept. */
export const weekShiftsSchema = z.array(shiftsSchema).length(7).readonly();

const SHIFT = /^(\d{1,2})(?:[:hg.](\d{2})?)?\s*[-–—]\s*(\d{1,2})(?:[:hg.](\d{2})?)?$/i;

/**
 * The shifts of a text: `07:00-11:30, 13:30-17:00`, also `7h-11h30; 13h30-17h`. Empty text, `nghỉ` and `-` are no
 * shift. Null when it cannot be read, when a shift ends before it begins, or when shifts overlap or touch.
 */
export function parseShifts(text: string): readonly Shift[] | null {
  const cleaned = text.trim().normalize();
  if (cleaned === '' || cleaned === '-' || cleaned.toLowerCase() === 'nghỉ') return [];
  const shifts = cleaned.split(/[,;]/).map((part) => parseShift(part.trim()));
  const known = shifts.filter((shift) => shift !== null);
  if (known.length < shifts.length) return null;
  const isInOrder = known.every((shift, index) => shift.from > (known[index - 1]?.to ?? -1));
  return isInOrder ? known : null;
}

/** `07:00–11:30, 13:30–17:00`; empty without shifts. */
export function shiftsText(shifts: readonly Shift[]): string {
  return shifts.map(({ from, to }) => `${formatClock(from)}–${formatClock(to)}`).join(', ');
}

/** Working minutes of a day. */
export function lengthOf(shifts: readonly Shift[]): number {
  return shifts.reduce((sum, { from, to }) => sum + to - from, 0);
}

function parseShift(text: string): Shift | null {
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = SHIFT.exec(text) ?? [];
  if (fromHour === undefined || toHour === undefined) return null;
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  const isClock = Number(fromMinute) < 60 && Number(toMinute) < 60 && to <= MINUTES_OF_DAY;
  return isClock && from < to ? { from, to } : null;
}
