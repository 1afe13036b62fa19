/** How a dossier moves in its process, as its history tells it. */
import { happen, type RecordedCall } from '#kernel/process/engine/replay.ts';
import type { Instance } from '#kernel/process/engine/instance.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { DossierEvent, EnteredStep, LeftStep, Moves, TimerSet } from '../deeds.ts';
import type { DossierState, DossierStep, DossierTimer, Handover, Run } from '../schema.ts';
import { stepAt, withOpenHandover, withStep } from '../state.ts';

/** Kept definitions by their numbers. Throws when there is none: then the history is damaged. */
export type Definitions = (id: number) => ProcessDefinition;

type Migrated = Extract<DossierEvent, { kind: 'migrated' }>;
type Adopted = Extract<DossierEvent, { kind: 'adopted' }>;

/** The run as it begins. */
export function runOf(definitionId: number, calls: readonly RecordedCall[], definitions: Definitions): Run {
  const definition = definitions(definitionId);
  const instance = calls.reduce<Instance | null>(
    (before, call) => happen(definition, before, call).instance,
    null,
  );
  if (instance === null) throw new Error(`A run on definition ${definitionId} has not begun`);
  return { definitionId, definition, instance };
}

/** Steps that ended and began, tokens, timers and custody after a move. */
export function applyMoves(state: DossierState, event: DossierEvent, moves: Moves): DossierState {
  const told = isMovedBack(event) ? event.payload.to : null;
  // Papers on their way to a step that is left before it has them never arrive.
  const recalled = moves.left.some(({ position }) => stepAt(state, position).custody === 'handed');
  const before = recalled ? withOpenHandover(state, { endedHow: 'recalled' }) : state;
  const left = moves.left.reduce((next, step) => leave(next, step, event.at), before);
  const entered = moves.entered.reduce(
    (next, step) => enter(next, step, { at: event.at, back: step.position === told }),
    left,
  );
  const handovers = moves.entered.flatMap((step) => handoverOf(entered, event, step));
  return withTimers(
    { ...entered, run: runAfter(state, moves.calls), handovers: [...entered.handovers, ...handovers] },
    moves.timers,
  );
}

function isMovedBack(event: DossierEvent): event is Extract<DossierEvent, { kind: 'moved-back' }> {
  return event.kind === 'moved-back';
}

function runAfter({ run, number }: DossierState, calls: readonly RecordedCall[]): Run | null {
  if (calls.length === 0) return run;
  if (run === null) throw new Error(`Dossier ${number} moves in no process`);
  const instance = calls.reduce<Instance>(
    (before, call) => happen(run.definition, before, call).instance,
    run.instance,
  );
  return { ...run, instance };
}

function leave(state: DossierState, { position, how, usedMinutes }: LeftStep, at: Date): DossierState {
  return withStep(state, position, {
    state: how,
    finishedAt: how === 'waiting' ? null : at,
    usedMinutes,
    sentBack: false,
    custody: 'held',
  });
}

function enter(
  state: DossierState,
  { position, dueAt, officerId, handover }: EnteredStep,
  { at, back }: { readonly at: Date; readonly back: boolean },
): DossierState {
  return withStep(state, position, {
    state: 'active',
    startedAt: at,
    finishedAt: null,
    dueAt: new Date(dueAt),
    officerId,
    sentBack: back,
    custody: handover ? 'handed' : 'held',
  });
}

function handoverOf(
  state: DossierState,
  event: DossierEvent,
  { position, handover }: EnteredStep,
): readonly Handover[] {
  if (handover === null) return [];
  return [
    {
      fromUnitId: handover.fromUnitId,
      toUnitId: stepAt(state, position).unitId,
      handedBy: event.officerId,
      handedAt: event.at,
      takenBy: null,
      takenAt: null,
      timeliness: handover.timeliness,
      note: noteOf(event),
      endedHow: null,
      papers: null,
    },
  ];
}

function noteOf(event: DossierEvent): string {
  if (event.kind === 'advanced') return event.payload.note;
  return event.kind === 'moved-back' ? event.payload.reason : '';
}

/** Timers that still run, with the new ones. */
export function withTimers(state: DossierState, set: readonly TimerSet[]): DossierState {
  const added = set.map(({ dueAt, ...timer }) => ({ ...timer, dueAt: new Date(dueAt) }));
  const replaced = new Set(added.map(keyOf));
  const timers = [...state.timers.filter((timer) => !replaced.has(keyOf(timer))), ...added];
  return { ...state, timers: timers.filter((timer) => isRunning(state.run, timer)) };
}

function keyOf({ token, node }: Pick<DossierTimer, 'token' | 'node'>): string {
  return `${token} ${node}`;
}

function isRunning(run: Run | null, timer: DossierTimer): boolean {
  const token = run?.instance.tokens.find(({ id }) => id === timer.token);
  if (token?.state !== 'waiting') return false;
  return token.node === timer.node || token.timers.includes(timer.node);
}

/** Planned steps become elements of a straight process. */
export function applyAdopted(
  state: DossierState,
  { payload }: Adopted,
  definitions: Definitions,
): DossierState {
  const steps = state.steps.map((step) => ({ ...step, node: `step-${step.position + 1}` }));
  return { ...state, steps, run: runOf(payload.definitionId, payload.calls, definitions) };
}

/**
 * The steps of another version take the place of the old ones and take over the work of those they name; what was done
 * in steps that the new version does not have is kept behind them.
 */
export function applyMigrated(state: DossierState, event: Migrated, definitions: Definitions): DossierState {
  const { payload } = event;
  const taken = new Set(payload.steps.map(({ was }) => was));
  const planned = payload.steps.map(({ was, node = '', ...step }, position): DossierStep => {
    const old = was === null ? null : stepAt(state, was);
    return {
      ...(old ?? UNTOUCHED),
      ...step,
      node,
      position,
      ...(old?.state === 'active' ? UNTOUCHED_NOW : {}),
    };
  });
  const kept = state.steps
    .filter((step) => step.startedAt !== null && !taken.has(step.position))
    .map((step, index): DossierStep => ({
      ...step,
      node: '',
      position: planned.length + index,
      ...(step.state === 'active' ? { state: 'cancelled' as const, finishedAt: event.at } : {}),
    }));
  const isUnderWay = state.steps.some(({ custody, state: how }) => how === 'active' && custody === 'handed');
  const moved = {
    ...(isUnderWay ? withOpenHandover(state, { endedHow: 'recalled' }) : state),
    steps: [...planned, ...kept],
    run: runOf(payload.definitionId, payload.calls, definitions),
    timers: [],
    dueAt: new Date(payload.dueAt),
  };
  return applyMoves(moved, event, { ...payload, calls: [] });
}

const UNTOUCHED_NOW = { state: 'waiting', custody: 'held', officerId: null, sentBack: false } as const;
const UNTOUCHED = {
  ...UNTOUCHED_NOW,
  startedAt: null,
  dueAt: null,
  finishedAt: null,
  usedMinutes: 0,
} as const;

/** A step that nothing has happened to yet. */
export function untouched(
  step: Pick<DossierStep, 'position' | 'node' | 'name' | 'unitId' | 'role' | 'quotaMinutes'>,
): DossierStep {
  return { ...step, ...UNTOUCHED };
}
