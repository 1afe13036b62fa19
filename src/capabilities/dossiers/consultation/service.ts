import { refuse } from '#kernel/refusal.ts';
import { workingDayFrom } from '#kernel/working-time/calendar.ts';
import { closeOf } from '#kernel/working-time/counting.ts';
import { authorise, can, requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { asSystem, type Context, inTransaction } from '#foundation/context.ts';
import { organisationNow, unitNames } from '#foundation/organisation/service.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import type { DossierDeed } from '../deeds.ts';
import { keepFile } from '../files/keep.ts';
import { checkFiles } from '../files/service.ts';
import { act, annotate } from '../frame.ts';
import type { Hand } from '../rules.ts';
import type { ConsultationEnd, DossierState } from '../schema.ts';
import { removeGuests } from './guests.ts';
import { CONSULTATION_LATE, tellAsked } from './notices.ts';
import { decideAsk, requireAnswerer, requireAsker } from './rules.ts';
import type { AskInput, Consultation, ConsultationTab, EndInput, OpinionInput } from './schema.ts';
import { addGuest, countAsked, insertConsultation, readBox, readConsultations, updateEnd } from './store.ts';

/**
 * Asks another unit for its opinion on the step in hand. The unit sees the dossier from now until it has answered, is told
 * at once, and again when the day has passed.
 */
export async function ask(ctx: Context, input: AskInput): Promise<DossierState> {
  return act(ctx, input, async (tx, { id, state }, situation) => {
    const step = decideAsk(state, input, situation);
    const { toUnitId, question, isRequired } = input;
    if (!(await organisationNow(tx)).units.has(toUnitId)) {
      const sentence = 'Đơn vị này không còn hoạt động. Hãy chọn đơn vị khác.';
      refuse('invalid', sentence, { toUnitId: sentence });
    }
    const unitName = await unitNames(tx, 'shortName');
    const calendar = await calendarFor(tx, toUnitId);
    const dueAt = closeOf(calendar, workingDayFrom(calendar, input.dueOn));
    const asked = {
      dossierId: id,
      dossierNumber: state.number,
      stepPosition: step.position,
      toUnitId,
      dueAt,
    };
    const consultationId = await insertConsultation(tx.db, {
      ...asked,
      fromUnitId: step.unitId,
      isRequired,
      question,
      askedBy: situation.actor.officerId,
      askedAt: tx.now,
    });
    await addGuest(tx.db, id, toUnitId);
    await tellAsked(tx, { ...asked, id: consultationId, from: unitName(step.unitId), question });
    await queueJob(tx.db, { task: CONSULTATION_LATE, payload: { id: consultationId }, runAt: dueAt });
    const { position } = step;
    const payload = { position, fromUnitId: step.unitId, toUnitId, dueAt: dueAt.toISOString() };
    return [{ kind: 'consultation-asked', payload: { ...payload, consultationId, required: isRequired } }];
  });
}

/** The asked unit gives its opinion, with a file if it likes. After that it sees the dossier no more. */
export async function answer(
  ctx: Context,
  input: OpinionInput,
  files: readonly UploadedFile[] = [],
): Promise<void> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  const [file] = checkFiles(files);
  await end(ctx, input, async (tx, { asked, id, state, hand }) => {
    requireAnswerer(state, asked, hand);
    const place = { purpose: 'other', paperPosition: null } as const;
    const added = file ? [await keepFile(tx, id, { file, place })] : [];
    const fileId = added[0]?.payload.fileId ?? null;
    return { how: 'answered', words: input.answer, fileId, deeds: added };
  });
}

/** Withdrawn by the unit that asked; or waived by its leader, so that the step may go on without the opinion. */
export async function endAsking(ctx: Context, input: EndInput): Promise<void> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  await end(ctx, input, async (tx, { asked, state, hand }) => {
    requireAsker(state, asked, hand);
    // Who may not go on without an opinion may not take the question back either: that would be the same.
    if ((input.how === 'waived' || asked.isRequired) && !(await mayWaive(tx, asked))) {
      refuse('forbidden', 'Ý kiến này bắt buộc phải có. Chỉ lãnh đạo đơn vị được cho qua, có ghi lý do.');
    }
    return { how: input.how, words: input.reason, fileId: null, deeds: [] };
  });
}

async function mayWaive(ctx: Context, { fromUnitId }: Consultation): Promise<boolean> {
  const leads = await unitsWith(ctx, 'dossier.assign');
  return leads === null || leads.includes(fromUnitId);
}

type Ending = {
  readonly how: ConsultationEnd;
  readonly words: string;
  readonly fileId: number | null;
  readonly deeds: readonly DossierDeed[];
};
type Asked = {
  readonly asked: Consultation;
  readonly id: number;
  readonly state: DossierState;
  readonly hand: Hand;
};

async function end(
  ctx: Context,
  { number, id: consultationId }: { readonly number: string; readonly id: number },
  decide: (tx: Context, asked: Asked) => Promise<Ending>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    let dossierId = 0;
    const after = await annotate(tx, number, async (inner, { id, state }, hand) => {
      dossierId = id;
      const asked = (await readConsultations(inner.db, id)).find((one) => one.id === consultationId);
      if (!asked) refuse('missing', 'Hồ sơ không có câu hỏi này.');
      const { how, words, fileId, deeds } = await decide(inner, { asked, id, state, hand });
      const by = { endedBy: hand.actor.officerId, endedAt: inner.now };
      await updateEnd(inner.db, consultationId, { state: how, answer: words, fileId, ...by });
      const payload = { consultationId, toUnitId: asked.toUnitId, how, fileId };
      return [...deeds, { kind: 'consultation-ended', payload }];
    });
    // Last of all: whoever has answered may not see the dossier any more.
    await asSystem(tx, async (system) => removeGuests(system, dossierId, after));
  });
}

/** One part of the box of the actor's unit. */
export async function consultationBox(
  ctx: Context,
  tab: ConsultationTab,
): Promise<{ readonly rows: readonly Consultation[]; readonly asked: number; readonly late: number }> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  const units = await unitsActedFor(ctx);
  return { rows: await readBox(ctx.db, units, tab), ...(await countAsked(ctx.db, units, ctx.now)) };
}

/** Questions that wait for the actor's unit, for the navigation. */
export async function askedOfUs(ctx: Context): Promise<{ readonly asked: number; readonly late: number }> {
  if (!can(ctx.actor, 'dossier.handle')) return { asked: 0, late: 0 };
  return countAsked(ctx.db, await unitsActedFor(ctx), ctx.now);
}

/** What the page of a question offers its reader. */
export type Offer = { readonly answer: boolean; readonly withdraw: boolean; readonly waive: boolean };

export async function offerOf(ctx: Context, asked: Consultation): Promise<Offer> {
  if (asked.state !== 'open' || !can(ctx.actor, 'dossier.handle')) {
    return { answer: false, withdraw: false, waive: false };
  }
  const units = await unitsActedFor(ctx);
  const waive = units.includes(asked.fromUnitId) && (await mayWaive(ctx, asked));
  return {
    answer: units.includes(asked.toUnitId),
    withdraw: units.includes(asked.fromUnitId) && (!asked.isRequired || waive),
    waive: asked.isRequired && waive,
  };
}
