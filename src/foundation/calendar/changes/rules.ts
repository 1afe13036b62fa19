/** What may be proposed and confirmed, and the calendar as it would be. */
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { decideDays, decideWithdrawal } from '../days/rules.ts';
import type { CalendarFacts } from '../rules.ts';
import { KIND_LABELS, type SpecialDayRow } from '../schema.ts';
import type { CalendarChange } from './schema.ts';

/** A day that is not written yet has no number. */
const UNWRITTEN = { id: 0, withdrawnAt: null, withdrawalReason: '' } as const;

export type ChangeScene = {
  readonly facts: CalendarFacts;
  readonly chain: readonly number[];
  readonly today: LocalDate;
};

type Wanted = Pick<CalendarChange, 'kind' | 'input' | 'dayId'>;

/** The days a change adds and takes away. Refuses what cannot be declared or withdrawn any more. */
export function effectOf(
  change: Wanted,
  { facts, chain, today }: ChangeScene,
): { readonly added: readonly SpecialDayRow[]; readonly gone: readonly SpecialDayRow[] } {
  if (change.input !== null) {
    const added = decideDays({ facts, chain, today }, change.input);
    return { added: added.map((day) => ({ ...day, ...UNWRITTEN })), gone: [] };
  }
  const day = facts.days.find(({ id }) => id === change.dayId);
  if (day === undefined) {
    return refuse('conflict', 'Ngày này không còn trong lịch làm việc nên không cần thu hồi nữa.');
  }
  return { added: [], gone: decideWithdrawal(facts.days, day) };
}

/** The calendar with the change in it. */
export function factsWith(change: Wanted, scene: ChangeScene): CalendarFacts {
  const { added, gone } = effectOf(change, scene);
  const left = scene.facts.days.filter((day) => !gone.some(({ id }) => id === day.id));
  return { weeks: scene.facts.weeks, days: [...left, ...added] };
}

/** The calendar as it was before a confirmed change. `all` holds withdrawn days too. */
export function factsWithout(
  change: Pick<CalendarChange, 'kind' | 'dayIds'>,
  facts: CalendarFacts,
  all: readonly SpecialDayRow[],
): CalendarFacts {
  if (change.kind === 'declare') {
    return { weeks: facts.weeks, days: facts.days.filter(({ id }) => !change.dayIds.includes(id)) };
  }
  const back = all.filter(({ id }) => change.dayIds.includes(id));
  return { weeks: facts.weeks, days: [...facts.days, ...back] };
}

/** The first and last day on which something is different. */
export function daysTouched(days: readonly Pick<SpecialDayRow, 'date'>[]): {
  readonly first: LocalDate;
  readonly last: LocalDate;
} {
  const dates = days.map(({ date }) => date).toSorted();
  const [first = '9999-12-31'] = dates;
  return { first, last: dates.at(-1) ?? first };
}

/** Whoever proposed does not confirm: two people answer for promises that move. */
export function requireConfirmable(
  change: CalendarChange,
  by: { readonly officerId: number; readonly unsettled: number | null },
): void {
  requireOpen(change);
  if (change.proposedBy === by.officerId) {
    refuse('conflict', 'Bạn là người đề nghị nên không tự xác nhận được. Hãy nhờ người khác có quyền.');
  }
  if (change.countedAt === null) {
    refuse('conflict', 'Hệ thống đang tính những hồ sơ bị dời hạn. Hãy chờ tính xong rồi xác nhận.');
  }
  if (by.unsettled !== null) {
    refuse(
      'conflict',
      'Hệ thống đang dời hạn theo một thay đổi khác của lịch. Hãy chờ dời xong rồi xác nhận thay đổi này.',
    );
  }
}

/** Declining waits for nothing, and whoever proposed may take their own proposal back by it. */
export function requireOpen({ state }: Pick<CalendarChange, 'state'>): void {
  if (state !== 'open') refuse('conflict', 'Đề nghị này đã được quyết định rồi.');
}

/** The change in a few words: what, on which day, by which document. */
export function changeWords(
  change: Pick<CalendarChange, 'kind'>,
  days: readonly Pick<SpecialDayRow, 'date' | 'name' | 'kind'>[],
): string {
  const named = days.map(
    ({ date, name, kind }) => `${KIND_LABELS[kind].toLowerCase()} ngày ${formatDate(date)} (${name})`,
  );
  const what = named.join(', ') || 'ngày trong lịch làm việc';
  return change.kind === 'declare' ? `Thêm ${what}` : `Thu hồi ${what}`;
}
