import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts';
import { parseDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { parseShifts } from '../hours.ts';
import { KIND_LABELS, type SpecialDayRow } from '../schema.ts';

const DATE_MESSAGE = 'Ngày phải có thật và viết dạng ngày/tháng/năm, ví dụ 30/4/2020.';
const text = z.string().trim().normalize().max(300, 'Nhiều nhất 300 ký tự.');
const date = z.string().refine(isLocalDate, DATE_MESSAGE);

/** What an officer declares. `unitCode` null: for everybody. */
export const dayInputSchema = z.object({
  unitCode: z.string().nullable(),
  kind: z.enum(codesOf(KIND_LABELS), 'Chọn loại ngày.'),
  date,
  /** For a swap: the weekly rest day worked instead. */
  workedOn: date.nullable(),
  name: text.min(1, 'Nhập tên gọi của ngày, ví dụ Nghỉ bù Quốc khánh.'),
  /** Hours worked that day: of a worked rest day (none: as on Monday), or left over by a closure (none: closed all day). */
  shifts: z
    .string()
    .refine((typed) => parseShifts(typed) !== null, 'Giờ phải viết dạng 07:00-11:30, 13:30-17:00.')
    .transform((typed) => parseShifts(typed) ?? []),
  legalNotice: text.min(1, 'Nhập số, ký hiệu, ngày của văn bản làm căn cứ.'),
  decision: text,
});

export type DayInput = Readonly<z.infer<typeof dayInputSchema>>;

export const withdrawalSchema = z.object({
  reason: text.min(1, 'Nhập lý do thu hồi để người xem sau này hiểu.'),
});

/** What the list of days is narrowed by; `unitCode` empty: days of all units. */
export type DayQuery = {
  readonly year: number;
  readonly unitCode: string;
  readonly state: 'holding' | 'withdrawn';
};

/** A day with the name of the unit it is for. */
export type NamedDay = SpecialDayRow & { readonly unitName: string };

/** The fields of the form of a new day → what `dayInputSchema` parses. */
export function readDayForm(values: FormValues): unknown {
  return {
    unitCode: valueOf(values, 'unitCode') || null,
    kind: valueOf(values, 'kind'),
    date: typedDate(valueOf(values, 'date')),
    workedOn: valueOf(values, 'workedOn') === '' ? null : typedDate(valueOf(values, 'workedOn')),
    name: valueOf(values, 'name'),
    shifts: valueOf(values, 'shifts'),
    legalNotice: valueOf(values, 'legalNotice'),
    decision: valueOf(values, 'decision'),
  };
}

/** What cannot be read stays as typed, for the schema to refuse. */
function typedDate(typed: string): LocalDate {
  return parseDate(typed) ?? typed;
}
