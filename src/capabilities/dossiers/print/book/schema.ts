import { z } from 'zod';
import type { LocalDate } from '#kernel/local-date.ts';
import { listAt } from '#web/http/list-state.ts';
import type { ReturnMethod } from '#capabilities/slips/words.ts';
import type { Acknowledgement } from '../../schema.ts';

export const PAGE_SIZE = 50;
/** As many lines as one exported file or one printed book holds; a longer period is printed in parts. */
export const MOST_LINES = 5000;

const date = z.iso.date().or(z.literal('')).catch('');

/** What the address of the book says; anything wrong falls back to the default. */
export const bookQuery = z.object({
  unit: z.coerce.number().int().positive().nullable().catch(null),
  from: date,
  to: date,
  q: z.string().trim().max(200).catch(''),
  returned: z.enum(['', 'yes', 'no']).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type BookQuery = z.infer<typeof bookQuery>;

/** A line of Form 06 as the database has it. */
export type BookRow = {
  readonly id: number;
  readonly line: number | null;
  readonly number: string;
  readonly title: string;
  readonly applicantName: string;
  readonly address: string;
  readonly phone: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly returnedAt: Date | null;
  readonly returnMethod: ReturnMethod;
  readonly recipient: string | null;
  readonly acknowledgement: Acknowledgement | null;
  readonly resolvingUnitId: number;
};

/** The counter whose book it is and the days it covers, both included. */
export type BookPeriod = { readonly unitId: number; readonly from: LocalDate; readonly to: LocalDate };

export const bookPaths = { page: '/tracking-book', print: '/tracking-book.pdf' } as const;

export const bookList = listAt(bookPaths.page, bookQuery.parse({}));
