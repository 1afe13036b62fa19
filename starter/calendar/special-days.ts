/** The special days the system starts with, in order of date, and how far they are known. */
import type { LocalDate } from '#kernel/local-date.ts';
import type { StarterSpecialDay } from './special-day-table.ts';
import { specialDays2019To2022 } from './special-days-2019-2022.ts';
import { specialDays2023To2027 } from './special-days-2023-2027.ts';

/** Every special day of 2019–2027, and 31 December 2018, the other half of a swap with January 2019. */
export const starterSpecialDays: readonly StarterSpecialDay[] = [
  ...specialDays2019To2022,
  ...specialDays2023To2027,
].toSorted((a, b) => a.date.localeCompare(b.date));

/** The last date covered by the notices above. */
export const starterKnownUntil: LocalDate = '2027-12-31';
