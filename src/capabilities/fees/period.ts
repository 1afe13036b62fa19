import { z } from 'zod';
import { addDays, type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { parseDate } from '#kernel/vietnamese/format.ts';

const date = z.iso.date().or(z.literal('')).catch('');

/** What the address of a list says of its days. */
export const periodShape = { from: date, to: date } as const;

export type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** The days of a list, both included: the month so far when the address does not say. Never longer than two years. */
export function periodOf({ from, to }: Readonly<Record<'from' | 'to', string>>, now: Date): Period {
  const today = localDateOf(now);
  const end = to === '' ? today : to;
  const begin = from === '' ? `${end.slice(0, 7)}-01` : from;
  const earliest = addDays(end, -731);
  return { from: begin > end ? end : begin < earliest ? earliest : begin, to: end };
}

/** Dates as people type them, in the address of a list; a wrong one is the same as none. */
export function withDates(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const iso = (text: string | undefined): string => (text ? (parseDate(text) ?? '') : '');
  return { ...query, from: iso(query['from']), to: iso(query['to']) };
}
