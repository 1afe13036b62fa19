/** What the clock does by itself: warns, reminds, ends waiting. Found every quarter of an hour, each done by a job of its own. */
import { z } from 'zod';
import { addDays, instantAt, localDateOf } from '#kernel/local-date.ts';
import { closenessOf } from '#kernel/working-time/closeness.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { Role } from '#foundation/access/roles.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { committeeOf } from '#foundation/organisation/rules.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { officersWithRole } from '#foundation/people/service.ts';
import { notify } from '#capabilities/notifications/service.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { apologyHorizon } from '../apologies/service.ts';
import { endOfWaiting } from '../service.ts';
import type { ClockRules, WarnedPerson } from '../settings/schema.ts';
import { clockRulesNow } from '../settings/service.ts';
import { isDue, remindersDue, warningKey } from './rules.ts';
import {
  insertWarning,
  type OpenRequest,
  readOpenRequests,
  readOverdueWaiting,
  readWarned,
  readWatched,
  type Warned,
  type WatchedDossier,
} from './store.ts';

export const CLOCK_TASK = 'clock';
export const CLOCK_ACT_TASK = 'clock-act';

/** Every quarter of an hour. */
export const CLOCK_TIMETABLE = '*/15 * * * * clock';

const clockAct = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('warn'),
    number: z.string(),
    rule: z.string(),
    to: z.enum(['officer', 'head', 'chairman']),
    dueAt: z.coerce.date(),
  }),
  z.object({
    kind: z.literal('remind'),
    number: z.string(),
    id: z.number(),
    rules: z.array(z.string()),
    content: z.string(),
    answerBy: z.string(),
  }),
  z.object({ kind: z.literal('end-of-waiting'), number: z.string() }),
]);
type ClockAct = z.input<typeof clockAct>;

/** Warns once that an apology must go out. */
const APOLOGY_RULE = 'apology';
const PAGE = 1000;
/** Holidays in a row, so that days of the calendar stand for working days. */
const SLACK_DAYS = 14;

/** Finds what is due; the jobs do it. Running twice at once does nothing twice. */
export async function queueClockActs(ctx: Context): Promise<void> {
  const rules = await clockRulesNow(ctx);
  for (const number of await readOverdueWaiting(ctx.db, localDateOf(ctx.now))) {
    await queue(ctx, `waiting-${number}`, { kind: 'end-of-waiting', number });
  }
  const days = Math.max(0, ...rules.reminders) * 2 + SLACK_DAYS;
  for (const request of await readOpenRequests(ctx.db, localDateOf(ctx.now), days)) {
    await queueReminder(ctx, rules, request);
  }
  await queueWarnings(ctx, rules);
}

async function queue(ctx: Context, key: string, act: ClockAct): Promise<void> {
  await queueJob(ctx.db, { task: CLOCK_ACT_TASK, payload: act, key: `clock-${key}` });
}

async function queueReminder(ctx: Context, rules: ClockRules, request: OpenRequest): Promise<void> {
  const calendar = await calendarFor(ctx, request.unitId);
  const due = remindersDue(rules.reminders, request.answerBy, { now: ctx.now, calendar });
  const keys = due.map((day) => `reminder-${request.ordinal}-${day}`);
  const [nearest] = keys;
  if (nearest === undefined || request.told.includes(nearest)) return;
  const { id, number, answerBy, missing } = request;
  const content = missing.join('; ');
  await queue(ctx, `remind-${number}`, { kind: 'remind', number, id, rules: keys, content, answerBy });
}

async function queueWarnings(ctx: Context, rules: ClockRules): Promise<void> {
  const percents = rules.warnings.flatMap(({ measure, value }) => (measure === 'percent' ? [value] : []));
  const spans = rules.warnings.flatMap(({ measure, value }) => (measure === 'days' ? [value] : []));
  const share = 1 - Math.min(100, ...percents) / 100;
  const days = Math.max(rules.apologyLead, ...spans) * 2 + SLACK_DAYS;
  for (let after = 0; ;) {
    const page = await readWatched(ctx.db, { after, limit: PAGE, now: ctx.now, share, days });
    for (const watched of page) await queueWarningsOf(ctx, rules, watched);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}

async function queueWarningsOf(ctx: Context, rules: ClockRules, watched: WatchedDossier): Promise<void> {
  const calendar = await calendarFor(ctx, watched.unitId);
  const then = { now: ctx.now, calendar };
  const due = rules.warnings
    .filter((rule) => isDue(rule, watched, then))
    .map((rule) => ({ rule: warningKey(rule), to: rule.to }));
  const apology = watched.dueAt < apologyHorizon(calendar, ctx.now, rules.apologyLead);
  const needed = apology && watched.reappointedAt === null && ctx.now <= watched.dueAt;
  if (needed) due.push({ rule: APOLOGY_RULE, to: 'officer' });
  const { number, dueAt, told } = watched;
  for (const { rule, to } of due.filter((one) => !told.includes(one.rule))) {
    await queue(ctx, `${rule}-${number}`, { kind: 'warn', number, rule, to, dueAt });
  }
}

/** The handler of one such job. Throws when it cannot be done now: then it is tried again. */
export async function carryOutClockAct(ctx: Context, payload: unknown): Promise<void> {
  const act = clockAct.parse(payload);
  switch (act.kind) {
    case 'end-of-waiting':
      return endOfWaiting(ctx, act.number, localDateOf(ctx.now));
    case 'remind':
      return inTransaction(ctx, async (tx) => remind(tx, act));
    case 'warn':
      return inTransaction(ctx, async (tx) => warn(tx, act));
  }
}

async function remind(
  tx: TransactionContext,
  { id, number, rules, content, answerBy }: Extract<z.output<typeof clockAct>, { kind: 'remind' }>,
): Promise<void> {
  const dueAt = instantAt(addDays(answerBy, 1), 0);
  let fresh = false;
  for (const rule of rules) {
    const first = await insertWarning(tx.db, { dossierId: id, rule, dueAt, toldAt: tx.now });
    // The nearest counts; those that it makes needless are only written down.
    fresh = rule === rules[0] ? first : fresh;
  }
  if (!fresh) return;
  await notify(tx, {
    template: 'supplement-reminder',
    dossier: { id, number },
    to: 'applicant',
    facts: { content, until: formatDate(answerBy) },
  });
}

async function warn(
  tx: TransactionContext,
  { number, rule, to, dueAt }: Extract<z.output<typeof clockAct>, { kind: 'warn' }>,
): Promise<void> {
  const warned = await readWarned(tx.db, number, dueAt);
  if (!warned) return;
  const { id: dossierId } = warned;
  if (!(await insertWarning(tx.db, { dossierId, rule, dueAt, toldAt: tx.now }))) return;
  const words = closenessOf(await calendarFor(tx, warned.unitId), tx.now, dueAt).words.toLowerCase();
  const left = rule === APOLOGY_RULE ? `${words}, cần xin lỗi và hẹn lại nếu không kịp` : words;
  for (const addressee of await addressees(tx, warned, to)) {
    await notify(tx, {
      template: 'due-warning',
      dossier: { id: dossierId, number },
      to: addressee,
      facts: { left },
      once: `warning ${number} ${rule} ${dueAt.toISOString()}`,
    });
  }
}

type Addressee = { readonly officerId: number } | { readonly unitId: number; readonly role: Role };

/** Each once, whoever works on however many of its steps. */
async function addressees(ctx: Context, { steps }: Warned, to: WarnedPerson): Promise<readonly Addressee[]> {
  const found = new Map<string, Addressee>();
  for (const { unitId, role, officerId } of steps) {
    const one =
      to !== 'officer'
        ? await leaderOf(ctx, unitId, to)
        : officerId === null
          ? { unitId, role }
          : { officerId };
    if (one) found.set(JSON.stringify(one), one);
  }
  return [...found.values()];
}

/** The unit's own head, or where it has none whoever leads its committee. */
async function leaderOf(ctx: Context, unitId: number, to: 'head' | 'chairman'): Promise<Addressee | null> {
  if (to === 'head' && (await officersWithRole(ctx, unitId, 'unit-leader')).length > 0) {
    return { unitId, role: 'unit-leader' };
  }
  const committee = committeeOf(await organisationNow(ctx), unitId);
  return committee && { unitId: committee.id, role: 'chairman' };
}
