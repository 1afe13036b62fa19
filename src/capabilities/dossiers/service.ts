import { refuse } from '#kernel/refusal.ts';
import { unitsWith } from '#foundation/access/authorise.ts';
import type { Context, TransactionContext } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { officersWithRole } from '#foundation/people/service.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { explainLate } from './clock/late.ts';
import { act, actMoving } from './frame.ts';
import { sealNumber } from './identity-number.ts';
import {
  decideAssign,
  decideClaim,
  decideRelease,
  decideResult,
  decideTakeBack,
  decideTakeCustody,
  stepInHand,
} from './rules.ts';
import { requireOpinions } from './consultation/rules.ts';
import { readOpenOnes } from './consultation/store.ts';
import { type Decided, decidePassOn, decideReturn, decideSendBack } from './run/rules.ts';
import type {
  AssignInput,
  DossierReference,
  DossierState,
  DossierStep,
  PassOnInput,
  ResultInput,
  ReturnInput,
  SendBackInput,
  TakeCustodyInput,
} from './schema.ts';
import { stepAt } from './state.ts';
import { insertReturn } from './store.ts';

/** Finishes a step: the process goes on; into the last one only with a result, which freezes early, on time or late. */
export async function passOn(ctx: Context, input: PassOnInput): Promise<DossierState> {
  return actMoving(ctx, input, async (tx, { id, state }, situation) => {
    const decided = decidePassOn(state, input, situation);
    const explained = await explainLate(tx, { id, state }, { ...input, situation });
    await requireOpinionsOf(tx, id, decided);
    const [first] = decided.deeds.flatMap((deed) => (deed.kind === 'advanced' ? deed.payload.entered : []));
    if (input.officerId !== null && first) {
      await requireFitting(tx, stepAt(state, first.position), input.officerId);
    }
    return { ...decided, deeds: [...explained, ...decided.deeds] };
  });
}

async function requireOpinionsOf(tx: TransactionContext, id: number, { deeds }: Decided): Promise<void> {
  const open = await readOpenOnes(tx.db, id);
  if (open.length === 0) return;
  const [from = null] = deeds.flatMap((deed) => (deed.kind === 'advanced' ? deed.payload.from : []));
  requireOpinions(open, from, await unitNames(tx, 'shortName'));
}

/** Returns the dossier to the step before, with the reason. */
export async function sendBack(ctx: Context, input: SendBackInput): Promise<DossierState> {
  return actMoving(ctx, input, async (_tx, { state }, situation) => ({
    deeds: [decideSendBack(state, input, situation)],
    acts: [],
  }));
}

/** Confirms that the unit has received the papers handed over to it. */
export async function takeCustody(ctx: Context, input: TakeCustodyInput): Promise<DossierState> {
  return act(ctx, input, async (_tx, { state }, situation) => [decideTakeCustody(state, input, situation)]);
}

/** Takes the step from the unit's box or over from a colleague. */
export async function claim(ctx: Context, input: DossierReference): Promise<DossierState> {
  return act(ctx, input, async (_tx, { state }, situation) => [
    decideClaim(state, situation, input.position),
  ]);
}

/** Puts the step back into the unit's box. */
export async function release(ctx: Context, input: DossierReference): Promise<DossierState> {
  return act(ctx, input, async (_tx, { state }, situation) => [
    decideRelease(state, situation, input.position),
  ]);
}

/** A leader of the unit names who handles the step; the person must hold a post with the step's role there. */
export async function assign(ctx: Context, input: AssignInput): Promise<DossierState> {
  const leads = await unitsWith(ctx, 'dossier.assign');
  return act(ctx, input, async (tx, { state }, situation) => {
    const step = stepInHand(state, situation, input.position);
    if (leads !== null && !leads.includes(step.unitId)) {
      refuse('forbidden', 'Chỉ lãnh đạo của đơn vị đang giữ hồ sơ được phân công người thụ lý.');
    }
    await requireFitting(tx, step, input.officerId);
    return [decideAssign(step, input.officerId)];
  });
}

/** A leader of the unit takes the step from whoever handles it, back into the unit's box. */
export async function releaseFor(ctx: Context, input: DossierReference): Promise<DossierState> {
  const leads = await unitsWith(ctx, 'dossier.assign');
  return act(ctx, input, async (_tx, { state }, situation) => {
    const step = stepInHand(state, situation, input.position);
    if (leads !== null && !leads.includes(step.unitId)) {
      refuse('forbidden', 'Chỉ lãnh đạo của đơn vị đang giữ hồ sơ được đưa việc về hộp việc chung.');
    }
    return [decideTakeBack(step)];
  });
}

/** Enters or replaces the result while the dossier is still being worked on. */
export async function enterResult(ctx: Context, input: ResultInput): Promise<DossierState> {
  return act(ctx, input, async (_tx, { state }, situation) => [decideResult(state, input, situation)]);
}

/** Gives the result to the applicant and closes the dossier. */
export async function returnResult(ctx: Context, input: ReturnInput): Promise<DossierState> {
  return actMoving(ctx, input, async (tx, { id, state }, situation) => {
    const decided = decideReturn(state, input, situation);
    const { recipient, relation, idNumber, acknowledgement, note } = input;
    await queueJob(tx.db, { task: 'dossier-returned', payload: { number: state.number } });
    await insertReturn(tx.db, {
      dossierId: id,
      recipient,
      relation,
      sealedIdNumber: sealNumber(tx.secrets, idNumber)?.sealed ?? null,
      acknowledgement,
      note,
      returnedBy: situation.actor.officerId,
      returnedAt: tx.now,
    });
    return decided;
  });
}

/** Whoever is named for a step holds or substitutes a post with its role in its unit. */
async function requireFitting(tx: TransactionContext, step: DossierStep, officerId: number): Promise<void> {
  const officers = await officersWithRole(tx, step.unitId, step.role);
  if (officers.some((officer) => officer.id === officerId)) return;
  const sentence = 'Người được chọn không giữ vị trí phù hợp với bước này ở đơn vị.';
  refuse('invalid', sentence, { officerId: sentence });
}
