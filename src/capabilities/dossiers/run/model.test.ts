import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { isLive, waitingTokens } from '#kernel/process/engine/instance.ts';
import {
  type Block,
  blocks,
  conditionsOf,
  definitionOfBlock,
  variablesOf,
} from '#kernel/process/random-process.fixture.ts';
import { factsOf } from '#kernel/process/expressions/variables.ts';
import { CLERK } from '#kernel/process/process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { addWorkingMinutes, workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import { starterCalendar } from '#starter/calendar/starter-calendar.ts';
import { replay } from '../fold.ts';
import type { DossierState } from '../schema.ts';
import { activeSteps, holderOf, isEnded } from '../state.ts';
import { timelinessOf } from '../time.ts';
import { isStepNode } from './moves.ts';
import { type Played, play, type Subject } from './model.fixture.ts';
import { starterSubjects } from './starter.fixture.ts';

/** Any process inside the subset, with a reception before and a return behind it. */
function subjectOf(block: Block): Subject {
  const bare = definitionOfBlock(block);
  const first = bare.flows.find(({ from }) => from === 'start');
  const last = bare.flows.find(({ to }) => to === 'end');
  const desk = (id: string) => ({
    kind: 'user-task' as const,
    id,
    name: id,
    lane: null,
    unitRole: CLERK,
    quotaMinutes: 60,
  });
  const nodes = bare.nodes.map((node) =>
    // Every third verb asks for money, so that dossiers wait for it.
    node.kind === 'service-task' && node.id.length % 3 === 0
      ? { ...node, verb: 'ask-payment' as const }
      : node,
  );
  const flow = (from: string, to: string) => ({ id: `${from}-${to}`, name: '', from, to, condition: null });
  const definition: ProcessDefinition = {
    ...bare,
    nodes: [...nodes, desk('reception'), desk('return')],
    flows: [
      ...bare.flows.filter((one) => one !== first && one !== last),
      flow('start', 'reception'),
      flow('reception', first?.to ?? ''),
      { ...flow(last?.from ?? '', 'return'), id: last?.id ?? '' },
      flow('return', 'end'),
    ],
  };
  const variables = variablesOf(block);
  const names = conditionsOf(block);
  return {
    name: 'random',
    definition,
    variables,
    guess: (random) =>
      factsOf(variables, { x: Object.fromEntries(names.map((name) => [name, random() < 0.4])) }),
  };
}

const anyPlay = fc
  .record({ block: blocks, seed: fc.integer(), length: fc.integer({ min: 5, max: 120 }) })
  .map(({ block, seed, length }) => ({ subject: subjectOf(block), seed, length }));

/** Tokens at steps and the steps being worked on are the same. */
function stepsMatchTokens(state: DossierState): void {
  if (state.run === null) throw new Error('It began on a process');
  const { definition, instance } = state.run;
  const tokens = waitingTokens(instance)
    .filter(({ node }) => isStepNode(definition, node))
    .map(({ node }) => node);
  expect(
    activeSteps(state)
      .map(({ node }) => node)
      .toSorted(),
  ).toEqual([...new Set(tokens)].toSorted());
}

function hasOneCustodian(state: DossierState): void {
  const open = state.handovers.filter(({ takenAt }) => takenAt === null);
  const handed = activeSteps(state).filter(({ custody }) => custody === 'handed');
  expect(handed.length).toBeLessThanOrEqual(1);
  if (!isEnded(state)) expect(open.length).toBeGreaterThanOrEqual(handed.length);
  // Papers leave from where they are.
  let holder = state.receivingUnitId;
  for (const { fromUnitId, toUnitId, takenAt } of state.handovers) {
    expect(fromUnitId).toBe(holder);
    if (takenAt !== null) holder = toUnitId;
  }
}

function losesNoToken(state: DossierState): void {
  const { run } = state;
  if (run === null) throw new Error('It began on a process');
  expect(run.instance.ended !== null).toBe(isEnded(state));
  expect(run.instance.tokens.some(isLive)).toBe(!isEnded(state));
}

function endsWithResult({ states }: Played): void {
  const last = states.at(-1);
  if (last?.phase === 'returned') expect(last.result).not.toBeNull();
  for (const state of states) {
    const isFinished = state.phase === 'done' || state.phase === 'returned';
    expect(state.timeliness !== null).toBe(isFinished);
    if (isFinished) expect(state.result).not.toBeNull();
    if (state.finishedAt) expect(state.timeliness).toBe(timelinessOf(state.dueAt, state.finishedAt));
  }
}

/** The promise moves by the working time waited, and by nothing else. */
function dueIsFoldOfEvents({ events, states }: Played): void {
  const [first] = states;
  if (!first) return;
  const due = events.reduce((at, event, index) => {
    if (event.kind !== 'resumed') return at;
    const pause = states[index]?.pauses.at(-1);
    if (!pause?.to) throw new Error('A pause that was ended has an end');
    return addWorkingMinutes(
      starterCalendar,
      at,
      workingMinutesBetween(starterCalendar, pause.from, pause.to),
    );
  }, first.dueAt);
  expect(states.at(-1)?.dueAt).toEqual(due);
}

/** A step that ends has used the working time since it began, less that in which the clock stood still. */
function timeAddsUp({ events, states }: Played): void {
  for (const [index, event] of events.entries()) {
    const before = states[index - 1];
    if (!before || !('left' in event.payload)) continue;
    for (const { position, usedMinutes } of event.payload.left) {
      const step = before.steps[position];
      if (step?.state !== 'active' || step.startedAt === null) continue;
      const { startedAt } = step;
      const visit = workingMinutesBetween(starterCalendar, startedAt, event.at);
      const waited = before.pauses
        .map(({ from, to }) => [from > startedAt ? from : startedAt, to ?? event.at] as const)
        .filter(([from, to]) => from < to)
        .map(([from, to]) => workingMinutesBetween(starterCalendar, from, to))
        .reduce((sum, minutes) => sum + minutes, 0);
      expect(usedMinutes).toBe(step.usedMinutes + Math.round(visit - waited));
    }
  }
}

/** The papers are with one who works, or on their way there; one whose branch is done keeps them until the others are. */
function papersAreWithTheWork(state: DossierState): void {
  const active = activeSteps(state);
  const waitsForOthers = state.run?.instance.tokens.some((token) => token.state === 'joining') === true;
  if (active.length === 0 || waitsForOthers) return;
  const holder = holderOf(state);
  expect(active.some(({ unitId, custody }) => unitId === holder || custody === 'handed')).toBe(true);
}

function holds(played: Played, subject: Subject): void {
  for (const state of played.states) {
    stepsMatchTokens(state);
    hasOneCustodian(state);
    losesNoToken(state);
    papersAreWithTheWork(state);
  }
  endsWithResult(played);
  dueIsFoldOfEvents(played);
  timeAddsUp(played);
  expect(replay(played.events, () => subject.definition)).toEqual(played.states.at(-1));
}

describe('Whatever people try on any process, in whatever order', () => {
  test('papers have one holder, no token is lost, the promise is the fold of events, nothing is done without a result', () => {
    fc.assert(
      fc.property(anyPlay, ({ subject, seed, length }) => {
        expect(() => holds(play(subject, seed, length), subject)).not.toThrow();
      }),
      { numRuns: Number(process.env['MODEL_RUNS'] ?? 150) },
    );
  });

  test('some get all the way, some go back, some wait for money, some are withdrawn', () => {
    const played = fc
      .sample(anyPlay, { numRuns: 300, seed: 1 })
      .map((one) => play(one.subject, one.seed, 120));
    const kinds = new Set(played.flatMap(({ events }) => events.map(({ kind }) => kind)));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['returned', 'moved-back', 'paused', 'resumed', 'closed', 'custody-taken']),
    );
  });
});

describe('Every process of the starter', () => {
  test.each(starterSubjects())('$name', (subject) => {
    for (let seed = 1; seed <= Number(process.env['MODEL_SEEDS'] ?? 4); seed += 1) {
      expect(() => holds(play(subject, seed, 90), subject)).not.toThrow();
    }
  });
});
