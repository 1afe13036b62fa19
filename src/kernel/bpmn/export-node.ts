/** One of our nodes as an element of BPMN. */
import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { ProcessNode, UnitRole } from '#kernel/process/schema.ts';
import { durationOf } from './duration.ts';

/** The element, and what has to stand beside the process for it. References to other nodes are set by the caller. */
export type ExportedNode = { readonly element: ModdleElement; readonly roots: readonly ModdleElement[] };

export function exportNode(moddle: BpmnModdle, node: ProcessNode): ExportedNode {
  const common = { id: node.id, ...(node.name === '' ? {} : { name: node.name }) };
  const alone = (type: string, attributes: Readonly<Record<string, unknown>> = {}): ExportedNode => ({
    element: moddle.create(type, { ...common, ...attributes }),
    roots: [],
  });
  switch (node.kind) {
    case 'start-event':
      return alone('bpmn:StartEvent');
    case 'end-event':
      return endEvent(moddle, node, common);
    case 'user-task':
      return alone('bpmn:UserTask', { ...roleAttributes(node.unitRole), ...quota(node.quotaMinutes) });
    case 'service-task':
      return alone('bpmn:ServiceTask', {
        ...(node.verb === null ? {} : { 'mc:verb': node.verb }),
        ...(node.subject === '' ? {} : { 'mc:subject': node.subject }),
      });
    case 'exclusive-gateway':
      return alone('bpmn:ExclusiveGateway');
    case 'inclusive-gateway':
      return alone('bpmn:InclusiveGateway');
    case 'parallel-gateway':
      return alone('bpmn:ParallelGateway');
    case 'timer-event':
      return alone('bpmn:IntermediateCatchEvent', {
        eventDefinitions: [timer(moddle, node.id, node.minutes)],
      });
    case 'boundary-timer':
      return alone('bpmn:BoundaryEvent', {
        cancelActivity: node.interrupting,
        eventDefinitions: [timer(moddle, node.id, node.minutes)],
      });
    case 'message-catch':
      return messageCatch(moddle, node, common);
    case 'call-activity':
      return alone('bpmn:CallActivity', {
        ...(node.procedure === '' ? {} : { calledElement: node.procedure }),
        ...quota(node.quotaMinutes),
      });
  }
}

type Common = { readonly id: string; readonly name?: string };
type Node<Kind extends ProcessNode['kind']> = Extract<ProcessNode, { kind: Kind }>;

function endEvent(moddle: BpmnModdle, node: Node<'end-event'>, common: Common): ExportedNode {
  const event = (cause: ModdleElement) =>
    moddle.create('bpmn:EndEvent', { ...common, eventDefinitions: [cause] });
  if (node.how === 'none') return { element: moddle.create('bpmn:EndEvent', common), roots: [] };
  if (node.how === 'terminate') {
    return {
      element: event(moddle.create('bpmn:TerminateEventDefinition', { id: `${node.id}_end` })),
      roots: [],
    };
  }
  if (node.errorCode === null) {
    return {
      element: event(moddle.create('bpmn:ErrorEventDefinition', { id: `${node.id}_end` })),
      roots: [],
    };
  }
  const error = moddle.create('bpmn:Error', { id: `${node.id}_error`, errorCode: node.errorCode });
  const cause = moddle.create('bpmn:ErrorEventDefinition', { id: `${node.id}_end`, errorRef: error });
  return { element: event(cause), roots: [error] };
}

function messageCatch(moddle: BpmnModdle, node: Node<'message-catch'>, common: Common): ExportedNode {
  const message = moddle.create('bpmn:Message', { id: `${node.id}_message`, name: node.message });
  const cause = moddle.create('bpmn:MessageEventDefinition', { id: `${node.id}_event`, messageRef: message });
  const element = moddle.create('bpmn:IntermediateCatchEvent', {
    ...common,
    eventDefinitions: [cause],
    ...roleAttributes(node.unitRole),
    ...quota(node.quotaMinutes),
  });
  return { element, roots: [message] };
}

function timer(moddle: BpmnModdle, id: string, minutes: number | null): ModdleElement {
  const duration =
    minutes === null
      ? {}
      : {
          timeDuration: moddle.create('bpmn:FormalExpression', { body: durationOf(minutes) }),
          'mc:workingTime': true,
        };
  return moddle.create('bpmn:TimerEventDefinition', { id: `${id}_timer`, ...duration });
}

export function roleAttributes(unitRole: UnitRole | null): Readonly<Record<string, string>> {
  if (unitRole === null) return {};
  const { scope, role } = unitRole;
  return {
    'mc:scope': scope,
    'mc:role': role,
    ...(unitRole.function === null ? {} : { 'mc:function': unitRole.function }),
  };
}

function quota(minutes: number | null): Readonly<Record<string, number>> {
  return minutes === null ? {} : { 'mc:quotaMinutes': minutes };
}
