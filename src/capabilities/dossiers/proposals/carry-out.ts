/** What an accepted proposal does, in the transaction of its decision. */
import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import { refuse } from '#kernel/refusal.ts';
import { notify } from '#capabilities/notifications/service.ts';
import type { TransactionContext } from '#foundation/context.ts';
import { duesAfterExtension } from '../clock/dues.ts';
import { issueLetter } from '../clock/letters/service.ts';
import { resume } from '../clock/pauses.ts';
import { decideClose, decidePause } from '../clock/rules.ts';
import { correctDossier, readExplanation, updateExplanation } from '../clock/store.ts';
import { endSupplement, insertSupplement, readSupplements } from '../clock/supplements/store.ts';
import type { DossierDeed } from '../deeds.ts';
import type { MovingSituation, RunningState } from '../run/rules.ts';
import { decideRollback } from '../run/rules.ts';
import type { ClosedHow } from '../schema.ts';
import { stepAt } from '../state.ts';
import { FIELD_LABELS, type Proposal } from './schema.ts';

type Accepted = {
  readonly id: number;
  readonly state: RunningState;
  readonly proposal: Proposal;
  readonly situation: MovingSituation;
};

/** The deeds that follow the decision. */
export async function carryOutProposal(
  tx: TransactionContext,
  accepted: Accepted,
): Promise<readonly DossierDeed[]> {
  const { state, proposal, situation } = accepted;
  const { reason, reasonCode, details } = proposal;
  switch (proposal.kind) {
    case 'supplement':
    case 'second-supplement':
      return requestSupplement(tx, accepted);
    case 'pause': {
      await tell(tx, accepted, 'paused');
      return [decidePause(state, { reason: 'decided', note: reason, ...untilOf(proposal) })];
    }
    case 'resume-early':
      return [await resume(tx, accepted, { note: reason, ended: 'given-up', calendar: situation.calendar })];
    case 'extension':
      return extend(tx, accepted);
    case 'refusal':
      await tell(tx, accepted, 'refused');
      return close(tx, accepted, { how: 'refused', letter: 'refusal' });
    case 'stop':
      await tell(tx, accepted, 'stopped');
      return close(tx, accepted, { how: 'stopped', letter: 'stop' });
    case 'withdrawal':
      await notify(tx, { template: 'withdrawal-confirmed', ...addressed(accepted), facts: {} });
      return close(tx, accepted, { how: 'withdrawn', letter: null });
    case 'rollback':
      return [decideRollback(state, { to: stepAt(state, details.to ?? 0), reason }, situation)];
    case 'correction':
      return correct(tx, accepted, reasonCode);
  }
}

const addressed = ({ id, state }: Accepted) =>
  ({ dossier: { id, number: state.number }, to: 'applicant' }) as const;

async function tell(
  tx: TransactionContext,
  accepted: Accepted,
  template: 'paused' | 'refused' | 'stopped',
): Promise<void> {
  await notify(tx, { template, ...addressed(accepted), facts: { reason: accepted.proposal.reason } });
}

function untilOf({ details }: Proposal): { readonly until: string } {
  return { until: details.until ?? refuse('invalid', 'Đề nghị thiếu ngày cuối cùng. Hãy chọn không duyệt.') };
}

/** The unit in whose name a letter goes out: that of the step, else the one that received. */
function unitOf({ state, proposal }: Accepted): number {
  return proposal.position === null ? state.receivingUnitId : stepAt(state, proposal.position).unitId;
}

function basisOf({ legalBasis }: Proposal): readonly string[] {
  return legalBasis === '' ? [] : legalBasis.split('; ');
}

async function requestSupplement(
  tx: TransactionContext,
  accepted: Accepted,
): Promise<readonly DossierDeed[]> {
  const { id, state, proposal } = accepted;
  const { reason, details } = proposal;
  const lines = details.lines ?? [];
  const { until } = untilOf(proposal);
  const ordinal = (await readSupplements(tx.db, id)).length + 1;
  const paused = decidePause(state, { reason: 'supplement', note: reason, until });
  await insertSupplement(tx.db, id, {
    ordinal,
    askedAt: tx.now,
    answerBy: until,
    lines: lines.map((line) => ({ ...line, received: null })),
  });
  const letter = await issueLetter(tx, {
    dossierId: id,
    kind: 'supplement',
    content: {
      reasons: [reason],
      legalBasis: [...basisOf(proposal)],
      unitId: unitOf(accepted),
      supplement: { ordinal, lines: [...lines], answerBy: until },
    },
  });
  await notify(tx, {
    template: 'supplement-requested',
    ...addressed(accepted),
    facts: { content: lines.map(({ name }) => name).join('; '), until: formatDate(until) },
  });
  return [paused, letter];
}

async function extend(tx: TransactionContext, accepted: Accepted): Promise<readonly DossierDeed[]> {
  const { id, state, proposal, situation } = accepted;
  const { reason, reasonCode } = proposal;
  const minutes = proposal.details.minutes ?? refuse('invalid', 'Đề nghị thiếu thời gian xin thêm.');
  const explanation = await readExplanation(tx.db, id);
  const { calendar, now } = situation;
  const moved = duesAfterExtension(state, { minutes, reason }, { now, calendar, explanation });
  await updateExplanation(tx.db, id, moved.explanation);
  const perDay = calendar(state.receivingUnitId).minutesPerWorkingDay;
  const letter = await issueLetter(tx, {
    dossierId: id,
    kind: 'extension',
    content: {
      reasons: [reason],
      legalBasis: [...basisOf(proposal)],
      unitId: unitOf(accepted),
      appointment: {
        before: state.dueAt.toISOString(),
        after: moved.dues.dueAt,
        extra: `${durationWords(minutes, perDay)} làm việc`,
      },
    },
  });
  const newDue = formatDateTime(new Date(moved.dues.dueAt));
  await notify(tx, { template: 'extended', ...addressed(accepted), facts: { reason, newDue } });
  return [{ kind: 'extended', payload: { minutes, reasonCode, note: reason, ...moved.dues } }, letter];
}

async function close(
  tx: TransactionContext,
  accepted: Accepted,
  { how, letter }: { readonly how: ClosedHow; readonly letter: 'refusal' | 'stop' | null },
): Promise<readonly DossierDeed[]> {
  const { id, state, proposal, situation } = accepted;
  const { reason, reasonCode, details } = proposal;
  const deeds = decideClose(state, { how, reasonCode, note: reason }, situation);
  await endSupplement(tx.db, id, { ended: 'given-up', endedAt: tx.now });
  if (letter === null) return deeds;
  const content = { reasons: [reason], legalBasis: [...basisOf(proposal)], unitId: unitOf(accepted) };
  const guidance = details.guidance || null;
  return [
    ...deeds,
    await issueLetter(tx, { dossierId: id, kind: letter, content: { ...content, guidance } }),
  ];
}

async function correct(
  tx: TransactionContext,
  accepted: Accepted,
  reasonCode: string,
): Promise<readonly DossierDeed[]> {
  const { id, proposal } = accepted;
  const changes = proposal.details.changes ?? [];
  await correctDossier(tx.db, id, changes);
  const fields = changes.map(({ field }) => field);
  const content = fields.map((field) => FIELD_LABELS[field].toLowerCase()).join(', ');
  await notify(tx, { template: 'corrected', ...addressed(accepted), facts: { content } });
  return [
    { kind: 'corrected', payload: { proposal: proposal.ordinal, fields, reasonCode, note: proposal.reason } },
  ];
}
