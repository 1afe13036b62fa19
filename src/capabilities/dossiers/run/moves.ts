/** What a happening in the process means for the steps, the papers and the timers of a dossier. Nothing is written here. */
import { happen, type Happening, recorded, type RecordedCall } from '#kernel/process/engine/replay.ts';
import type { Effect, Instance } from '#kernel/process/engine/instance.ts';
import type { Facts } from '#kernel/process/expressions/variables.ts';
import { graphOf, nodeAt, nextNodes, reachable } from '#kernel/process/graph.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import { addWorkingMinutes } from '#kernel/working-time/arithmetic.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { EnteredStep, LeftStep, Moves, TimerSet } from '../deeds.ts';
import { timelinessOf, usedMinutes } from '../time.ts';
import type { DossierState, DossierStep, Run } from '../schema.ts';
import { activeSteps, holderOf, stepAt } from '../state.ts';

/** What the process asks of the world besides its steps, in this order. */
export type Act =
  | { readonly kind: 'notify' | 'issue-result'; readonly node: string; readonly subject: string }
  | { readonly kind: 'ask-payment'; readonly node: string; readonly token: number; readonly subject: string }
  /** `token` waits for the linked dossier; null when nobody does. */
  | {
      readonly kind: 'open-linked';
      readonly node: string;
      readonly token: number | null;
      readonly procedure: string;
    };

/** A condition that could not be decided and counted as false. */
export type Unclear = { readonly flow: string; readonly reason: string };

export type Outcome = {
  readonly moves: Moves;
  readonly acts: readonly Act[];
  readonly unclear: readonly Unclear[];
  readonly instance: Instance;
  readonly entered: readonly DossierStep[];
};

export type MoveSituation = {
  readonly now: Date;
  readonly calendar: (unitId: number) => WorkingCalendar;
  readonly facts: Facts;
  /** Who takes a step that begins; null leaves it in the unit's box. */
  readonly officerOf: (step: DossierStep) => number | null;
};

/** A task that is one of the dossier's steps: people do it, or another unit answers. */
export function isStepNode(definition: ProcessDefinition, node: string): boolean {
  const { kind } = nodeAt(definition, node);
  return kind === 'user-task' || kind === 'message-catch';
}

/** Whether a step gives the result back: the one-stop does it, and no other step can follow. */
export function isLastNode(definition: ProcessDefinition, node: string): boolean {
  const onward = reachable(
    graphOf(definition)
      .outgoing(node)
      .map(({ to }) => to),
    (id) => nextNodes(definition, id),
  );
  return ![...onward].some((id) => isStepNode(definition, id));
}

/** What tells the engine that a step is done. */
export function doneAt(definition: ProcessDefinition, node: string): Happening {
  const found = nodeAt(definition, node);
  return found.kind === 'message-catch'
    ? { kind: 'message-received', message: found.message }
    : { kind: 'completed', node };
}

/** Lets something happen, and at once what the system does by itself. Refuses (`conflict`) what the engine refuses. */
export function move(
  state: DossierState & { readonly run: Run },
  happening: Happening,
  situation: MoveSituation,
): Outcome {
  const { definition } = state.run;
  return outcome(
    state,
    runOn(definition, state.run.instance, { happening, facts: situation.facts }),
    situation,
  );
}

/** The beginning of a process. */
export function beginning(
  state: DossierState,
  definition: ProcessDefinition,
  situation: MoveSituation,
): Outcome {
  const ran = runOn(definition, null, { happening: { kind: 'begun' }, facts: situation.facts });
  return outcome({ ...state, run: { definitionId: 0, definition, instance: EMPTY } }, ran, situation);
}

const EMPTY: Instance = { definition: '', nextToken: 1, tokens: [], ended: null };

type Ran = {
  readonly instance: Instance;
  readonly calls: readonly RecordedCall[];
  readonly effects: readonly Effect[];
};

function runOn(
  definition: ProcessDefinition,
  before: Instance | null,
  { happening, facts }: { readonly happening: Happening; readonly facts: Facts },
): Ran {
  const first = happen(definition, before, { ...happening, facts });
  let ran: Ran = {
    instance: first.instance,
    calls: [recorded(happening, first)],
    effects: first.effects,
  };
  // Each verb that needs nobody is done as soon as it is called, in the order of the process.
  for (let next = readyVerb(ran); next !== null; next = readyVerb(ran)) {
    const verb: Happening = next;
    const done = happen(definition, ran.instance, { ...verb, facts });
    ran = {
      instance: done.instance,
      calls: [...ran.calls, recorded(verb, done)],
      effects: [...ran.effects, ...done.effects],
    };
  }
  return ran;
}

/** A verb of the system that still waits and that nobody outside has to finish. */
function readyVerb({ instance, effects }: Ran): Happening | null {
  const called = effects.find(
    (effect) =>
      effect.kind === 'verb-called' &&
      effect.verb !== 'ask-payment' &&
      instance.tokens.some(({ id, state }) => id === effect.token && state === 'waiting'),
  );
  return called?.kind === 'verb-called'
    ? { kind: 'completed', node: called.node, token: called.token }
    : null;
}

function outcome(state: DossierState & { readonly run: Run }, ran: Ran, situation: MoveSituation): Outcome {
  const before = nodesAtWork(state.run.definition, state.run.instance);
  const after = nodesAtWork(state.run.definition, ran.instance);
  const left = leftSteps(state, ran.instance, situation);
  const goneNodes = new Set(left.map(({ position }) => stepAt(state, position).node));
  const stay = activeSteps(state).filter(({ node }) => !goneNodes.has(node));
  // Two tokens at one step are one piece of work: the second begins when the first is done.
  const entered = [...after]
    .filter((node) => !before.has(node) || goneNodes.has(node))
    .map((node) => stepOfNode(state, node));
  return {
    moves: {
      calls: ran.calls,
      left,
      entered: enteredSteps(state, { entered, stay, left }, situation),
      timers: timersSet(state, ran, situation),
    },
    acts: ran.effects.flatMap((effect) => actOf(effect)),
    unclear: ran.effects.flatMap((effect) =>
      effect.kind === 'condition-unclear' ? [{ flow: effect.flow, reason: effect.reason }] : [],
    ),
    instance: ran.instance,
    entered,
  };
}

/** Steps at which tokens wait, in the order in which they came. */
function nodesAtWork(definition: ProcessDefinition, { tokens }: Instance): ReadonlySet<string> {
  return new Set(
    tokens
      .filter(({ node, state }) => state === 'waiting' && isStepNode(definition, node))
      .map(({ node }) => node),
  );
}

function stepOfNode(state: DossierState, node: string): DossierStep {
  const step = state.steps.find((found) => found.node === node);
  if (!step) throw new Error(`Dossier ${state.number} has no step for ${node}`);
  return step;
}

/** What became of a token that waited or had passed, the strongest first where a step had several. */
const LEFT_AS = { passed: 'done', joining: 'done', cancelled: 'cancelled', withdrawn: 'waiting' } as const;
const STRENGTH = ['done', 'cancelled', 'waiting'] as const;

function leftSteps(
  state: DossierState & { readonly run: Run },
  { tokens }: Instance,
  situation: MoveSituation,
): readonly LeftStep[] {
  const { definition, instance } = state.run;
  const known = new Map(instance.tokens.map((token) => [token.id, token.state]));
  const byNode = Map.groupBy(
    tokens.filter(({ node }) => isStepNode(definition, node)),
    ({ node }) => node,
  );
  return [...byNode].flatMap(([node, own]): readonly LeftStep[] => {
    const staying = own.some(({ id, state: now }) => now === 'waiting' && known.get(id) === 'waiting');
    const ways = new Set(
      own.flatMap(({ id, state: now }) => {
        if (now === 'waiting') return [];
        const was = known.get(id);
        const undone = now === 'withdrawn' && was === 'passed' && !staying;
        return was === 'waiting' || undone ? [LEFT_AS[now]] : [];
      }),
    );
    const how = STRENGTH.find((one) => ways.has(one));
    if (how === undefined) return [];
    const step = stepOfNode(state, node);
    return [{ position: step.position, how, usedMinutes: usedMinutes(state, step, situation) }];
  });
}

type Change = {
  readonly entered: readonly DossierStep[];
  readonly stay: readonly DossierStep[];
  readonly left: readonly LeftStep[];
};

/**
 * The first step that begins takes the papers along, unless somebody who goes on working has them or they are on their
 * way; the others work on the electronic copies.
 */
function enteredSteps(
  state: DossierState,
  { entered, stay, left }: Change,
  situation: MoveSituation,
): readonly EnteredStep[] {
  const holder = holderOf(state);
  const papersBusy = stay.some(({ custody, unitId }) => custody === 'handed' || unitId === holder);
  const lead = papersBusy ? undefined : entered[0];
  return entered.map((step) => {
    const used = left.find(({ position }) => position === step.position)?.usedMinutes ?? step.usedMinutes;
    const minutes = Math.max(0, step.quotaMinutes - used);
    const dueAt = addWorkingMinutes(situation.calendar(step.unitId), situation.now, minutes);
    const handover =
      step === lead && step.unitId !== holder
        ? {
            fromUnitId: holder,
            timeliness: timelinessOf(leavingDue(state, holder) ?? situation.now, situation.now),
          }
        : null;
    return {
      position: step.position,
      dueAt: dueAt.toISOString(),
      officerId: situation.officerOf(step),
      handover,
    };
  });
}

/** When the unit that hands over had to be done. */
function leavingDue(state: DossierState, unitId: number): Date | null {
  return activeSteps(state).find((step) => step.unitId === unitId)?.dueAt ?? null;
}

function timersSet(
  state: DossierState,
  { effects, instance }: Ran,
  situation: MoveSituation,
): readonly TimerSet[] {
  const live = new Set(instance.tokens.filter((token) => token.state === 'waiting').map(({ id }) => id));
  const calendar = situation.calendar(state.receivingUnitId);
  return effects.flatMap((effect) => {
    if (effect.kind !== 'timer-set' || !live.has(effect.token)) return [];
    const dueAt = addWorkingMinutes(calendar, situation.now, effect.minutes);
    return [{ token: effect.token, node: effect.node, dueAt: dueAt.toISOString() }];
  });
}

function actOf(effect: Effect): readonly Act[] {
  if (effect.kind === 'linked-dossier-opened') {
    const { node, token, procedure } = effect;
    return [{ kind: 'open-linked', node, token, procedure }];
  }
  if (effect.kind !== 'verb-called') return [];
  const { verb, node, token, subject } = effect;
  switch (verb) {
    case 'notify':
    case 'issue-result':
      return [{ kind: verb, node, subject }];
    case 'ask-payment':
      return [{ kind: verb, node, token, subject }];
    case 'create-linked-dossier':
      return [{ kind: 'open-linked', node, token: null, procedure: subject }];
    case null:
      return refuse(
        'conflict',
        'Quy trình có một việc tự động chưa chọn việc gì. Hãy báo người quản trị quy trình.',
      );
  }
}
