/** A running dossier taken to another version of its process: nothing it has done is lost, nobody's time begins anew. */
import { placeAt } from '#kernel/process/placement.ts';
import { type Instance, type Token, waitingTokens } from '#kernel/process/engine/instance.ts';
import { nodeAt } from '#kernel/process/graph.ts';
import { nodeWords, type ProcessDefinition } from '#kernel/process/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import { addWorkingMinutes, workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { DossierDeed, EnteredStep, LeftStep, PlannedStep, TimerSet } from '../deeds.ts';
import { isStepNode } from '../run/moves.ts';
import type { RunningState } from '../run/rules.ts';
import type { DossierStep } from '../schema.ts';
import { activeSteps, holderOf, isEnded, isPaused } from '../state.ts';
import { type Clock, pausedMinutes, usedMinutes } from '../time.ts';
import { counterpart, type Mapping } from './mapping.ts';

/** The version to go to, with its steps planned for this dossier and the promise as it is from then on. */
export type Target = {
  readonly definitionId: number;
  readonly definition: ProcessDefinition;
  readonly steps: readonly PlannedStep[];
  readonly dueAt: Date;
  /** Set when the promise follows the limit of another version of the procedure. */
  readonly limitVersionId: number | null;
  readonly mapping: Mapping;
  readonly reason: string;
};

export type MigratedDeed = Extract<DossierDeed, { kind: 'migrated' }>;

export type Plan = {
  readonly deed: MigratedDeed;
  /** Names of steps of the new version that lie behind it although they were never done. */
  readonly skipped: readonly string[];
};

/**
 * Plans the move. Refuses (`conflict`) what has ended, stands still, is on its way between units, waits for a payment or
 * a linked dossier, and what has no equivalent place in the new version.
 */
export function planMigration(state: RunningState, target: Target, clock: Clock): Plan {
  requireMovable(state);
  const { definition, mapping } = target;
  const matched = waitingTokens(state.run.instance).map((token) => ({
    token,
    node: counterpartOf(state, token.node, { definition, mapping }),
  }));
  refuseMerging(matched, definition);
  const known = knownIn(state, target);
  const place = placeAt(
    definition,
    matched.map(({ node }) => node),
    known,
  );
  if (place === null) {
    const where = matched.map(({ node }) => nodeWords(nodeAt(definition, node))).join(', ');
    refuse('conflict', `Quy trình mới không thể cùng lúc ở ${where}. Hãy chọn bước tương ứng khác.`);
  }
  const steps = takenOver(state, target);
  const moves = movesOf(state, { target, steps, instance: place.instance }, clock);
  const { definitionId, reason, dueAt, limitVersionId } = target;
  const limit = limitVersionId === null ? {} : { limitVersionId };
  const payload = { definitionId, reason, dueAt: dueAt.toISOString(), ...limit, steps, calls: place.calls };
  return {
    deed: { kind: 'migrated', payload: { ...payload, ...moves } },
    skipped: skippedIn(place.instance, steps, state, definition),
  };
}

function requireMovable(state: RunningState): void {
  if (isEnded(state)) refuse('conflict', 'Hồ sơ đã kết thúc.');
  if (isPaused(state)) {
    refuse('conflict', 'Hồ sơ đang tạm dừng tính thời gian. Hãy chuyển sau khi thời gian được tính tiếp.');
  }
  if (activeSteps(state).some(({ custody }) => custody === 'handed')) {
    refuse('conflict', 'Hồ sơ đang được bàn giao giữa hai đơn vị. Hãy chuyển sau khi nơi nhận xác nhận.');
  }
  const { definition, instance } = state.run;
  for (const { node } of waitingTokens(instance)) {
    const found = nodeAt(definition, node);
    // Somebody outside answers to the very token that waits now.
    if (found.kind === 'service-task' || found.kind === 'call-activity') {
      refuse('conflict', `Hồ sơ đang chờ ${nodeWords(found)}. Hãy chuyển sau khi xong việc đó.`);
    }
  }
}

type Version = Pick<Target, 'definition' | 'mapping'>;

function counterpartOf(state: RunningState, node: string, version: Version): string {
  const { definition } = state.run;
  return (
    counterpart(definition, node, version) ??
    refuse(
      'conflict',
      `Quy trình mới không có bước tương ứng với ${nodeWords(nodeAt(definition, node))}. Hãy chọn bước tương ứng.`,
    )
  );
}

function refuseMerging(matched: readonly { readonly node: string }[], definition: ProcessDefinition): void {
  const twice = matched.find(({ node }, index) => matched.findIndex((one) => one.node === node) !== index);
  if (twice === undefined) return;
  const words = nodeWords(nodeAt(definition, twice.node));
  refuse(
    'conflict',
    `Hai việc đang làm cùng lúc không thể cùng thành ${words}. Hãy chọn bước tương ứng khác.`,
  );
}

/** Elements of the new version for what the dossier has been at. */
function knownIn(state: RunningState, version: Version): ReadonlySet<string> {
  const been = new Set(state.run.instance.tokens.map(({ node }) => node));
  const known = [...been].map((node) => counterpart(state.run.definition, node, version));
  return new Set(known.filter((node) => node !== null));
}

type TakenStep = PlannedStep & { readonly was: number | null };

/** Each step of the new version with the old one whose work it takes over: the one worked on before one that is done. */
function takenOver(state: RunningState, { steps, ...version }: Target): readonly TakenStep[] {
  const own = state.steps.filter(({ node }) => node !== '');
  const order = ['waiting', 'cancelled', 'done', 'active'];
  const byNode = new Map(
    own
      .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
      .map((step) => [counterpart(state.run.definition, step.node, version), step.position]),
  );
  return steps.map((step) => ({ ...step, was: byNode.get(step.node ?? '') ?? null }));
}

type Placed = {
  readonly target: Target;
  readonly steps: readonly TakenStep[];
  readonly instance: Instance;
};

function movesOf(state: RunningState, { target, steps, instance }: Placed, clock: Clock) {
  const waiting = waitingTokens(instance);
  const stepTokens = waiting.filter(({ node }) => isStepNode(target.definition, node));
  const begun = stepTokens.map(({ node }) => {
    const position = steps.findIndex((step) => step.node === node);
    const planned = steps[position];
    const old = planned?.was == null ? undefined : state.steps[planned.was];
    if (planned === undefined) throw new Error(`No step was planned for ${node}`);
    return { position, planned, old, usedMinutes: old ? usedMinutes(state, old, clock) : 0 };
  });
  const left: readonly LeftStep[] = begun.map(({ position, usedMinutes: used }) => ({
    position,
    how: 'waiting',
    usedMinutes: used,
  }));
  return {
    left,
    entered: enteredOf(state, begun, clock),
    timers: waiting.flatMap((token) => timersOf(state, token, { target, steps, clock })),
  };
}

type Begun = {
  readonly position: number;
  readonly planned: TakenStep;
  readonly old: DossierStep | undefined;
  readonly usedMinutes: number;
};

/** Steps go on where they are; the papers move only when nobody who has them goes on working. */
function enteredOf(state: RunningState, begun: readonly Begun[], clock: Clock): readonly EnteredStep[] {
  const holder = holderOf(state);
  const lead = begun.some(({ planned }) => planned.unitId === holder) ? undefined : begun[0];
  return begun.map((step) => {
    const { planned, old, position } = step;
    const minutes = Math.max(0, planned.quotaMinutes - step.usedMinutes);
    const stays = old?.unitId === planned.unitId && old.role === planned.role;
    return {
      position,
      dueAt: addWorkingMinutes(clock.calendar(planned.unitId), clock.now, minutes).toISOString(),
      officerId: stays ? old.officerId : null,
      handover: step === lead ? { fromUnitId: holder, timeliness: 'on-time' as const } : null,
    };
  });
}

type Timed = { readonly target: Target; readonly steps: readonly TakenStep[]; readonly clock: Clock };

/** What has been waited counts for the timers of the new version; one that has gone off does not go off again. */
function timersOf(state: RunningState, token: Token, { target, steps, clock }: Timed): readonly TimerSet[] {
  const { definition, mapping } = target;
  const old = waitingTokens(state.run.instance).find(
    ({ node }) => counterpart(state.run.definition, node, { definition, mapping }) === token.node,
  );
  if (nodeAt(definition, token.node).kind === 'timer-event') {
    const running = state.timers.find((timer) => timer.token === old?.id && timer.node === old.node);
    if (running === undefined) throw new Error(`Dossier ${state.number} waits for no timer at ${token.node}`);
    return [{ token: token.id, node: token.node, dueAt: running.dueAt.toISOString() }];
  }
  const step = state.steps[steps.find(({ node }) => node === token.node)?.was ?? -1];
  const waited = step === undefined ? 0 : waitedMinutes(state, step, clock);
  const calendar = clock.calendar(state.receivingUnitId);
  return token.timers.flatMap((node) => {
    if (old !== undefined && hasGoneOff(state, old, node)) return [];
    const timer = nodeAt(definition, node);
    const minutes = timer.kind === 'boundary-timer' ? (timer.minutes ?? 0) : 0;
    const dueAt = addWorkingMinutes(calendar, clock.now, Math.max(0, minutes - waited));
    return [{ token: token.id, node, dueAt: dueAt.toISOString() }];
  });
}

/** Working minutes since the visit began, without what did not count. */
function waitedMinutes(state: RunningState, { startedAt }: DossierStep, { now, calendar }: Clock): number {
  if (startedAt === null) return 0;
  const own = calendar(state.receivingUnitId);
  const span = { from: startedAt, to: now };
  return workingMinutesBetween(own, startedAt, now) - pausedMinutes(state.pauses, span, own);
}

function hasGoneOff(state: RunningState, token: Token, node: string): boolean {
  const was = state.run.definition.nodes.some(({ id, kind }) => id === node && kind === 'boundary-timer');
  return was && !token.timers.includes(node);
}

function skippedIn(
  { tokens }: Instance,
  steps: readonly TakenStep[],
  ...[state, definition]: readonly [RunningState, ProcessDefinition]
): readonly string[] {
  const passed = new Set(tokens.filter((token) => token.state === 'passed').map(({ node }) => node));
  return steps
    .filter(({ node = '', was }) => {
      const isBehind = passed.has(node) && isStepNode(definition, node);
      return isBehind && (was === null || state.steps[was]?.state !== 'done');
    })
    .map(({ name }) => name);
}
