/** Public words of the calendar: its records, code lists and addresses. */
import type { LocalDate } from '#kernel/local-date.ts';
import type { Labels } from '#kernel/labels.ts';
import type { Shift, SpecialDayKind } from '#kernel/working-time/calendar.ts';

/** `likely`: expected, its document has not been seen. */
export type Certainty = 'sure' | 'likely';

export const KIND_LABELS = {
  holiday: 'Nghỉ lễ, tết',
  'compensatory-off': 'Nghỉ bù',
  'swap-off': 'Nghỉ hoán đổi',
  'swap-work': 'Làm bù',
  closure: 'Đóng cửa',
} as const satisfies Labels<SpecialDayKind>;

export const CERTAINTY_LABELS = {
  sure: 'Chính thức',
  likely: 'Dự kiến',
} as const satisfies Labels<Certainty>;

/** Working hours of a unit (or of everybody, `unitId` null) in a period [validFrom, validTo). */
export type WorkingWeekRow = {
  readonly id: number;
  readonly unitId: number | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** Index 0 = Sunday … 6 = Saturday. */
  readonly shifts: readonly (readonly Shift[])[];
  readonly minutesPerWorkingDay: number;
  readonly legalNotice: string;
};

/** A day that is not like its weekday, for a unit and those below it, or for everybody (`unitId` null). */
export type SpecialDayRow = {
  readonly id: number;
  readonly unitId: number | null;
  readonly date: LocalDate;
  readonly kind: SpecialDayKind;
  readonly name: string;
  readonly legalNotice: string;
  /** Document that decided to declare a day already past; empty otherwise. */
  readonly decision: string;
  readonly shifts: readonly Shift[] | null;
  /** The other half of a swap. */
  readonly partnerDate: LocalDate | null;
  readonly certainty: Certainty;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string;
};

/** What counts for deadlines, of all units. */
export type CalendarFacts = {
  readonly weeks: readonly WorkingWeekRow[];
  readonly days: readonly SpecialDayRow[];
};

/** Addresses of the calendar; `calculator` is the public page. */
export const calendarPaths = {
  year: '/calendar',
  days: '/calendar/days',
  newDay: '/calendar/days/new',
  day: (id: number) => `/calendar/days/${id}`,
  withdrawal: (id: number) => `/calendar/days/${id}/withdrawal`,
  weeks: '/calendar/weeks',
  newWeek: '/calendar/weeks/new',
  calculator: '/tinh-ngay-hen',
} as const;
