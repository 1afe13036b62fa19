import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor, unitsActedFor } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { Context, TransactionContext } from '#foundation/context.ts';
import type { DossierDeed } from '../deeds.ts';
import { act, actMoving, annotate } from '../frame.ts';
import { decideRefuseHandover } from '../run/rules.ts';
import type { DossierState, Handover } from '../schema.ts';
import { comingStep, decideListing, decideReceive, isOverdue } from './rules.ts';
import type {
  AnswerInput,
  Discrepancy,
  FoundDiscrepancy,
  ListingInput,
  OpenDiscrepancy,
  ReceiptInput,
  SettleInput,
} from './schema.ts';
import {
  insertDiscrepancy,
  type OpenHandover,
  readDiscrepancies,
  readOpenDiscrepancies,
  readOpenHandovers,
  readPaperPositions,
  updateAnswer,
  updateSettlement,
} from './store.ts';

/** The receiver's answer to papers brought to it: takes them, with or without discrepancies, or does not. */
export async function receiveHandover(ctx: Context, input: ReceiptInput): Promise<DossierState> {
  if (input.how === 'refused') return refuseHandover(ctx, input);
  const discrepancies = input.how === 'whole' ? [] : input.discrepancies;
  if (input.how === 'discrepancies' && discrepancies.length === 0) {
    const sentence = 'Hãy chọn giấy tờ thiếu, hư hỏng hoặc không đúng như kê.';
    refuse('invalid', sentence, { how: sentence });
  }
  return act(ctx, input, async (tx, { id, state }, situation) => {
    const { taken, from } = decideReceive(state, { ...input, discrepancies }, situation);
    return [taken, ...(await keepDiscrepancies(tx, id, { from, discrepancies }))];
  });
}

async function keepDiscrepancies(
  tx: TransactionContext,
  dossierId: number,
  { from, discrepancies }: { readonly from: Handover; readonly discrepancies: readonly FoundDiscrepancy[] },
): Promise<readonly DossierDeed[]> {
  const { fromUnitId, toUnitId } = from;
  const by = { foundBy: requireActor(tx).officerId, foundAt: tx.now };
  const deeds: DossierDeed[] = [];
  for (const found of discrepancies) {
    const discrepancyId = await insertDiscrepancy(tx.db, {
      dossierId,
      fromUnitId,
      toUnitId,
      ...found,
      ...by,
    });
    const payload = { discrepancyId, kind: found.kind, fromUnitId, toUnitId };
    deeds.push({ kind: 'discrepancy-found', payload });
  }
  return deeds;
}

async function refuseHandover(ctx: Context, input: ReceiptInput): Promise<DossierState> {
  if (input.note.trim().length < 5) {
    const sentence = 'Hãy ghi rõ vì sao không nhận để bên giao biết phải làm gì.';
    refuse('invalid', sentence, { note: sentence });
  }
  return actMoving(ctx, input, async (_tx, { state }, situation) => {
    const step = comingStep(state, situation);
    return { deeds: decideRefuseHandover(state, { step, reason: input.note }, situation), acts: [] };
  });
}

/** The sender says which papers are in the envelope. */
export async function listPapers(ctx: Context, input: ListingInput): Promise<DossierState> {
  return act(ctx, input, async (tx, { id, state }, hand) => [
    decideListing(state, input, { hand, known: await readPaperPositions(tx.db, id) }),
  ]);
}

/** The sender answers for what the receiver did not find as it was listed. */
export async function answerDiscrepancy(ctx: Context, input: AnswerInput): Promise<DossierState> {
  return annotate(ctx, input.number, async (tx, { id }, hand) => {
    const found = await requireOpen(tx, id, input.id);
    if (!hand.units.includes(found.fromUnitId)) {
      refuse('forbidden', 'Chỉ đơn vị đã bàn giao trả lời sai lệch này.');
    }
    const { answer, note } = input;
    const by = { answeredBy: hand.actor.officerId, answeredAt: tx.now };
    await updateAnswer(tx.db, input.id, { answer, answerNote: note, ...by });
    return [{ kind: 'discrepancy-answered', payload: { discrepancyId: input.id, answer } }];
  });
}

/** The receiver says how it ended: the paper came, the list was wrong, it was agreed. */
export async function settleDiscrepancy(ctx: Context, input: SettleInput): Promise<DossierState> {
  return annotate(ctx, input.number, async (tx, { id }, hand) => {
    const found = await requireOpen(tx, id, input.id);
    if (!hand.units.includes(found.toUnitId)) {
      refuse('forbidden', 'Chỉ đơn vị đã ghi sai lệch xác nhận đã giải quyết xong.');
    }
    const by = { settledBy: hand.actor.officerId, settledAt: tx.now };
    await updateSettlement(tx.db, input.id, { settlement: input.settlement, ...by });
    return [{ kind: 'discrepancy-settled', payload: { discrepancyId: input.id } }];
  });
}

async function requireOpen(tx: TransactionContext, dossierId: number, id: number): Promise<Discrepancy> {
  await authorise(tx, 'dossier.handle', requireActor(tx).post.unitId);
  const found = (await readDiscrepancies(tx.db, dossierId)).find((one) => one.id === id);
  if (found === undefined) refuse('missing', 'Hồ sơ không có sai lệch bàn giao này.');
  if (found.settledAt !== null) refuse('conflict', 'Sai lệch này đã được giải quyết xong rồi.');
  return found;
}

/** What of the papers concerns the actor's unit. */
export type Handovers = {
  readonly incoming: readonly Awaited[];
  readonly outgoing: readonly Awaited[];
  readonly discrepancies: readonly OpenDiscrepancy[];
};
export type Awaited = OpenHandover & { readonly isOverdue: boolean };

/** Handovers that wait for the actor's unit to confirm, those it sent that nobody has confirmed, and discrepancies left open. */
export async function openHandovers(ctx: Context): Promise<Handovers> {
  const { post } = await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  const units = await unitsActedFor(ctx);
  const calendar = await calendarFor(ctx, post.unitId);
  const timed = (row: OpenHandover): Awaited => ({
    ...row,
    isOverdue: isOverdue(row.handedAt, ctx.now, calendar),
  });
  return {
    incoming: (await readOpenHandovers(ctx.db, units, 'to')).map(timed),
    outgoing: (await readOpenHandovers(ctx.db, units, 'from')).map(timed),
    discrepancies: await readOpenDiscrepancies(ctx.db, units),
  };
}
