/** Processes written short: parts with their elements and arrows, put together into a definition. */
import { slugOf } from '#kernel/vietnamese/slug.ts';
import { whenChosen } from '#capabilities/processes/choice.ts';
import type {
  CallActivity,
  BoundaryTimer,
  ExclusiveGateway,
  Flow,
  InclusiveGateway,
  MessageCatch,
  ParallelGateway,
  ProcessDefinition,
  ProcessNode,
  ServiceTask,
  TimerEvent,
  UnitRole,
  UserTask,
} from '#kernel/process/schema.ts';

/** Elements of a process and arrows between them, or to elements of other parts. */
export type Part = { readonly nodes: readonly ProcessNode[]; readonly flows: readonly Flow[] };

/** A whole process: what begins it and ends it comes by itself; the parts name their neighbours `start` and `end`. */
export function processOf(id: string, name: string, ...parts: readonly Part[]): ProcessDefinition {
  return {
    id,
    name,
    lanes: [],
    nodes: [
      { kind: 'start-event', id: 'start', name: 'Nộp hồ sơ', lane: null },
      ...parts.flatMap(({ nodes }) => nodes),
      { kind: 'end-event', id: 'end', name: 'Đã trả kết quả', lane: null, how: 'none', errorCode: null },
    ],
    flows: parts.flatMap(({ flows }) => flows),
  };
}

/** Elements alone; their arrows are drawn by `path` and the forks. */
export function having(...nodes: readonly ProcessNode[]): Part {
  return { nodes, flows: [] };
}

/** `path('start', 'receive', 'check')`: one after another. */
export function path(...stops: readonly string[]): Part {
  const flows = stops.slice(1).map((to, index) => arrow(stops[index] ?? '', to));
  return { nodes: [], flows };
}

type Fork = {
  readonly after: string;
  /** Where each way leads, by the name that whoever finishes the step chooses. */
  readonly ways: Readonly<Record<string, string>>;
  /** The way that is taken when none was chosen: its name and where it leads. */
  readonly otherwise: readonly [name: string, to: string];
};

/** Behind a step: whoever finishes it chooses one way. */
export function chooseOne(id: string, fork: Fork): Part {
  const { flows, defaultFlow } = chosenFlows(id, 'one', fork);
  const gateway: ExclusiveGateway = { kind: 'exclusive-gateway', id, name: '', lane: null, defaultFlow };
  return { nodes: [gateway], flows: [arrow(fork.after, id), ...flows] };
}

/** Behind a step: whoever finishes it chooses one or several ways; they meet at `meetAt`, which waits for those taken. */
export function chooseSome(id: string, fork: Fork): Part {
  const { flows, defaultFlow } = chosenFlows(id, 'some', fork);
  const gateway: InclusiveGateway = { kind: 'inclusive-gateway', id, name: '', lane: null, defaultFlow };
  return { nodes: [gateway], flows: [arrow(fork.after, id), ...flows] };
}

/** Behind a step: the facts decide. `when` is a condition, or the other way is taken. */
export function decideBy(
  id: string,
  fork: {
    readonly after: string;
    readonly when: string;
    readonly way: readonly [name: string, to: string];
    readonly otherwise: readonly [name: string, to: string];
  },
): Part {
  const [wayName, wayTo] = fork.way;
  const [name, to] = fork.otherwise;
  const open = { ...arrow(id, wayTo), name: wayName, condition: fork.when };
  const fallback = { ...arrow(id, to), name };
  const gateway: ExclusiveGateway = {
    kind: 'exclusive-gateway',
    id,
    name: '',
    lane: null,
    defaultFlow: fallback.id,
  };
  return { nodes: [gateway], flows: [arrow(fork.after, id), open, fallback] };
}

/** Behind a step: all ways at once. */
export function all(id: string, after: string, ...ways: readonly string[]): Part {
  const gateway: ParallelGateway = { kind: 'parallel-gateway', id, name: '', lane: null };
  return { nodes: [gateway], flows: [arrow(after, id), ...ways.map((to) => arrow(id, to))] };
}

/** Where ways that were opened together meet again before a step: `all` of them, or those of `some` that were taken. */
export function meet(id: string, how: 'all' | 'some' | 'one', before: string): Part {
  const common = { id, name: '', lane: null };
  const gateway: ParallelGateway | InclusiveGateway | ExclusiveGateway =
    how === 'all'
      ? { kind: 'parallel-gateway', ...common }
      : {
          kind: how === 'some' ? 'inclusive-gateway' : 'exclusive-gateway',
          ...common,
          defaultFlow: null,
        };
  return { nodes: [gateway], flows: [arrow(id, before)] };
}

/** Who does it, in how many working hours. */
type Doing = readonly [by: UnitRole, hours: number];

/** A step that people do. */
export function step(id: string, name: string, [unitRole, hours]: Doing): UserTask {
  return { kind: 'user-task', id, name, lane: null, unitRole, quotaMinutes: Math.round(hours * 60) };
}

/** Waits for what an agency outside the system answers; whoever asked records that it came. */
export function answer(id: string, name: string, [unitRole, hours]: Doing): MessageCatch {
  const quotaMinutes = Math.round(hours * 60);
  return { kind: 'message-catch', id, name, lane: null, message: name, unitRole, quotaMinutes };
}

/** Opens a dossier under another procedure and waits for its result. */
export function linked(
  id: string,
  name: string,
  [procedure, hours]: readonly [string, number],
): CallActivity {
  return { kind: 'call-activity', id, name, lane: null, procedure, quotaMinutes: Math.round(hours * 60) };
}

/** Asks the applicant for money; the clock stands still until it is paid (Decree 61/2018/NĐ-CP, Art. 19). */
export function payment(id: string, name: string, subject: string): ServiceTask {
  return { kind: 'service-task', id, name, lane: null, verb: 'ask-payment', subject };
}

/** Nothing happens for so many working hours. */
export function pause(id: string, name: string, hours: number): TimerEvent {
  return { kind: 'timer-event', id, name, lane: null, minutes: Math.round(hours * 60) };
}

/** After so many working hours at a step the dossier goes on to `to` without waiting longer. */
export function noLater(at: string, hours: number, to: string): Part {
  const id = `${at}-due`;
  const timer: BoundaryTimer = {
    kind: 'boundary-timer',
    id,
    name: 'Quá hạn trả lời, coi như đồng ý',
    lane: null,
    attachedTo: at,
    interrupting: true,
    minutes: Math.round(hours * 60),
  };
  return { nodes: [timer], flows: [arrow(id, to)] };
}

function chosenFlows(id: string, how: 'one' | 'some', { ways, otherwise }: Fork) {
  const [name, to] = otherwise;
  const fallback: Flow = { ...arrow(id, to, name), name };
  const chosen = Object.entries(ways).map(([words, target]): Flow => ({
    ...arrow(id, target, words),
    name: words,
    condition: whenChosen(words, how),
  }));
  return { flows: [...chosen, fallback], defaultFlow: fallback.id };
}

/** Two ways between the same elements are told apart by their names. */
function arrow(from: string, to: string, name = ''): Flow {
  return { id: [from, to, slugOf(name)].filter(Boolean).join('-'), name: '', from, to, condition: null };
}
