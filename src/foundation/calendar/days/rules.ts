/** Which special days may be declared and withdrawn. */
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { shiftsOn, type Shift, type WorkingCalendar, whyClosed } from '#kernel/working-time/calendar.ts';
import { lengthOf } from '../hours.ts';
import { calendarOf, countingDays, requireDecision } from '../rules.ts';
import { type CalendarFacts, KIND_LABELS, type SpecialDayRow } from '../schema.ts';
import type { DayInput } from './schema.ts';
import type { NewSpecialDay } from './store.ts';

/** The calendar a declaration meets: `chain` is the unit and those above it, empty for everybody. */
export type DayScene = {
  readonly facts: CalendarFacts;
  readonly chain: readonly number[];
  readonly today: LocalDate;
};

/**
 * The days a declaration makes: one, or the two halves of a swap. Refused when the unit has a day of its own on the
 * date already, when the date does not suit the kind, and when it is past without a deciding document.
 */
export function decideDays(scene: DayScene, input: DayInput): readonly NewSpecialDay[] {
  requireFreeDate(scene, input, { date: input.date, field: 'date' });
  requireSuitableDate(scene, input);
  const day = newDay(scene, input);
  if (input.kind !== 'swap-off') return [day];
  const workedOn =
    input.workedOn ?? refuseAt('workedOn', 'Nghỉ hoán đổi phải có ngày làm bù. Hãy nhập ngày làm bù.');
  requireFreeDate(scene, input, { date: workedOn, field: 'workedOn' });
  requireRestDay(scene, { date: workedOn, field: 'workedOn' });
  const name = `Làm bù cho ngày ${formatDate(input.date)}`;
  const hours = input.shifts.length === 0 ? null : input.shifts;
  return [
    { ...day, partnerDate: workedOn },
    { ...day, kind: 'swap-work', date: workedOn, name, shifts: hours, partnerDate: input.date },
  ];
}

/** The days a withdrawal takes back: the day and, of a swap, its other half. Refused when it is withdrawn already. */
export function decideWithdrawal(
  days: readonly SpecialDayRow[],
  day: SpecialDayRow,
): readonly SpecialDayRow[] {
  if (day.withdrawnAt !== null) {
    refuse('conflict', `Ngày ${formatDate(day.date)} đã được thu hồi trước đó, không cần thu hồi nữa.`);
  }
  const partner = days.filter(
    (other) =>
      other.withdrawnAt === null &&
      other.unitId === day.unitId &&
      other.date === day.partnerDate &&
      other.partnerDate === day.date,
  );
  return [day, ...partner];
}

type DateField = { readonly date: LocalDate; readonly field: string };

function requireFreeDate(
  { facts, chain, today }: DayScene,
  { decision }: DayInput,
  { date, field }: DateField,
) {
  requireDecision({ date, today, decision, field });
  const own = facts.days.find((day) => day.unitId === (chain[0] ?? null) && day.date === date);
  if (own === undefined) return;
  refuseAt(
    field,
    `Ngày ${formatDate(date)} đã khai báo là “${own.name}” (${KIND_LABELS[own.kind].toLowerCase()}). ` +
      'Hãy thu hồi khai báo đó trước, rồi khai báo lại.',
    'conflict',
  );
}

function requireSuitableDate(scene: DayScene, input: DayInput): void {
  if (input.kind === 'holiday') return;
  if (input.kind === 'swap-work') requireRestDay(scene, { date: input.date, field: 'date' });
  else requireWorkingDay(scene, input);
}

function requireWorkingDay(scene: DayScene, { kind, date, shifts }: DayInput): void {
  const calendar = calendarOf(scene.facts, scene.chain);
  const closed = whyClosed(calendar, date);
  if (closed !== null) {
    refuseAt(
      'date',
      `Ngày ${formatDate(date)} vốn không làm việc (${closed}) nên không cần khai báo. Hãy chọn ngày làm việc.`,
    );
  }
  if (kind === 'closure' && !isLess(shifts, calendar, date)) {
    refuseAt(
      'shifts',
      'Giờ còn làm việc phải ít hơn giờ làm việc của ngày đó. Hãy nhập lại, hoặc để trống nếu nghỉ cả ngày.',
    );
  }
}

/** What stays open lies inside the hours of the day and is shorter. */
function isLess(shifts: readonly Shift[], calendar: WorkingCalendar, date: LocalDate): boolean {
  const usual = shiftsOn(calendar, date);
  const isInside = shifts.every(({ from, to }) =>
    usual.some((shift) => shift.from <= from && to <= shift.to),
  );
  return isInside && lengthOf(shifts) < lengthOf(usual);
}

function requireRestDay({ facts, chain }: DayScene, { date, field }: DateField): void {
  if (whyClosed(calendarOf(facts, chain), date) === null) {
    refuseAt(field, `Ngày ${formatDate(date)} vốn là ngày làm việc. Ngày làm bù phải là một ngày nghỉ.`);
  }
  const special = countingDays(facts.days, chain).get(date);
  if (special?.kind === 'holiday') {
    refuseAt(
      field,
      `Ngày ${formatDate(date)} là ngày lễ (${special.name}), không làm bù. Hãy chọn ngày nghỉ khác.`,
    );
  }
}

function newDay({ chain }: DayScene, input: DayInput): NewSpecialDay {
  const { date, kind, name, legalNotice, decision, shifts } = input;
  const takesHours = (kind === 'closure' || kind === 'swap-work') && shifts.length > 0;
  return {
    unitId: chain[0] ?? null,
    date,
    kind,
    name,
    legalNotice,
    decision,
    shifts: takesHours ? shifts : null,
    partnerDate: null,
    certainty: 'sure',
  };
}

function refuseAt(field: string, message: string, kind: 'invalid' | 'conflict' = 'invalid'): never {
  return refuse(kind, message, { [field]: message });
}
