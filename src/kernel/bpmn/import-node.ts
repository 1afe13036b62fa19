/** One flow node of a file as one of ours, with what is said about it. */
import type { ModdleElement } from 'bpmn-moddle';
import {
  type ProcessNode,
  SERVICE_VERB_LABELS,
  type ServiceVerb,
  type UnitRole,
} from '#kernel/process/schema.ts';
import { elementOf, elementsOf, idOf, nameOf, numberOf, textOf, typeOf } from './element.ts';
import { minutesOf } from './duration.ts';
import { lineOf, type ReportLine } from './report.ts';

export type ImportedNode = { readonly node: ProcessNode | null; readonly line: ReportLine };

const TO_FILL = 'Cần chọn nơi, vai trò và thời gian trước khi công bố.';

export function importNode(element: ModdleElement, lane: string | null): ImportedNode {
  const refusal = refusalOf(element);
  if (refusal !== null) return { node: null, line: lineOf(element, 'refused', refusal) };
  const [node, change] = convert(element, { id: idOf(element), name: nameOf(element), lane });
  if (node === null) return { node, line: lineOf(element, 'refused', change ?? unsupported(element)) };
  return { node, line: lineOf(element, change === null ? 'kept' : 'adapted', change ?? hintFor(node)) };
}

type Common = { readonly id: string; readonly name: string; readonly lane: string | null };
/** The node and what was changed about it; without a node, why. */
type Converted = readonly [ProcessNode | null, string | null];

function refusalOf(element: ModdleElement): string | null {
  if (elementOf(element, 'loopCharacteristics') !== null) {
    return 'Bước lặp theo danh sách không thực hiện được. Hãy vẽ vòng lặp bằng điểm rẽ nhánh.';
  }
  if (elementsOf(element, 'eventDefinitions').length > 1)
    return 'Sự kiện có nhiều nguyên nhân. Hãy tách thành từng sự kiện.';
  return null;
}

function convert(element: ModdleElement, common: Common): Converted {
  switch (typeOf(element)) {
    case 'startEvent':
      return [{ kind: 'start-event', ...common }, startChange(element)];
    case 'endEvent':
      return endEvent(element, common);
    case 'userTask':
      return [userTask(element, common), null];
    case 'task':
    case 'manualTask':
      return [userTask(element, common), 'Nhập thành bước do người thực hiện.'];
    case 'serviceTask':
      return serviceTask(element, common);
    case 'sendTask':
    case 'intermediateThrowEvent':
      return sending(element, common);
    case 'receiveTask':
      return [messageCatch(element, common, elementOf(element, 'messageRef')), 'Nhập thành chờ ý kiến.'];
    case 'exclusiveGateway':
      return [{ kind: 'exclusive-gateway', ...common, defaultFlow: defaultOf(element) }, null];
    case 'inclusiveGateway':
      return [{ kind: 'inclusive-gateway', ...common, defaultFlow: defaultOf(element) }, null];
    case 'parallelGateway':
      return [{ kind: 'parallel-gateway', ...common }, null];
    case 'intermediateCatchEvent':
      return catching(element, common);
    case 'boundaryEvent':
      return boundaryTimer(element, common);
    case 'callActivity':
      return [
        {
          kind: 'call-activity',
          ...common,
          procedure: textOf(element, 'calledElement') ?? '',
          quotaMinutes: numberOf(element, 'mc:quotaMinutes'),
        },
        null,
      ];
    default:
      return [null, null];
  }
}

function startChange(element: ModdleElement): string | null {
  return cause(element) === null ? null : 'Quy trình bắt đầu khi tiếp nhận hồ sơ, không theo sự kiện khác.';
}

function endEvent(element: ModdleElement, common: Common): Converted {
  const found = cause(element);
  const plain = { kind: 'end-event', ...common, how: 'none', errorCode: null } as const;
  switch (found?.$type) {
    case undefined:
      return [plain, null];
    case 'bpmn:TerminateEventDefinition':
      return [{ ...plain, how: 'terminate' }, null];
    case 'bpmn:ErrorEventDefinition':
      return [{ ...plain, how: 'error', errorCode: textOf(elementOf(found, 'errorRef'), 'errorCode') }, null];
    case 'bpmn:MessageEventDefinition':
      return [plain, 'Kết thúc mà không gửi thông điệp. Nếu cần báo, hãy thêm việc “Gửi thông báo” ở trước.'];
    default:
      return [null, null];
  }
}

function userTask(element: ModdleElement, common: Common): ProcessNode {
  return {
    kind: 'user-task',
    ...common,
    unitRole: unitRoleIn(element),
    quotaMinutes: numberOf(element, 'mc:quotaMinutes'),
  };
}

function serviceTask(element: ModdleElement, common: Common): Converted {
  const verb = textOf(element, 'mc:verb');
  const known = isVerb(verb) ? verb : null;
  return [
    { kind: 'service-task', ...common, verb: known, subject: textOf(element, 'mc:subject') ?? '' },
    known === null && verb !== null ? `Không có việc “${verb}”. Hãy chọn việc khác.` : null,
  ];
}

/** A message thrown is a notice sent; what else is thrown has nobody to catch it. */
function sending(element: ModdleElement, common: Common): Converted {
  const isMessage = typeOf(element) === 'sendTask' || cause(element)?.$type === 'bpmn:MessageEventDefinition';
  if (!isMessage) return [null, null];
  return [
    { kind: 'service-task', ...common, verb: 'notify', subject: '' },
    'Nhập thành việc “Gửi thông báo”.',
  ];
}

function catching(element: ModdleElement, common: Common): Converted {
  const found = cause(element);
  if (found?.$type === 'bpmn:MessageEventDefinition') {
    return [messageCatch(element, common, elementOf(found, 'messageRef')), null];
  }
  if (found?.$type !== 'bpmn:TimerEventDefinition') return [null, null];
  const { minutes, change } = timeOf(found);
  return change === REPEATS ? [null, REPEATS] : [{ kind: 'timer-event', ...common, minutes }, change];
}

function messageCatch(element: ModdleElement, common: Common, message: ModdleElement | null): ProcessNode {
  return {
    kind: 'message-catch',
    ...common,
    message: nameOf(message) || common.name,
    unitRole: unitRoleIn(element),
    quotaMinutes: numberOf(element, 'mc:quotaMinutes'),
  };
}

function boundaryTimer(element: ModdleElement, common: Common): Converted {
  const found = cause(element);
  if (found?.$type !== 'bpmn:TimerEventDefinition') return [null, null];
  const { minutes, change } = timeOf(found);
  if (change === REPEATS) return [null, REPEATS];
  const attachedTo = idOf(elementOf(element, 'attachedToRef'));
  const interrupting = element.get('cancelActivity') !== false;
  return [{ kind: 'boundary-timer', ...common, attachedTo, interrupting, minutes }, change];
}

const REPEATS = 'Hẹn giờ lặp lại không thực hiện được. Hãy dùng hẹn giờ một lần.';

function timeOf(timer: ModdleElement): { minutes: number | null; change: string | null } {
  if (elementOf(timer, 'timeCycle') !== null) return { minutes: null, change: REPEATS };
  const body = textOf(elementOf(timer, 'timeDuration'), 'body') ?? '';
  const minutes = minutesOf(body);
  if (minutes === null) return { minutes, change: 'Cần nhập lại thời gian chờ, tính bằng giờ làm việc.' };
  const isOurs = timer.get('mc:workingTime') === true;
  return { minutes, change: isOurs ? null : `Thời gian ${body} được hiểu là thời gian làm việc.` };
}

function cause(element: ModdleElement): ModdleElement | null {
  return elementsOf(element, 'eventDefinitions')[0] ?? null;
}

function defaultOf(element: ModdleElement): string | null {
  return idOf(elementOf(element, 'default')) || null;
}

export function unitRoleIn(element: ModdleElement): UnitRole | null {
  const [scope, role] = [textOf(element, 'mc:scope'), textOf(element, 'mc:role')];
  return scope === null || role === null ? null : { scope, function: textOf(element, 'mc:function'), role };
}

function isVerb(verb: string | null): verb is ServiceVerb {
  return verb !== null && Object.hasOwn(SERVICE_VERB_LABELS, verb);
}

function hintFor(node: ProcessNode): string {
  if (node.kind === 'service-task')
    return node.verb === null ? 'Cần chọn việc hệ thống làm trước khi công bố.' : '';
  return 'quotaMinutes' in node && node.quotaMinutes === null ? TO_FILL : '';
}

function unsupported(element: ModdleElement): string {
  switch (typeOf(element)) {
    case 'subProcess':
    case 'transaction':
    case 'adHocSubProcess':
      return 'Quy trình con không thực hiện được. Hãy vẽ các bước của nó vào quy trình chính hoặc dùng hồ sơ liên thông.';
    case 'eventBasedGateway':
    case 'complexGateway':
      return 'Loại cổng này không thực hiện được. Hãy dùng điểm rẽ nhánh, song song hoặc chọn nhiều nhánh.';
    case 'scriptTask':
    case 'businessRuleTask':
      return 'Không chạy mã hoặc bảng luật từ tệp. Hãy thay bằng bước hoặc việc tự động trong danh mục.';
    default:
      return 'Sự kiện này không thực hiện được. Chỉ dùng hẹn giờ và chờ ý kiến.';
  }
}
