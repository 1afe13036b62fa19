/** What the actor may do with a dossier now: a page offers exactly these. */
import { graphOf, nextNodes } from '#kernel/process/graph.ts';
import { can, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { handOf } from '../frame.ts';
import { isReturnStep, isStepOf } from '../rules.ts';
import { isStepNode } from '../run/moves.ts';
import { choicesOf, stepBefore } from '../run/rules.ts';
import type { DossierState, DossierStep, Run } from '../schema.ts';
import { activeSteps, isPaused } from '../state.ts';

export type NextActs = {
  /** The acting post is the one the step names. */
  readonly isOurs: boolean;
  readonly takeCustody: boolean;
  readonly claim: boolean;
  readonly takeOver: boolean;
  readonly passOn: boolean;
  readonly enterResult: boolean;
  readonly sendBack: boolean;
  readonly release: boolean;
  readonly assign: boolean;
  readonly returnResult: boolean;
  readonly addFile: boolean;
};

/** A step being worked on, with what may be done and where the process can go. */
export type StepWork = {
  readonly step: DossierStep;
  readonly acts: NextActs;
  /** Steps that can come next; one where nothing is to be decided. */
  readonly next: readonly DossierStep[];
  /** Ways on that the officer decides, by their names; null where the process goes on by itself. */
  readonly choices: { readonly several: boolean; readonly names: readonly string[] } | null;
};

/** Every step being worked on, those of the acting post first. */
export async function workOf(ctx: Context, state: DossierState): Promise<readonly StepWork[]> {
  const actor = requireActor(ctx);
  const leads = await unitsWith(ctx, 'dossier.assign');
  const hand = await handOf(ctx);
  const works = activeSteps(state).map((step): StepWork => {
    const isOurs = isStepOf(hand, step) && can(actor, 'dossier.handle');
    const assign = leads === null || leads.includes(step.unitId);
    const own = isOurs ? actsOfHandler(state, step, actor.officerId) : {};
    return {
      step,
      acts: { ...NO_ACTS, assign, ...own },
      next: nextSteps(state, step),
      choices: state.run === null ? null : choicesOf({ ...state, run: state.run }, step),
    };
  });
  return works.toSorted((a, b) => Number(b.acts.isOurs) - Number(a.acts.isOurs));
}

/** Steps that can come right after this one, by the drawing. */
function nextSteps(state: DossierState, step: DossierStep): readonly DossierStep[] {
  const { run, steps } = state;
  if (run === null) return steps.filter(({ position }) => position === step.position + 1);
  const nodes = stepsBehind(run, step.node);
  return steps.filter(({ node }) => nodes.has(node));
}

function stepsBehind({ definition }: Run, node: string): ReadonlySet<string> {
  const ahead = graphOf(definition)
    .outgoing(node)
    .map(({ to }) => to);
  const found = new Set<string>();
  const seen = new Set(ahead);
  // A set hands out what is added while it is walked.
  for (const id of seen) {
    if (isStepNode(definition, id)) found.add(id);
    else for (const next of nextNodes(definition, id)) seen.add(next);
  }
  return found;
}

/** What somebody may do whose post is the one the step names. */
function actsOfHandler(state: DossierState, step: DossierStep, officerId: number): Partial<NextActs> {
  if (step.custody === 'handed') return { isOurs: true, takeCustody: true };
  const isMine = step.officerId === null || step.officerId === officerId;
  if (!isMine) return { isOurs: true, takeOver: true };
  const isReturn = isReturnStep(state, step);
  const isFirst = hasNothingBefore(state, step);
  const runs = !isPaused(state);
  return {
    isOurs: true,
    claim: step.officerId === null,
    release: step.officerId !== null,
    passOn: !isReturn && runs,
    enterResult: !isReturn && !isFirst,
    sendBack: !isFirst && runs,
    returnResult: isReturn && state.phase === 'done',
    addFile: true,
  };
}

function hasNothingBefore(state: DossierState, step: DossierStep): boolean {
  return state.run === null ? step.position === 0 : stepBefore({ ...state, run: state.run }, step) === null;
}

export const NO_ACTS: NextActs = {
  isOurs: false,
  takeCustody: false,
  claim: false,
  takeOver: false,
  passOn: false,
  enterResult: false,
  sendBack: false,
  release: false,
  assign: false,
  returnResult: false,
  addFile: false,
};
