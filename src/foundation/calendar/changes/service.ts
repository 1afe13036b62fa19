/** Days are declared and withdrawn by two people: one proposes, another sees what moves and confirms. */
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import type { DayInput } from '../days/schema.ts';
import { declareDays, withdrawDays } from '../days/service.ts';
import { type CalendarFacts, calendarOf } from '../rules.ts';
import type { SpecialDayRow } from '../schema.ts';
import { chainOf } from '../service.ts';
import { readDeclaredDays, readWorkingWeeks } from '../store.ts';
import {
  changeWords,
  type ChangeScene,
  daysTouched,
  effectOf,
  factsWith,
  factsWithout,
  requireConfirmable,
  requireOpen,
} from './rules.ts';
import { CALENDAR_CHANGE_TASK, type CalendarChange, type DecisionInput } from './schema.ts';
import {
  findUnsettled,
  insertChange,
  lockProposals,
  type NewChange,
  readChange,
  readChanges,
  recountOpen,
  updateDecision,
} from './store.ts';

type Wish = Pick<NewChange, 'kind' | 'unitId' | 'dayId' | 'input' | 'reason'>;

/** Proposes a day that is not like its weekday; it counts when somebody else has confirmed it. Answers the proposal's number. */
export async function proposeDay(ctx: Context, input: DayInput): Promise<number> {
  await authorise(ctx, 'calendar.change');
  const unit = input.unitCode === null ? null : await unitByCode(ctx, input.unitCode);
  return propose(ctx, { kind: 'declare', unitId: unit?.id ?? null, dayId: null, input, reason: '' });
}

/** Proposes to take a day back, with the reason. */
export async function proposeWithdrawal(
  ctx: Context,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<number> {
  await authorise(ctx, 'calendar.change');
  const day = (await readDeclaredDays(ctx.db)).find((one) => one.id === id);
  if (!day) return refuse('missing', 'Không có ngày này trong lịch làm việc. Hãy chọn trong danh sách.');
  if (day.withdrawnAt !== null) {
    refuse('conflict', 'Ngày này đã được thu hồi trước đó, không cần thu hồi nữa.');
  }
  return propose(ctx, { kind: 'withdraw', unitId: day.unitId, dayId: id, input: null, reason });
}

async function propose(ctx: Context, wish: Wish): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    await lockProposals(tx.db);
    const effect = effectOf(wish, await sceneOf(tx, wish.unitId));
    await refuseSecond(tx, wish, effect);
    const proposedBy = requireActor(tx).officerId;
    const id = await insertChange(tx.db, { ...wish, proposedBy, proposedAt: tx.now });
    await record(tx, { name: 'calendar-change', id, after: 0 }, [{ kind: 'proposed', payload: wish }]);
    await queueJob(tx.db, { task: CALENDAR_CHANGE_TASK, payload: { id }, key: `calendar-change-${id}` });
    return id;
  });
}

/** Of two proposals for one day of one unit the second would be refused anyway, only later. */
async function refuseSecond(
  tx: TransactionContext,
  wish: Wish,
  { added }: { readonly added: readonly SpecialDayRow[] },
): Promise<void> {
  const open = (await readChanges(tx.db)).filter(({ state }) => state === 'open');
  const same = open.some(
    (other) =>
      (wish.dayId !== null && other.dayId === wish.dayId) ||
      (other.input !== null &&
        other.unitId === wish.unitId &&
        added.some(({ date }) => touches(other, date))),
  );
  if (same) {
    refuse(
      'conflict',
      'Ngày này đã có một đề nghị đang chờ xác nhận. Hãy xem ở trang Thay đổi chờ xác nhận.',
    );
  }
}

function touches({ input }: CalendarChange, date: string): boolean {
  return input?.date === date || input?.workedOn === date;
}

/**
 * Another person confirms or declines. Confirming declares or withdraws the days at once; the promises of running dossiers
 * are moved right after it, one by one. Refuses whoever proposed, and while it is not known yet what would move.
 */
export async function decideChange(
  ctx: Context,
  { id, answer, note }: DecisionInput & { readonly id: number },
): Promise<CalendarChange> {
  return inTransaction(ctx, async (tx) => {
    const change = await requireChange(tx, id, 'lock');
    const actor = await requireDecider(tx, change, answer);
    const decided = { decidedBy: actor.officerId, decidedAt: tx.now, note };
    if (answer === 'decline') {
      requireOpen(change);
      await updateDecision(tx.db, id, { ...decided, state: 'declined', dayIds: [] });
      await record(tx, { name: 'calendar-change', id, after: 1 }, [{ kind: 'declined', payload: { note } }]);
      return { ...change, ...decided, state: 'declined' };
    }
    requireConfirmable(change, { officerId: actor.officerId, unsettled: await findUnsettled(tx.db) });
    const dayIds = await carryOut(tx, change);
    await updateDecision(tx.db, id, { ...decided, state: 'confirmed', dayIds });
    await record(tx, { name: 'calendar-change', id, after: 1 }, [
      { kind: 'confirmed', payload: { note, dayIds } },
    ]);
    for (const other of [id, ...(await recountOpen(tx.db))]) {
      const job = { task: CALENDAR_CHANGE_TASK, payload: { id: other }, key: `calendar-change-${other}` };
      await queueJob(tx.db, job);
    }
    return { ...change, ...decided, state: 'confirmed', dayIds };
  });
}

/** Whoever may confirm may decline; whoever proposed may take the own proposal back. */
async function requireDecider(ctx: Context, change: CalendarChange, answer: DecisionInput['answer']) {
  const actor = requireActor(ctx);
  if (answer === 'decline' && change.proposedBy === actor.officerId) return actor;
  return authorise(ctx, 'calendar.confirm', change.unitId ?? undefined);
}

async function carryOut(tx: TransactionContext, change: CalendarChange): Promise<readonly number[]> {
  if (change.input !== null) return declareDays(tx, change.input);
  return withdrawDays(tx, { id: change.dayId ?? 0, reason: change.reason });
}

/** One change by its number, or a refusal. */
export async function requireChange(
  ctx: Context,
  id: number,
  lock: 'lock' | 'read' = 'read',
): Promise<CalendarChange> {
  return (
    (await readChange(ctx.db, id, lock)) ??
    refuse('missing', 'Không có đề nghị này. Hãy chọn trong danh sách thay đổi của lịch.')
  );
}

/** Every change, the newest first, each in words. */
export async function calendarChanges(
  ctx: Context,
): Promise<readonly (CalendarChange & { readonly words: string })[]> {
  await authorise(ctx, 'calendar.read');
  const all = await readDeclaredDays(ctx.db);
  const changes = await readChanges(ctx.db);
  return changes.map((change) => ({ ...change, words: changeWords(change, wantedDays(change, all)) }));
}

/** The days a change is about, also one that was declined. */
export function wantedDays(
  { input, dayId, dayIds }: CalendarChange,
  all: readonly SpecialDayRow[],
): readonly Pick<SpecialDayRow, 'date' | 'name' | 'kind' | 'legalNotice'>[] {
  const written = all.filter(({ id }) => dayIds.includes(id) || id === dayId);
  if (written.length > 0) return written;
  if (input === null) return [];
  const { date, name, kind, legalNotice, workedOn } = input;
  const day = { date, name, kind, legalNotice };
  if (kind !== 'swap-off' || workedOn === null) return [day];
  return [day, { date: workedOn, name, kind: 'swap-work', legalNotice }];
}

/** Calendars of units on both sides of a change. */
export type Around = {
  readonly before: (unitId: number) => WorkingCalendar;
  readonly after: (unitId: number) => WorkingCalendar;
  /** What is different lies between these days, both included. */
  readonly first: string;
  readonly last: string;
  /** Why promises move, in words for applicants. */
  readonly why: string;
};

/**
 * The calendar before and after a change, of the units asked for: of an open one as it would be, of a confirmed one as it
 * was. Refuses an open one that can no longer be carried out.
 */
export async function calendarsAround(
  ctx: Context,
  change: CalendarChange,
  unitIds: Iterable<number>,
): Promise<Around> {
  const { before, after, days } = await factsAround(ctx, change);
  const chains = new Map<number, readonly number[]>();
  for (const unitId of new Set(unitIds)) chains.set(unitId, await chainOf(ctx, unitId));
  const wanted = wantedDays(change, days);
  const notices = [...new Set(wanted.map(({ legalNotice }) => legalNotice))].join('; ');
  return {
    before: calendarsOf(before, chains),
    after: calendarsOf(after, chains),
    ...daysTouched(wanted),
    why: `${changeWords(change, wanted)} theo ${notices}`,
  };
}

async function factsAround(ctx: Context, change: CalendarChange) {
  const days = await readDeclaredDays(ctx.db);
  const facts: CalendarFacts = {
    weeks: await readWorkingWeeks(ctx.db),
    days: days.filter(({ withdrawnAt }) => withdrawnAt === null),
  };
  if (change.state === 'confirmed') return { before: factsWithout(change, facts, days), after: facts, days };
  const chain = await chainOf(ctx, change.unitId);
  const after = factsWith(change, { facts, chain, today: localDateOf(ctx.now) });
  return { before: facts, after, days };
}

function calendarsOf(facts: CalendarFacts, chains: ReadonlyMap<number, readonly number[]>) {
  const made = new Map<string, WorkingCalendar>();
  return (unitId: number): WorkingCalendar => {
    const chain = chains.get(unitId);
    if (!chain) throw new Error(`No calendar for unit ${unitId}`);
    const name = chain.join('/');
    const calendar = made.get(name) ?? calendarOf(facts, chain);
    made.set(name, calendar);
    return calendar;
  };
}

async function sceneOf(tx: TransactionContext, unitId: number | null): Promise<ChangeScene> {
  const days = (await readDeclaredDays(tx.db)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const facts = { weeks: await readWorkingWeeks(tx.db), days };
  return { facts, chain: await chainOf(tx, unitId), today: localDateOf(tx.now) };
}
