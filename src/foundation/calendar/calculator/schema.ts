/** The question "when would it be due?", as an address carries it. */
import { z } from 'zod';
import { instantAt, isLocalDate } from '#kernel/local-date.ts';
import type { TimeLimit } from '#kernel/working-time/limit.ts';
import { parseDate, parseNumber } from '#kernel/vietnamese/format.ts';

/** How the limit is given: of a procedure, or in so many units. */
export const LIMIT_LABELS = {
  procedure: 'Theo thủ tục',
  'working-day': 'Số ngày làm việc',
  'working-hour': 'Số giờ làm việc',
  'calendar-day': 'Số ngày, kể cả ngày nghỉ',
  'same-day': 'Trả trong ngày',
} as const;

/** What the form holds, as typed. */
export type QuestionValues = {
  readonly date: string;
  readonly time: string;
  readonly limit: string;
  readonly value: string;
  readonly cutoff: string;
  readonly procedure: string;
  readonly unit: string;
};

/** A parsed question; `unitCode` null: the general calendar. */
export type DueQuestion = {
  readonly receivedAt: Date;
  readonly limit: TimeLimit | { readonly unit: 'procedure'; readonly procedure: string };
  readonly unitCode: string | null;
};

/** As long as the longest limits of any law, with room: keeps one address from costing a server minutes. */
const MOST = { 'working-day': 1000, 'working-hour': 8000, 'calendar-day': 3000 } as const;
const CLOCK = /^([01]?\d|2[0-3])[:hg.]([0-5]\d)$/i;
const CLOCK_MESSAGE = 'Giờ viết dạng giờ:phút, ví dụ 15:20.';

const clock = z
  .string()
  .regex(CLOCK, CLOCK_MESSAGE)
  .transform((typed) => {
    const [, hours = '', minutes = ''] = CLOCK.exec(typed) ?? [];
    return Number(hours) * 60 + Number(minutes);
  });
const receivedOn = z
  .string()
  .transform((typed) => parseDate(typed) ?? typed)
  .refine(isLocalDate, 'Ngày nộp phải có thật và viết dạng ngày/tháng/năm, ví dụ 28/4/2020.')
  .refine((date) => date >= '2000' && date < '2101', 'Ngày nộp phải trong các năm 2000 đến 2100.');

const common = { date: receivedOn, time: clock, unit: z.string() };

function counted(unit: keyof typeof MOST) {
  const most = MOST[unit];
  const whole = unit === 'calendar-day';
  const message = `Thời hạn là số${whole ? ' nguyên' : ''} lớn hơn 0, nhiều nhất ${most}. Hãy nhập lại.`;
  const value = z
    .string()
    .transform((typed) => parseNumber(typed) ?? 0)
    .refine((number) => number > 0 && number <= most && (!whole || Number.isInteger(number)), message);
  return z.object({ ...common, limit: z.literal(unit), value });
}

/** The form of the question → the question. */
export const questionSchema = z
  .discriminatedUnion(
    'limit',
    [
      counted('working-day'),
      counted('working-hour'),
      counted('calendar-day'),
      z.object({ ...common, limit: z.literal('same-day'), cutoff: clock }),
      z.object({
        ...common,
        limit: z.literal('procedure'),
        procedure: z.string().min(1, 'Chọn thủ tục, hoặc chọn cách tính khác.'),
      }),
    ],
    'Chọn cách tính thời hạn.',
  )
  .transform((form): DueQuestion => {
    const receivedAt = instantAt(form.date, form.time);
    const unitCode = form.unit === '' ? null : form.unit;
    return { receivedAt, limit: limitOf(form), unitCode };
  });

type ParsedLimit =
  | { readonly limit: 'working-day' | 'working-hour' | 'calendar-day'; readonly value: number }
  | { readonly limit: 'same-day'; readonly cutoff: number }
  | { readonly limit: 'procedure'; readonly procedure: string };

function limitOf(form: ParsedLimit): DueQuestion['limit'] {
  if (form.limit === 'procedure') return { unit: 'procedure', procedure: form.procedure };
  if (form.limit !== 'same-day') return { unit: form.limit, value: form.value };
  const hours = String(Math.floor(form.cutoff / 60)).padStart(2, '0');
  return { unit: 'same-day', cutoff: `${hours}:${String(form.cutoff % 60).padStart(2, '0')}` };
}
