import { instantAt, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import {
  dayAfter,
  isWorkingDay,
  type WorkingCalendar,
  workingDayFrom,
} from '#kernel/working-time/calendar.ts';
import { closeOf } from '#kernel/working-time/counting.ts';
import { authorise, requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { Context } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { notify } from '#capabilities/notifications/service.ts';
import { asDossierEvent } from '../../deeds.ts';
import { act } from '../../frame.ts';
import { isStepOf, type Situation } from '../../rules.ts';
import type { DossierState } from '../../schema.ts';
import { activeSteps, holderOf, isPaused } from '../../state.ts';
import { issueLetter } from '../letters/service.ts';
import { chosenReason, reasonWords } from '../reasons/service.ts';
import type { ClockRules } from '../settings/schema.ts';
import { clockRulesNow } from '../settings/service.ts';
import { clockCounts } from '../story.ts';
import type { ApologyDue, ApologyInput } from './schema.ts';
import { readApologiesDue } from './store.ts';

/**
 * Form 04: the applicant is told in writing, before the promised day is over, that it will not be kept, why, and when to
 * come instead (Decree 61/2018/NĐ-CP, Art. 19). As often as the rules allow. Whether it is late is still judged by the
 * first promise.
 */
export async function apologise(ctx: Context, input: ApologyInput): Promise<DossierState> {
  const leads = await unitsWith(ctx, 'dossier.decide');
  return act(ctx, input, async (tx, { id, state }, situation) => {
    requireHand(state, situation, leads);
    const events = (await historyOf(tx, 'dossier', id)).map(asDossierEvent);
    requireNeeded(state, clockCounts(events).reappointments, await clockRulesNow(tx));
    const chosen = await chosenReason(tx, 'late', { code: input.reasonCode, field: 'reasonCode' });
    const reason = reasonWords(chosen, input.reasonText);
    const promised = promiseOn(input.promisedOn, state, situation);
    const letter = await issueLetter(tx, {
      dossierId: id,
      kind: 'apology',
      content: {
        reasons: [reason],
        legalBasis: [],
        unitId: activeSteps(state)[0]?.unitId ?? holderOf(state),
        appointment: { before: state.dueAt.toISOString(), after: promised.toISOString(), extra: '' },
      },
    });
    await notify(tx, {
      template: 'apology',
      dossier: { id, number: state.number },
      to: 'applicant',
      facts: { reason, newDue: formatDateTime(promised) },
    });
    const payload = { promisedAt: promised.toISOString(), reasonCode: chosen.code, note: reason };
    return [{ kind: 'reappointed', payload }, letter];
  });
}

/** Whoever works on it, or leads the unit that does. */
function requireHand(state: DossierState, situation: Situation, leads: readonly number[] | null): void {
  const steps = activeSteps(state);
  if (steps.some((step) => isStepOf(situation, step))) return;
  if (leads === null || steps.some(({ unitId }) => leads.includes(unitId))) return;
  refuse('forbidden', 'Phiếu xin lỗi do người đang xử lý hồ sơ hoặc lãnh đạo đơn vị đang xử lý lập.');
}

function requireNeeded(state: DossierState, before: number, rules: ClockRules): void {
  if (state.phase === 'done') refuse('conflict', 'Hồ sơ đã có kết quả, không cần hẹn lại.');
  if (isPaused(state)) {
    refuse('conflict', 'Hồ sơ đang tạm dừng tính thời gian; ngày hẹn trả được tính lại khi tính tiếp.');
  }
  if (before < rules.reappointments) return;
  refuse(
    'conflict',
    `Hồ sơ đã được hẹn lại ${before} lần; ${rules.onceBasis} chỉ cho phép hẹn lại ${rules.reappointments} lần.`,
  );
}

/** The end of a working day after both today and the first promise. */
function promiseOn(day: string, state: DossierState, { now, calendar }: Situation): Date {
  const own = calendar(state.receivingUnitId);
  const fail = (sentence: string): never => refuse('invalid', sentence, { promisedOn: sentence });
  if (!isWorkingDay(own, day)) fail('Ngày hẹn lại phải là ngày làm việc.');
  const promised = closeOf(own, day);
  if (promised <= now) fail('Ngày hẹn lại phải sau hôm nay.');
  if (promised <= state.dueAt) fail(`Ngày hẹn lại phải sau ngày đã hẹn (${formatDateTime(state.dueAt)}).`);
  return promised;
}

/** Until when a due instant is so near that an apology must be out: the end of the last of so many working days. */
export function apologyHorizon(calendar: WorkingCalendar, now: Date, lead: number): Date {
  let day = localDateOf(now);
  for (let left = lead; left > 0; left -= 1) day = workingDayFrom(calendar, dayAfter(day));
  return instantAt(dayAfter(day), 0);
}

/** Dossiers of the actor's units, and of those they lead, that need an apology and have none. */
export async function apologiesDue(ctx: Context): Promise<readonly ApologyDue[]> {
  const { post } = requireActor(ctx);
  await authorise(ctx, 'dossier.handle', post.unitId);
  const leads = await unitsWith(ctx, 'dossier.decide');
  const units = leads === null ? null : [...new Set([...leads, ...(await unitsActedFor(ctx))])];
  const { apologyLead } = await clockRulesNow(ctx);
  const calendar = await calendarFor(ctx, post.unitId);
  return readApologiesDue(ctx.db, units, apologyHorizon(calendar, ctx.now, apologyLead));
}
