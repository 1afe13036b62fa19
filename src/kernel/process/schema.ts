/**
 * A process as the engine runs it, in the terms of BPMN 2.0 (ISO/IEC 19510): the part of the standard that the
 * administration needs. Plain data that goes to JSON and back; every time is in working minutes.
 */
import type { Labels } from '#kernel/labels.ts';

/**
 * Who does something: a role at a place, never a named unit, so that a reorganisation does not break a process. The codes
 * are those of the steps of a procedure.
 */
export type UnitRole = {
  readonly scope: string;
  readonly function: string | null;
  readonly role: string;
};

/** A lane stands for a unit role; what is in it belongs to that role unless it says otherwise. */
export type Lane = { readonly id: string; readonly name: string; readonly unitRole: UnitRole | null };

/** What a service task can have done: verbs of this system, nothing else. */
export type ServiceVerb = 'ask-payment' | 'notify' | 'create-linked-dossier' | 'issue-result';

export const SERVICE_VERB_LABELS = {
  'ask-payment': 'Yêu cầu thực hiện nghĩa vụ tài chính',
  notify: 'Gửi thông báo',
  'create-linked-dossier': 'Lập hồ sơ liên thông',
  'issue-result': 'Ban hành kết quả',
} as const satisfies Labels<ServiceVerb>;

type NodeOf<Kind extends string, Fields = unknown> = {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  /** Id of the lane it lies in. */
  readonly lane: string | null;
} & Fields;

export type StartEvent = NodeOf<'start-event'>;

/** `terminate` ends everything that still runs; `error` does so as a failure. */
export type EndEvent = NodeOf<
  'end-event',
  { readonly how: 'none' | 'terminate' | 'error'; readonly errorCode: string | null }
>;

/** A step that people do. Null where an imported file does not say: publishing asks for it. */
export type UserTask = NodeOf<
  'user-task',
  { readonly unitRole: UnitRole | null; readonly quotaMinutes: number | null }
>;

/** A verb of ours; `subject` is what it is about: a fee, a template of a notice, the slug of a procedure. */
export type ServiceTask = NodeOf<
  'service-task',
  { readonly verb: ServiceVerb | null; readonly subject: string }
>;

/** `defaultFlow` is taken when no condition is true. */
export type ExclusiveGateway = NodeOf<'exclusive-gateway', { readonly defaultFlow: string | null }>;
export type InclusiveGateway = NodeOf<'inclusive-gateway', { readonly defaultFlow: string | null }>;
export type ParallelGateway = NodeOf<'parallel-gateway'>;

/** Waits so many working minutes. */
export type TimerEvent = NodeOf<'timer-event', { readonly minutes: number | null }>;

/** Goes off so many working minutes after the activity began; an interrupting one ends the activity. */
export type BoundaryTimer = NodeOf<
  'boundary-timer',
  { readonly attachedTo: string; readonly interrupting: boolean; readonly minutes: number | null }
>;

/** Waits for an answer from another unit, which has `quotaMinutes` to give it. */
export type MessageCatch = NodeOf<
  'message-catch',
  { readonly message: string; readonly unitRole: UnitRole | null; readonly quotaMinutes: number | null }
>;

/** Opens a linked dossier under another procedure and waits for it. */
export type CallActivity = NodeOf<
  'call-activity',
  { readonly procedure: string; readonly quotaMinutes: number | null }
>;

export type Gateway = ExclusiveGateway | InclusiveGateway | ParallelGateway;
export type ProcessNode =
  | StartEvent
  | EndEvent
  | UserTask
  | ServiceTask
  | Gateway
  | TimerEvent
  | BoundaryTimer
  | MessageCatch
  | CallActivity;
export type NodeKind = ProcessNode['kind'];

/** A sequence flow; `condition` is FEEL and counts behind exclusive and inclusive gateways only. */
export type Flow = {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly condition: string | null;
};

export type ProcessDefinition = {
  readonly id: string;
  readonly name: string;
  readonly lanes: readonly Lane[];
  readonly nodes: readonly ProcessNode[];
  /** The order of the flows out of an exclusive gateway is the order in which their conditions are tried. */
  readonly flows: readonly Flow[];
};

export const NODE_KIND_LABELS = {
  'start-event': 'điểm bắt đầu',
  'end-event': 'điểm kết thúc',
  'user-task': 'bước',
  'service-task': 'việc tự động',
  'exclusive-gateway': 'điểm rẽ nhánh',
  'parallel-gateway': 'điểm song song',
  'inclusive-gateway': 'điểm chọn nhiều nhánh',
  'timer-event': 'chờ theo thời gian',
  'boundary-timer': 'hẹn giờ của bước',
  'message-catch': 'chờ ý kiến',
  'call-activity': 'hồ sơ liên thông',
} as const satisfies Labels<NodeKind>;

/** How a sentence names a node: `bước “Thẩm định”`. */
export function nodeWords(node: ProcessNode): string {
  return `${NODE_KIND_LABELS[node.kind]} “${node.name.trim() === '' ? node.id : node.name.trim()}”`;
}

/** The unit role that does a task: its own, else that of its lane. */
export function unitRoleOf(definition: ProcessDefinition, node: UserTask | MessageCatch): UnitRole | null {
  return node.unitRole ?? definition.lanes.find((lane) => lane.id === node.lane)?.unitRole ?? null;
}
