/** Dossiers from before there were processes take their planned steps as a process with their next move. */
import { begin, complete } from '#kernel/process/engine/engine.ts';
import { type Happening, recorded, type RecordedCall } from '#kernel/process/engine/replay.ts';
import type { Instance } from '#kernel/process/engine/instance.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { processOfSteps } from '#kernel/process/table/straight-line.ts';
import { keepDefinition } from '#capabilities/processes/service.ts';
import type { TransactionContext } from '#foundation/context.ts';
import type { DossierDeed } from '../deeds.ts';
import type { DossierState } from '../schema.ts';
import { activeStep } from '../state.ts';
import { applyAdopted } from './fold.ts';
import type { RunningState } from './rules.ts';

type Adoption = { readonly state: RunningState; readonly deeds: readonly DossierDeed[] };

/** The dossier on a process, and what is to be recorded about it when it was on none. */
export async function adoption(tx: TransactionContext, state: DossierState): Promise<Adoption> {
  if (state.run !== null) return adopted(state, { definitionId: 0, now: tx.now });
  const definitionId = await keepDefinition(tx, straightOf(state));
  return adopted(state, { definitionId, now: tx.now });
}

/** The same for trying something out: nothing is kept. `definitionId` counts for a dossier on no process alone. */
export function adopted(
  state: DossierState,
  { definitionId, now }: { readonly definitionId: number; readonly now: Date },
): Adoption {
  const { run } = state;
  if (run !== null) return { state: { ...state, run }, deeds: [] };
  const definition = straightOf(state);
  const payload = { definitionId, calls: callsUpTo(definition, activeStep(state)?.position ?? 0) };
  const event = { kind: 'adopted' as const, payload, sequence: state.sequence + 1, at: now, officerId: null };
  const after = applyAdopted(state, event, () => definition);
  if (after.run === null) throw new Error(`Dossier ${state.number} was not adopted`);
  const next = { ...after, run: after.run, sequence: event.sequence };
  return { state: next, deeds: [{ kind: 'adopted', payload }] };
}

/** The planned steps in a row; where they are done is fixed by the plan, so that the place says only the role. */
function straightOf({ steps }: DossierState): ProcessDefinition {
  return processOfSteps(
    { id: 'planned-steps', name: 'Các bước theo kế hoạch khi tiếp nhận' },
    steps.map(({ name, role, quotaMinutes }) => ({
      name,
      place: { scope: 'planned', function: null, role },
      workingHours: quotaMinutes / 60,
    })),
  );
}

function callsUpTo(definition: ProcessDefinition, position: number): readonly RecordedCall[] {
  const begun = begin(definition, { decisions: [] });
  const calls: RecordedCall[] = [recorded({ kind: 'begun' }, begun)];
  let instance: Instance = begun.instance;
  for (let index = 0; index < position; index += 1) {
    const done: Happening = { kind: 'completed', node: `step-${index + 1}` };
    const move = complete(definition, instance, { node: done.node, decisions: [] });
    calls.push(recorded(done, move));
    ({ instance } = move);
  }
  return calls;
}
