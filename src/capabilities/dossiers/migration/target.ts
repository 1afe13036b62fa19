/** The version a dossier is taken to, planned for this dossier: its units, its shares of the time, its promise. */
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { PublishedVersion } from '#capabilities/procedures/schema.ts';
import { procedureVersionOn, versionById } from '#capabilities/procedures/service.ts';
import type { KeptProcess } from '#capabilities/processes/schema.ts';
import { processFor } from '#capabilities/processes/service.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { Context } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { organisationNow, unitNow } from '#foundation/organisation/service.ts';
import { asDossierEvent } from '../deeds.ts';
import { expectedDue } from '../due-moves/expected.ts';
import { keepDifference } from '../due-moves/rules.ts';
import { planSteps } from '../intake/rules.ts';
import { unitsOf } from '../rules.ts';
import type { RunningState } from '../run/rules.ts';
import type { Target } from './plan.ts';
import { type Newest, readReceived } from './store.ts';

export type Offered = {
  readonly version: PublishedVersion;
  readonly process: KeptProcess;
  readonly newest: Newest;
};

/** What dossiers of a procedure begin on today. Refuses a procedure that is not in force. */
export async function offeredNow(ctx: Context, procedure: number | string): Promise<Offered> {
  const today = localDateOf(ctx.now);
  const version =
    (await procedureVersionOn(ctx, procedure, today)) ??
    refuse('missing', 'Thủ tục này hôm nay không có hiệu lực. Hãy chọn thủ tục khác.');
  const process = await processFor(ctx, version, today);
  const newest = { procedureId: version.procedureId, definitionId: process.id, versionId: version.id };
  return { version, process, newest };
}

type Wish = Pick<Target, 'mapping' | 'reason'> & { readonly followLimit: boolean };

/** The target for one dossier; `limitVersionId` is set when its promise follows the newer limit. */
export async function targetFor(
  ctx: Context,
  dossier: { readonly id: number; readonly state: RunningState },
  { offered, wish }: { readonly offered: Offered; readonly wish: Wish },
): Promise<Target> {
  const { id, state } = dossier;
  const { versionId, localityUnitId } = await readReceived(ctx.db, id);
  const { version, process } = offered;
  const limitVersionId = wish.followLimit && version.id !== versionId ? version.id : null;
  const dueAt =
    limitVersionId === null ? state.dueAt : await dueUnder(ctx, dossier, { versionId, limit: version });
  const reception = {
    unit: await unitNow(ctx, state.receivingUnitId),
    locality: localityUnitId === null ? null : await unitNow(ctx, localityUnitId),
  };
  const calendar = await calendarFor(ctx, state.receivingUnitId);
  const availableMinutes = Math.max(1, Math.round(workingMinutesBetween(calendar, state.receivedAt, dueAt)));
  const { definition } = process;
  const steps = planSteps(await organisationNow(ctx), reception, { definition, availableMinutes });
  const { mapping, reason } = wish;
  return { definitionId: process.id, definition, steps, dueAt, limitVersionId, mapping, reason };
}

/** The promise by another limit, with everything that has moved the old one since. */
async function dueUnder(
  ctx: Context,
  { id, state }: { readonly id: number; readonly state: RunningState },
  { versionId, limit }: { readonly versionId: number; readonly limit: PublishedVersion },
): Promise<Date> {
  const events = (await historyOf(ctx, 'dossier', id)).map(asDossierEvent);
  const calendar = await calendarFor(ctx, state.receivingUnitId);
  const taken = events.findLast((event) => event.kind === 'migrated' && event.payload.limitVersionId);
  const limitVersion = taken?.kind === 'migrated' ? taken.payload.limitVersionId : undefined;
  const { content } = await versionById(ctx, limitVersion ?? versionId);
  const history = { state, events, limit: content.timeLimit };
  const now = (): WorkingCalendar => calendar;
  const sides = {
    was: expectedDue(history, now),
    becomes: expectedDue({ ...history, limit: limit.content.timeLimit }, now),
  };
  return keepDifference(state.dueAt, sides, { old: calendar, next: calendar });
}

/** Calendars of every unit that takes part before or after. */
export async function calendarsFor(
  ctx: Context,
  state: RunningState,
  target: Target,
): Promise<(unitId: number) => WorkingCalendar> {
  const units = new Set([...unitsOf(state), ...target.steps.map(({ unitId }) => unitId)]);
  const known = new Map<number, WorkingCalendar>();
  for (const unitId of units) known.set(unitId, await calendarFor(ctx, unitId));
  return (unitId) => {
    const calendar = known.get(unitId);
    if (!calendar) throw new Error(`No calendar for unit ${unitId}`);
    return calendar;
  };
}
