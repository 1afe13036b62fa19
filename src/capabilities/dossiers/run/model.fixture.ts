/** A dossier on any process, played at random: by officers, timers, payments and linked dossiers, forward and back. */
import type { Actor } from '#foundation/context.ts';
import type { Role } from '#foundation/access/roles.ts';
import { waitingTokens } from '#kernel/process/engine/instance.ts';
import { nodeAt } from '#kernel/process/graph.ts';
import type { Facts, Variables } from '#kernel/process/expressions/variables.ts';
import { type ProcessDefinition, unitRoleOf } from '#kernel/process/schema.ts';
import { Refusal } from '#kernel/refusal.ts';
import { starterCalendar } from '#starter/calendar/starter-calendar.ts';
import { decideClose, decidePause, decideResume } from '../clock/rules.ts';
import type { DossierDeed, DossierEvent, PlannedStep } from '../deeds.ts';
import { applyEvent, plannedState, replay } from '../fold.ts';
import { decideClaim, decideResult, decideTakeCustody } from '../rules.ts';
import type { DossierState, DossierStep } from '../schema.ts';
import { activeSteps } from '../state.ts';
import { beginning, isStepNode } from './moves.ts';
import {
  decideHappening,
  decidePassOn,
  decideReturn,
  decideRollback,
  decideSendBack,
  type MovingSituation,
  type RunningState,
} from './rules.ts';

const ONE_STOP = 1;

/** Facts that may be true or false, by chance. */
export type Guess = (random: () => number) => Facts;

export type Subject = {
  readonly name: string;
  readonly definition: ProcessDefinition;
  readonly variables: Variables;
  readonly guess: Guess;
};

export type Played = {
  readonly events: readonly DossierEvent[];
  readonly states: readonly DossierState[];
  readonly refusals: number;
};

const DUE = '2020-06-30T03:00:00.000Z';

/** Which unit stands for a place: the counter is one, every other place another. */
function unitFor(
  definition: ProcessDefinition,
  node: string,
): { readonly unitId: number; readonly role: Role } {
  const task = nodeAt(definition, node);
  if (task.kind !== 'user-task' && task.kind !== 'message-catch') throw new Error(`${node} is no step`);
  const place = unitRoleOf(definition, task);
  const name = place ? `${place.scope} ${place.function ?? ''}` : '';
  const number = Buffer.from(name).reduce((sum, byte) => (sum * 31 + byte) % 7, 0);
  // Definitions of tests name roles that there are.
  const role = (place?.role ?? 'specialist') as Role;
  return place?.scope === 'reception' ? { unitId: ONE_STOP, role } : { unitId: 2 + number, role };
}

function planned(definition: ProcessDefinition): readonly PlannedStep[] {
  return definition.nodes
    .filter(({ id }) => isStepNode(definition, id))
    .map(({ id, name }) => ({ node: id, name, quotaMinutes: 240, ...unitFor(definition, id) }));
}

function received({ definition, guess }: Subject, random: () => number): DossierEvent {
  const at = new Date('2020-04-28T01:00:00.000Z');
  const bare = {
    kind: 'received' as const,
    sequence: 1,
    at,
    officerId: 10,
    payload: {
      number: '000.17.22.H08-200428-0001',
      procedureVersionId: 1,
      receivingUnitId: ONE_STOP,
      channel: 'counter' as const,
      returnMethod: 'counter' as const,
      dueAt: DUE,
      firstStepDueAt: DUE,
      copies: 1,
      papers: [],
      fees: [],
      steps: planned(definition),
    },
  };
  const { moves } = beginning(plannedState(bare), definition, {
    now: at,
    calendar: () => starterCalendar,
    facts: guess(random),
    officerOf: () => null,
  });
  return { ...bare, payload: { ...bare.payload, process: { definitionId: 1, ...moves } } };
}

/** Plays so many moves. What is refused changes nothing and is counted. */
export function play(subject: Subject, seed: number, length: number): Played {
  const random = randomOf(seed);
  const definitions = () => subject.definition;
  const events: DossierEvent[] = [received(subject, random)];
  let state = replay(events, definitions);
  const states = [state];
  let now = new Date('2020-04-28T01:00:00.000Z');
  let refusals = 0;
  for (let index = 0; index < length; index += 1) {
    now = new Date(now.getTime() + Math.floor(random() * 900) * 60_000);
    try {
      const { deeds, officerId } = anyMove(state, subject, { random, now });
      for (const deed of deeds) {
        const event: DossierEvent = { ...deed, sequence: state.sequence + 1, at: now, officerId };
        events.push(event);
        state = applyEvent(state, event, definitions);
        states.push(state);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals += 1;
    }
  }
  return { events, states, refusals };
}

type Chance = { readonly random: () => number; readonly now: Date };
type Moved = { readonly deeds: readonly DossierDeed[]; readonly officerId: number | null };

function anyMove(before: DossierState, { guess }: Subject, { random, now }: Chance): Moved {
  const { run } = before;
  if (run === null) throw new Error('It began on a process');
  const state: RunningState = { ...before, run };
  const steps = activeSteps(state);
  const step = steps[Math.floor(random() * steps.length)];
  const officerId = random() < 0.85 ? (step?.officerId ?? 10) : 11;
  const situation = situationFor(step, { officerId, now, facts: guess(random) });
  const dice = random();
  const by = (deeds: readonly DossierDeed[]): Moved => ({ deeds, officerId });
  if (dice < 0.2) return { deeds: fromOutside(state, situation, random), officerId: null };
  if (dice < 0.25) return by([decidePause(state, { reason: 'decided', note: 'Chờ hướng dẫn' })]);
  if (dice < 0.35) return by([decideResume(state, { note: '' }, situation)]);
  if (dice < 0.36) return by(decideClose(state, { how: 'withdrawn', reasonCode: '', note: '' }, situation));
  if (step === undefined) return by([]);
  const { position } = step;
  if (step.custody === 'handed') return by([decideTakeCustody(state, { note: '', position }, situation)]);
  if (dice < 0.4) return by([decideClaim(state, situation, position)]);
  if (dice < 0.46) return by([decideSendBack(state, { reason: 'Thiếu chữ ký', position }, situation)]);
  if (dice < 0.49) {
    const done = state.steps.filter((one) => one.state === 'done');
    const to = done[Math.floor(random() * done.length)];
    return by(to ? [decideRollback(state, { to, reason: 'Sai thẩm quyền' }, situation)] : []);
  }
  if (state.phase === 'done') {
    return by(decideReturn(state, { acknowledgement: 'signed', position }, situation).deeds);
  }
  if (state.result === null && dice < 0.7) {
    const result = { title: 'Kết quả', documentNumber: '1', reason: '', outcome: 'granted' } as const;
    const reference = { number: state.number, sequence: state.sequence, position };
    return by([decideResult(state, { ...reference, ...result, issuedOn: '2020-04-28' }, situation)]);
  }
  return by(decidePassOn(state, { note: '', officerId: null, position }, situation).deeds);
}

/** A timer goes off, a payment is settled, a linked dossier is finished. */
function fromOutside(
  state: RunningState,
  situation: MovingSituation,
  random: () => number,
): readonly DossierDeed[] {
  const { definition, instance } = state.run;
  const timer = state.timers[Math.floor(random() * state.timers.length)];
  if (timer && random() < 0.5) {
    const { node, token } = timer;
    return decideHappening(state, { kind: 'timer-fired', node, token }, situation).deeds;
  }
  const waiting = waitingTokens(instance).filter(({ node }) => {
    const { kind } = nodeAt(definition, node);
    return kind === 'service-task' || kind === 'call-activity';
  });
  const token = waiting[Math.floor(random() * waiting.length)];
  if (!token) return [];
  const paused = state.pauses.at(-1);
  const resumed = paused?.to === null ? [decideResume(state, { note: '' }, situation)] : [];
  const call = { kind: 'completed', node: token.node, token: token.id } as const;
  return [...resumed, ...decideHappening(state, call, situation).deeds];
}

function situationFor(
  step: DossierStep | undefined,
  { officerId, now, facts }: { readonly officerId: number; readonly now: Date; readonly facts: Facts },
): MovingSituation {
  const unitId = step?.unitId ?? ONE_STOP;
  const post = {
    postId: 1,
    title: '',
    roles: [step?.role ?? ('one-stop' as const)],
    unitId,
    substitutesFor: null,
  };
  const actor: Actor = {
    accountId: 1,
    officerId,
    name: '',
    post,
    posts: [post],
    mustChangePassword: false,
    secondFactor: { hasFactor: false, requiredRoles: [] },
  };
  return { actor, units: [unitId], now, calendar: () => starterCalendar, facts };
}

/** Numbers by chance from 0 up to 1, evenly spread, the same for the same seed (mulberry32, public domain). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
