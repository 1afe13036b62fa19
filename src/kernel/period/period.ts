/** Periods that figures and reports are about: a day, a month, a quarter, a half-year, a year, or from one day to another. */
import { codesOf, type Labels } from '#kernel/labels.ts';
import { addDays, isLocalDate, type LocalDate } from '#kernel/local-date.ts';

export type PeriodKind = 'instant' | 'month' | 'quarter' | 'half-year' | 'year' | 'range';

export const PERIOD_KIND_LABELS = {
  instant: 'Thời điểm',
  month: 'Tháng',
  quarter: 'Quý',
  'half-year': '6 tháng',
  year: 'Năm',
  range: 'Giai đoạn',
} as const satisfies Labels<PeriodKind>;

export const PERIOD_KINDS = codesOf(PERIOD_KIND_LABELS);

/** First and last day, both in it; of an instant they are the same day. */
export type Period = { readonly kind: PeriodKind; readonly from: LocalDate; readonly to: LocalDate };

/**
 * How a period is kept and travels in addresses: `2020-03-31`, `2020-03`, `2020-Q1`, `2020-H1`, `2020`,
 * `2011-01-01..2020-03-31`. Two periods are the same when their codes are.
 */
export function periodCode({ kind, from, to }: Period): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (kind) {
    case 'instant':
      return from;
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half-year':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'year':
      return year;
    case 'range':
      return `${from}..${to}`;
  }
}

/** The period of a code, or null when it is none. */
export function parsePeriod(code: string): Period | null {
  const [from = '', to] = code.split('..');
  if (to !== undefined) {
    return isLocalDate(from) && isLocalDate(to) && from <= to ? { kind: 'range', from, to } : null;
  }
  if (isLocalDate(code)) return { kind: 'instant', from: code, to: code };
  const [, year, part = ''] = /^(\d{4})(?:-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/.exec(code) ?? [];
  if (year === undefined) return null;
  if (part === '') return monthsOf('year', Number(year), 1);
  if (part.startsWith('Q')) return monthsOf('quarter', Number(year), Number(part.slice(1)) * 3 - 2);
  if (part.startsWith('H')) return monthsOf('half-year', Number(year), Number(part.slice(1)) * 6 - 5);
  return monthsOf('month', Number(year), Number(part));
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
type RegularKind = keyof typeof MONTHS;

/** The period of a kind in which a day falls. */
export function periodAround(kind: RegularKind, day: LocalDate): Period {
  const length = MONTHS[kind];
  const month = Number(day.slice(5, 7));
  return monthsOf(kind, Number(day.slice(0, 4)), month - ((month - 1) % length));
}

/** The period just before one; a range moves by as many days as it has. */
export function periodBefore(period: Period): Period {
  if (period.kind === 'instant') return yearsLater(period, -1);
  const last = addDays(period.from, -1);
  if (period.kind !== 'range') return periodAround(period.kind, last);
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000;
  return { kind: 'range', from: addDays(last, -days), to: last };
}

/** The same period some years later (earlier when negative); 29 February becomes the 28th. */
export function yearsLater({ kind, from, to }: Period, years: number): Period {
  return { kind, from: dayYearsLater(from, years), to: dayYearsLater(to, years) };
}

/** The periods of a kind that lie wholly in another one, in order. */
export function periodsWithin(outer: Period, kind: RegularKind): readonly Period[] {
  const found: Period[] = [];
  for (
    let at = periodAround(kind, outer.from);
    at.from <= outer.to;
    at = periodAround(kind, addDays(at.to, 1))
  ) {
    if (at.from >= outer.from && at.to <= outer.to) found.push(at);
  }
  return found;
}

/** Whether the inner period lies wholly in the outer one. */
export function contains(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function monthsOf(kind: RegularKind, year: number, month: number): Period {
  const after = month + MONTHS[kind];
  const next =
    after > 12 ? `${pad(year + 1, 4)}-${pad(after - 12, 2)}-01` : `${pad(year, 4)}-${pad(after, 2)}-01`;
  return { kind, from: `${pad(year, 4)}-${pad(month, 2)}-01`, to: addDays(next, -1) };
}

function dayYearsLater(day: LocalDate, years: number): LocalDate {
  const date = `${pad(Number(day.slice(0, 4)) + years, 4)}${day.slice(4)}`;
  // A month ends on its last day in whichever year; only February's differs.
  if (!isLocalDate(date)) return `${date.slice(0, 8)}28`;
  return day.endsWith('-02-28') && isLocalDate(`${date.slice(0, 8)}29`) && isEndOfMonth(day)
    ? `${date.slice(0, 8)}29`
    : date;
}

function isEndOfMonth(day: LocalDate): boolean {
  return addDays(day, 1).endsWith('-01');
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
