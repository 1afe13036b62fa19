/** What a reception consists of, put together from the procedure, the form and the calendar; nothing is written here. */
import { randomInt } from 'node:crypto';
import { addWorkingMinutes, workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { Due } from '#kernel/working-time/due.ts';
import { refuse } from '#kernel/refusal.ts';
import type { ProcedureVersion } from '#capabilities/procedures/schema.ts';
import type { KeptProcess } from '#capabilities/processes/schema.ts';
import { variablesOf } from '#capabilities/processes/service.ts';
import { factsOf } from '#kernel/process/expressions/variables.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { Actor, TransactionContext } from '#foundation/context.ts';
import { organisationNow, unitNow } from '#foundation/organisation/service.ts';
import type { DossierDeed } from '../deeds.ts';
import { plannedState } from '../fold.ts';
import { calendarsOf } from '../frame.ts';
import { type Act, beginning } from '../run/moves.ts';
import type { PartyNumbers } from '../identity-number.ts';
import { localitiesOf, needsLocality, planSteps, type Reception } from './rules.ts';
import type { Answers } from '../answers/schema.ts';
import type { FeeLine, PaperInput, ReceiveInput } from './schema.ts';
import type { NewDossier } from './store.ts';

/** Letters and digits that cannot be taken for one another when read from paper. */
const CODE_ALPHABET = 'ACDEFGHJKLMNPQRTUVWXY346789';
const CODE_LENGTH = 8;

/** The counter that receives, and the commune the dossier concerns when the steps need one. */
export async function receptionOf(
  tx: TransactionContext,
  unitId: number,
  {
    definition,
    localityUnitId,
  }: { readonly definition: ProcessDefinition; readonly localityUnitId: number | null },
): Promise<Reception> {
  const unit = await unitNow(tx, unitId);
  if (!needsLocality(definition, unit)) return { unit, locality: null };
  const localities = localitiesOf(await organisationNow(tx), unit.id);
  const locality = localities.find(({ id }) => id === localityUnitId);
  if (!locality) {
    const sentence = 'Hãy chọn xã, thị trấn mà hồ sơ này liên quan.';
    refuse('invalid', sentence, { localityUnitId: sentence });
  }
  return { unit, locality };
}

/** What was checked before a dossier is written. */
export type CheckedReception = {
  readonly input: ReceiveInput;
  readonly version: ProcedureVersion;
  readonly process: KeptProcess;
  readonly reception: Reception;
  readonly due: Due;
  readonly applicantId: number;
  readonly numbers: PartyNumbers;
  readonly papers: readonly PaperInput[];
  readonly fees: readonly FeeLine[];
  readonly answers: Answers;
};

/** Everything of the new dossier that its history does not fold to, but its line in the book. */
export function newDossier(checked: CheckedReception): Omit<NewDossier, 'bookLine' | 'enteredAt'> {
  const { input, version, reception, due, applicantId, numbers } = checked;
  const { channel, returnMethod, applicant, delegate, summary, note } = input;
  return {
    checkCode: newCheckCode(),
    procedureId: version.procedureId,
    procedureVersionId: version.id,
    title: version.content.shortName,
    domain: version.content.domain,
    localityUnitId: reception.locality?.id ?? null,
    applicantId,
    applicant,
    delegate,
    numbers,
    channel,
    returnMethod,
    dueExplanation: due.explanation,
    copies: input.sets,
    summary,
    note,
    paperNumber: input.earlier?.paperNumber ?? null,
    papers: takenOf(checked.papers).map(({ name, kind, copies, note: remark }) => ({
      name,
      kind,
      copies,
      note: remark,
    })),
    fees: checked.fees.map((fee) => ({ ...fee, collected: input.feesCollected && fee.amount > 0 })),
  };
}

/** Papers that are really in the dossier; their order is their position in it. */
export function takenOf(papers: readonly PaperInput[]): readonly PaperInput[] {
  return papers.filter((paper) => paper.taken);
}

type ReceptionDeed = Extract<DossierDeed, { kind: 'received' }>;
type Identified = {
  readonly number: string;
  readonly actor: Pick<Actor, 'officerId'>;
  /** Set for one that is opened out of another: nobody at the counter has taken it yet. */
  readonly parent?: ReceptionDeed['payload']['parent'];
};

/** The first event of the dossier, with the steps planned on the calendar of the counter and the process begun. */
export async function receptionDeed(
  tx: TransactionContext,
  checked: CheckedReception,
  { number, actor, parent }: Identified,
): Promise<{ readonly deed: ReceptionDeed; readonly acts: readonly Act[] }> {
  const received = await plannedDeed(tx, checked, number);
  const planned = parent ? { ...received, payload: { ...received.payload, parent } } : received;
  const event = { ...planned, sequence: 1, at: tx.now, officerId: actor.officerId };
  const state = plannedState(event);
  const { definition } = checked.process;
  const { moves, acts } = beginning(state, definition, {
    now: tx.now,
    calendar: await calendarsOf(tx, state),
    facts: factsOf(variablesOf(checked.version.content), factsAtReception(checked)),
    officerOf: () => (parent ? null : actor.officerId),
  });
  const process = { definitionId: checked.process.id, ...moves };
  return { deed: { kind: 'received', payload: { ...planned.payload, process } }, acts };
}

async function plannedDeed(
  tx: TransactionContext,
  checked: CheckedReception,
  number: string,
): Promise<ReceptionDeed> {
  const { reception, due, version, input, process } = checked;
  const calendar = await calendarFor(tx, reception.unit.id);
  const receivedAt = input.earlier?.receivedAt ?? tx.now;
  const availableMinutes = Math.round(workingMinutesBetween(calendar, receivedAt, due.dueAt));
  const plan = { definition: process.definition, availableMinutes };
  const steps = planSteps(await organisationNow(tx), reception, plan);
  const firstStepDueAt = addWorkingMinutes(calendar, tx.now, steps[0]?.quotaMinutes ?? 0);
  return {
    kind: 'received',
    payload: {
      number,
      ...(input.earlier
        ? {
            earlier: {
              paperNumber: input.earlier.paperNumber,
              receivedAt: input.earlier.receivedAt.toISOString(),
            },
          }
        : {}),
      procedureVersionId: version.id,
      receivingUnitId: reception.unit.id,
      channel: input.channel,
      returnMethod: input.returnMethod,
      dueAt: due.dueAt.toISOString(),
      firstStepDueAt: firstStepDueAt.toISOString(),
      copies: input.sets,
      papers: takenOf(checked.papers).map(({ name, kind, copies }) => ({ name, kind, copies })),
      fees: checked.fees.map(({ name, amount }) => ({ name, amount })),
      steps,
    },
  };
}

/** What conditions right behind the beginning may ask about. */
function factsAtReception({ input, reception, fees, answers }: CheckedReception) {
  const total = fees.reduce((sum, fee) => sum + fee.amount, 0);
  return {
    dossier: {
      channel: input.channel,
      returnMethod: input.returnMethod,
      applicantKind: input.applicant.kind,
      copies: input.sets,
      locality: reception.locality?.name ?? null,
      receivedLevel: reception.unit.level,
    },
    fees: { total, open: input.feesCollected ? 0 : total },
    form: answers,
    choices: [],
  };
}

function newCheckCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  );
  return letters.join('');
}
