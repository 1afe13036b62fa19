/** Proposed by one, decided by another: the one way to what takes two people. */
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, can, requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { chosenReason, reasonWords } from '../clock/reasons/service.ts';
import { clockRulesNow } from '../clock/settings/service.ts';
import { clockCounts } from '../clock/story.ts';
import { asDossierEvent, type DossierDeed, type DossierEvent } from '../deeds.ts';
import { act, actMoving, carryOut, loadReadable } from '../frame.ts';
import type { DossierState } from '../schema.ts';
import { type LoadedDossier, loadDossier } from '../store.ts';
import { carryOutProposal } from './carry-out.ts';
import {
  type Decider,
  openProposals,
  proposingStep,
  requireParticulars,
  requireStillFitting,
  whyNot,
  whyNotDecide,
} from './rules.ts';
import {
  type ApprovalQuery,
  approvalQuery,
  type DecideInput,
  type Proposal,
  PROPOSAL_LABELS,
  type ProposalRow,
  type ProposeInput,
  REASON_OF,
  type TakeBackInput,
} from './schema.ts';
import {
  type ApprovalOwner,
  countApprovals,
  insertProposal,
  readApprovals,
  readProposals,
  updateProposal,
} from './store.ts';

/** Whoever works on a step proposes; for the applicant also the counter that received. Nothing is done yet. */
export async function propose(ctx: Context, input: ProposeInput): Promise<DossierState> {
  return act(ctx, input, async (tx, { id, state }, hand) => {
    const { kind, position } = input;
    const step = proposingStep(state, kind, { hand, position });
    const at = { position: step?.position ?? null, proposedBy: hand.actor.officerId };
    return [await enter(tx, { id, state }, { ...input, ...at })];
  });
}

/** The applicant wants the dossier back, and has shown its number and code. The system enters it. */
export async function askWithdrawal(ctx: Context, number: string, reasonText: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const loaded = await loadDossier(tx.db, number, 'lock');
    if (!loaded) throw new Error(`No dossier ${number}`);
    const wish = { kind: 'withdrawal', reasonCode: 'own-wish', legalBasis: '', details: {} } as const;
    const deed = await enter(tx, loaded, { ...wish, reasonText, position: null, proposedBy: null });
    await carryOut(tx, loaded, [deed]);
  });
}

type Entered = Pick<ProposeInput, 'kind' | 'reasonCode' | 'reasonText' | 'legalBasis' | 'details'> &
  Pick<Proposal, 'position' | 'proposedBy'>;

async function enter(
  tx: TransactionContext,
  { id, state }: LoadedDossier,
  entered: Entered,
): Promise<DossierDeed> {
  const { kind, position, proposedBy, reasonText, details } = entered;
  const events = await eventsOf(tx, id);
  const why = whyNot(state, kind, await known(tx, events));
  if (why !== null) refuse('conflict', why);
  if (openProposals(events).some(({ what }) => what === kind)) {
    refuse('conflict', `Đã có đề nghị “${PROPOSAL_LABELS[kind]}” đang chờ duyệt.`);
  }
  requireParticulars(state, entered, localDateOf(tx.now));
  const asked = { code: entered.reasonCode, field: 'reasonCode' };
  const chosen = await chosenReason(tx, REASON_OF[kind], asked);
  const ordinal = events.filter((event) => event.kind === 'proposed').length + 1;
  const reasonCode = chosen.code;
  const reason = reasonWords(chosen, reasonText);
  const legalBasis = [chosen.legalBasis, entered.legalBasis].filter((text) => text !== '').join('; ');
  await insertProposal(tx.db, id, {
    ordinal,
    kind,
    position,
    reasonCode,
    reason,
    legalBasis,
    details,
    proposedBy,
    proposedAt: tx.now,
  });
  return {
    kind: 'proposed',
    payload: { proposal: ordinal, what: kind, position, reasonCode, reason, legalBasis },
  };
}

/** Accepts or refuses what somebody else proposed; accepted, it is carried out at once. */
export async function decide(ctx: Context, input: DecideInput): Promise<DossierState> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  const decider = await deciderOf(ctx);
  const { outcome, note, ordinal } = input;
  if (outcome === 'rejected' && note.length < 5) {
    const sentence = 'Hãy ghi rõ vì sao không duyệt.';
    refuse('invalid', sentence, { note: sentence });
  }
  return actMoving(ctx, input, async (tx, { id, state }, situation) => {
    const proposal = await openProposal(tx, id, ordinal);
    const why = whyNotDecide(proposal, state, decider);
    if (why !== null) refuse('forbidden', why);
    const decided = await answer(tx, id, { proposal, outcome, note });
    if (outcome === 'rejected') return { deeds: [decided], acts: [] };
    requireStillFitting(state, proposal, await known(tx, await eventsOf(tx, id)));
    const deeds = await carryOutProposal(tx, { id, state, proposal, situation });
    return { deeds: [decided, ...deeds], acts: [] };
  });
}

/** Whoever proposed takes it back, with nothing done. */
export async function takeBack(ctx: Context, input: TakeBackInput): Promise<DossierState> {
  const { officerId } = requireActor(ctx);
  return act(ctx, input, async (tx, { id }) => {
    const proposal = await openProposal(tx, id, input.ordinal);
    if (proposal.proposedBy !== officerId) {
      refuse('forbidden', 'Chỉ người đã đề nghị mới rút lại được. Bạn có thể chọn không duyệt.');
    }
    return [await answer(tx, id, { proposal, outcome: 'withdrawn', note: '' })];
  });
}

async function openProposal(tx: Context, id: number, ordinal: number): Promise<Proposal> {
  const proposals = await readProposals(tx.db, id);
  const proposal =
    proposals.find((one) => one.ordinal === ordinal) ??
    refuse('missing', 'Không có đề nghị này. Hãy quay lại trang hồ sơ.');
  if (proposal.outcome !== null) refuse('conflict', 'Đề nghị này đã được quyết định rồi.');
  return proposal;
}

type Answer = {
  readonly proposal: Proposal;
  readonly outcome: NonNullable<Proposal['outcome']>;
  readonly note: string;
};

async function answer(
  tx: Context,
  dossierId: number,
  { proposal, outcome, note }: Answer,
): Promise<DossierDeed> {
  const { ordinal, kind } = proposal;
  const decidedBy = requireActor(tx).officerId;
  await updateProposal(tx.db, { dossierId, ordinal }, { outcome, note, decidedBy, decidedAt: tx.now });
  return { kind: 'proposal-decided', payload: { proposal: ordinal, what: kind, outcome, note } };
}

async function eventsOf(ctx: Context, id: number): Promise<readonly DossierEvent[]> {
  return (await historyOf(ctx, 'dossier', id)).map(asDossierEvent);
}

async function known(ctx: Context, events: readonly DossierEvent[]) {
  return { counts: clockCounts(events), rules: await clockRulesNow(ctx) };
}

async function deciderOf(ctx: Context): Promise<Decider> {
  return {
    officerId: requireActor(ctx).officerId,
    leads: await unitsWith(ctx, 'dossier.decide'),
    units: await unitsActedFor(ctx),
  };
}

/** A proposal with what the reader may do about it. */
export type ProposalPage = {
  readonly dossier: LoadedDossier;
  readonly proposal: Proposal;
  /** Why the reader may not decide it, or null. */
  readonly whyNot: string | null;
  readonly mayTakeBack: boolean;
};

/** One proposal of a dossier that the actor may read. */
export async function proposalPage(ctx: Context, number: string, ordinal: number): Promise<ProposalPage> {
  const dossier = await loadReadable(ctx, number);
  const proposals = await readProposals(ctx.db, dossier.id);
  const proposal =
    proposals.find((one) => one.ordinal === ordinal) ??
    refuse('missing', 'Không có đề nghị này. Hãy quay lại trang hồ sơ.');
  const { officerId } = requireActor(ctx);
  const isOpen = proposal.outcome === null;
  return {
    dossier,
    proposal,
    whyNot: await whyNotNow(ctx, proposal, dossier.state),
    mayTakeBack: isOpen && proposal.proposedBy === officerId,
  };
}

async function whyNotNow(ctx: Context, proposal: Proposal, state: DossierState): Promise<string | null> {
  if (proposal.outcome !== null) return 'Đề nghị này đã được quyết định rồi.';
  if (!can(requireActor(ctx), 'dossier.handle')) return 'Vị trí của bạn không xử lý hồ sơ.';
  return whyNotDecide(proposal, state, await deciderOf(ctx));
}

/** Every proposal about a dossier, oldest first; the caller has checked that the dossier may be read. */
export async function proposalsOf(ctx: Context, dossierId: number): Promise<readonly Proposal[]> {
  return readProposals(ctx.db, dossierId);
}

/** One page of the list of proposals, with how many there are. */
export async function approvals(
  ctx: Context,
  query: ApprovalQuery,
): Promise<{ readonly rows: readonly ProposalRow[]; readonly total: number }> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  const owner = await deciderOf(ctx);
  return {
    rows: await readApprovals(ctx.db, owner, query),
    total: await countApprovals(ctx.db, owner, query),
  };
}

/** As many rows as one exported list holds. */
const EXPORT_LIMIT = 5000;

/** The same list as one file, without the names of applicants. */
export async function exportApprovals(ctx: Context, query: ApprovalQuery): Promise<readonly ProposalRow[]> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  return readApprovals(ctx.db, await deciderOf(ctx), { ...query, page: 1, limit: EXPORT_LIMIT });
}

/** How many wait for the actor's decision; nothing for a post that handles no dossiers. */
export async function approvalCount(ctx: Context): Promise<number> {
  if (!can(ctx.actor, 'dossier.handle')) return 0;
  const owner: ApprovalOwner = await deciderOf(ctx);
  return countApprovals(ctx.db, owner, approvalQuery.parse({}));
}

/** The kinds that may be proposed about a dossier now, by whoever works on it. */
export async function knownFor(ctx: Context, dossierId: number) {
  return known(ctx, await eventsOf(ctx, dossierId));
}
