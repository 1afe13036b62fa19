/** Statutory and internal time limits, and the words the administration uses for them. */
import { refuse } from '#kernel/refusal.ts';
import { quantityWords } from './words.ts';

/** `value` counts units of `unit` and may be a fraction (half a working day); `cutoff` is `HH:mm`. */
export type TimeLimit =
  | {
      readonly unit: 'working-day' | 'working-hour' | 'calendar-day';
      readonly value: number;
      readonly legalBasis?: string;
    }
  | { readonly unit: 'same-day'; readonly cutoff: string; readonly legalBasis?: string };

const UNIT_WORDS = {
  'working-day': 'ngày làm việc',
  'working-hour': 'giờ làm việc',
  'calendar-day': 'ngày',
} as const;

/** `03 ngày làm việc`, `08 giờ làm việc`, `15 ngày`, or the same-day rule with its cut-off. */
export function describeLimit(limit: TimeLimit): string {
  if (limit.unit !== 'same-day') return `${quantityWords(limit.value)} ${UNIT_WORDS[limit.unit]}`;
  return `trong ngày, nhận sau ${hourWords(cutoffMinute(limit.cutoff))} thì trả vào ngày làm việc tiếp theo`;
}

/** Minute of the day of a cut-off `HH:mm`. Refuses (`invalid`) anything else. */
export function cutoffMinute(cutoff: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(cutoff) ?? [];
  if (hours === undefined || minutes === undefined) {
    refuse('invalid', 'Giờ nhận cuối trong ngày phải viết dạng giờ:phút, ví dụ 15:00. Hãy nhập lại.');
  }
  return Number(hours) * 60 + Number(minutes);
}

/** `15 giờ`, `15 giờ 30`: how a moment of the day is said. */
export function hourWords(minute: number): string {
  const rest = minute % 60;
  return `${Math.floor(minute / 60)} giờ${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`;
}
