/** Definitions for tests, written short. */
import type {
  BoundaryTimer,
  CallActivity,
  EndEvent,
  ExclusiveGateway,
  Flow,
  InclusiveGateway,
  MessageCatch,
  ParallelGateway,
  ProcessDefinition,
  ProcessNode,
  ServiceTask,
  StartEvent,
  TimerEvent,
  UnitRole,
  UserTask,
} from './schema.ts';

export const CLERK: UnitRole = { scope: 'reception', function: null, role: 'one-stop' };
export const EXPERT: UnitRole = { scope: 'district', function: 'natural-resources', role: 'specialist' };

const at = (id: string) => ({ id, name: id, lane: null });

export const start = (id = 'start'): StartEvent => ({ kind: 'start-event', ...at(id) });
export const end = (id = 'end', how: 'none' | 'terminate' | 'error' = 'none'): EndEvent => ({
  kind: 'end-event',
  ...at(id),
  how,
  errorCode: how === 'error' ? 'E1' : null,
});
export const task = (id: string, quotaMinutes = 60): UserTask => ({
  kind: 'user-task',
  ...at(id),
  unitRole: EXPERT,
  quotaMinutes,
});
export const service = (id: string): ServiceTask => ({
  kind: 'service-task',
  ...at(id),
  verb: 'notify',
  subject: 'mau-1',
});
export const exclusive = (id: string, defaultFlow: string | null = null): ExclusiveGateway => ({
  kind: 'exclusive-gateway',
  ...at(id),
  defaultFlow,
});
export const inclusive = (id: string, defaultFlow: string | null = null): InclusiveGateway => ({
  kind: 'inclusive-gateway',
  ...at(id),
  defaultFlow,
});
export const parallel = (id: string): ParallelGateway => ({ kind: 'parallel-gateway', ...at(id) });
export const timer = (id: string, minutes = 480): TimerEvent => ({
  kind: 'timer-event',
  ...at(id),
  minutes,
});
export const boundary = (id: string, attachedTo: string, interrupting = true): BoundaryTimer => ({
  kind: 'boundary-timer',
  ...at(id),
  attachedTo,
  interrupting,
  minutes: 240,
});
export const message = (id: string, quotaMinutes = 120): MessageCatch => ({
  kind: 'message-catch',
  ...at(id),
  message: `trả lời ${id}`,
  unitRole: EXPERT,
  quotaMinutes,
});
export const call = (id: string, quotaMinutes = 240): CallActivity => ({
  kind: 'call-activity',
  ...at(id),
  procedure: 'thu-tuc-khac',
  quotaMinutes,
});

/** `a > b > c` for flows in a row; `a > b : form.x` with a condition. The id of a flow is `a-b`. */
export function flowsOf(...lines: readonly string[]): readonly Flow[] {
  return lines.flatMap((line) => {
    const [path = '', condition] = line.split(' : ');
    const stops = path.split(' > ');
    return stops.slice(1).map((to, index) => ({
      id: `${stops[index] ?? ''}-${to}`,
      name: '',
      from: stops[index] ?? '',
      to,
      condition: condition ?? null,
    }));
  });
}

export function processOf(nodes: readonly ProcessNode[], ...lines: readonly string[]): ProcessDefinition {
  return { id: 'quy-trinh', name: 'Quy trình thử', lanes: [], nodes, flows: flowsOf(...lines) };
}
