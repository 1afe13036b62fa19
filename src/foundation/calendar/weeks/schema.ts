import { z } from 'zod';
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts';
import { parseDate, parseNumber } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { parseShifts } from '../hours.ts';
import type { WorkingWeekRow } from '../schema.ts';

/** Names of the weekdays by index, Sunday first, and the order in which a week is read. */
export const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;
export const READING_ORDER = [1, 2, 3, 4, 5, 6, 0] as const;

const date = z
  .string()
  .refine(isLocalDate, 'Ngày phải có thật và viết dạng ngày/tháng/năm, ví dụ 16/4/2020.');
const text = z.string().trim().normalize().max(300, 'Nhiều nhất 300 ký tự.');
const shifts = z
  .string()
  .refine(
    (typed) => parseShifts(typed) !== null,
    'Giờ phải viết dạng 07:00-11:30, 13:30-17:00; ngày nghỉ để trống.',
  )
  .transform((typed) => parseShifts(typed) ?? []);
const HOURS_MESSAGE = 'Một ngày làm việc tính từ 1 đến 24 giờ, ví dụ 8 hoặc 7,5.';

/** Working hours as an officer sets them. `unitCode` null: for everybody; `until` null: until others are set. */
export const weekInputSchema = z.object({
  unitCode: z.string().nullable(),
  from: date,
  until: date.nullable(),
  shifts: z.tuple([shifts, shifts, shifts, shifts, shifts, shifts, shifts]).readonly(),
  hoursPerDay: z.number(HOURS_MESSAGE).min(1, HOURS_MESSAGE).max(24, HOURS_MESSAGE),
  legalNotice: text.min(1, 'Nhập số, ký hiệu, ngày của văn bản quy định giờ làm việc.'),
  decision: text,
});

export type WeekInput = Readonly<z.infer<typeof weekInputSchema>>;

/** A week with the name of the unit it is for and where it stands in time. */
export type NamedWeek = WorkingWeekRow & {
  readonly unitName: string;
  readonly state: 'past' | 'now' | 'coming';
};

/** The fields of the form → what `weekInputSchema` parses. */
export function readWeekForm(values: FormValues): unknown {
  const until = valueOf(values, 'until');
  return {
    unitCode: valueOf(values, 'unitCode') || null,
    from: typedDate(valueOf(values, 'from')),
    until: until === '' ? null : typedDate(until),
    shifts: WEEKDAYS.map((_, weekday) => valueOf(values, `shifts.${weekday}`)),
    hoursPerDay: parseNumber(valueOf(values, 'hoursPerDay')),
    legalNotice: valueOf(values, 'legalNotice'),
    decision: valueOf(values, 'decision'),
  };
}

function typedDate(typed: string): LocalDate {
  return parseDate(typed) ?? typed;
}
