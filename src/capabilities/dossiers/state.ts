/** Reading a dossier's state: where it is, who has its papers. */
import type { DossierState, DossierStep, Handover } from './schema.ts';

/** The step at a position; a history never names one that was not planned. */
export function stepAt(state: DossierState, position: number): DossierStep {
  const step = state.steps[position];
  if (!step) throw new Error(`Dossier ${state.number} has no step ${position}`);
  return step;
}

export function withStep(state: DossierState, position: number, patch: Partial<DossierStep>): DossierState {
  const steps = state.steps.map((step) => (step.position === position ? { ...step, ...patch } : step));
  return { ...state, steps };
}

/** The handover that waits to be taken: there is never more than one, since papers have one holder. */
export function openHandover({ handovers }: Pick<DossierState, 'handovers'>): Handover | null {
  const last = handovers.at(-1);
  return last?.takenAt === null && last.endedHow === null ? last : null;
}

/** The same with something of it changed; nothing when none waits. */
export function withOpenHandover(state: DossierState, patch: Partial<Handover>): DossierState {
  const open = openHandover(state);
  if (open === null) return state;
  const handovers = state.handovers.map((handover) =>
    handover === open ? { ...handover, ...patch } : handover,
  );
  return { ...state, handovers };
}

/** Every step being worked on, in the order of the plan. */
export function activeSteps(state: Pick<DossierState, 'steps'>): readonly DossierStep[] {
  return state.steps.filter((step) => step.state === 'active');
}

/** The step being worked on, the first where there are several; null while the dossier waits or when it has ended. */
export function activeStep(state: Pick<DossierState, 'steps'>): DossierStep | null {
  return activeSteps(state)[0] ?? null;
}

/** The unit that has the papers in its hands; while they are on their way still the one that sent them. */
export function holderOf({
  handovers,
  receivingUnitId,
}: Pick<DossierState, 'handovers' | 'receivingUnitId'>): number {
  return handovers.findLast(({ takenAt }) => takenAt !== null)?.toUnitId ?? receivingUnitId;
}

/** Whether its clock stands still. */
export function isPaused(state: Pick<DossierState, 'pauses'>): boolean {
  return state.pauses.at(-1)?.to === null;
}

/** Whether nothing more can happen to it. */
export function isEnded({ phase }: Pick<DossierState, 'phase'>): boolean {
  return phase === 'returned' || phase === 'closed';
}
