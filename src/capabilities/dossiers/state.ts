/** Reading a dossier's state: where it is, who has its papers. */
import type { DossierState, DossierStep } from './schema.ts';

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
