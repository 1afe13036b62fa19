/** Import of BPMN 2.0 files: what can be run here is taken over, and everything that is not is told. */
import type { ModdleElement } from 'bpmn-moddle';
import type { Flow, Lane, ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Diagram } from './diagram.ts';
import { elementOf, elementsOf, idOf, nameOf, participantsOf, processesOf, textOf } from './element.ts';
import { importDiagram } from './import-diagram.ts';
import { type ImportedNode, importNode, unitRoleIn } from './import-node.ts';
import { innerLines, isUnrun, surroundings } from './import-surroundings.ts';
import { layoutDiagram } from './layout.ts';
import { metamodel } from './metamodel.ts';
import { readText } from './read-text.ts';
import { lineOf, type ReportLine } from './report.ts';

export type ImportedProcess = {
  readonly definition: ProcessDefinition;
  /** As in the file, or laid out when the file does not draw all of it. */
  readonly diagram: Diagram;
  readonly isDrawn: boolean;
  readonly report: readonly ReportLine[];
};

/**
 * The process of a file, with a line about every element. What is refused is left out, so that the rest can be put right
 * in the table of steps; nothing unsupported is ever run. Refuses (`invalid`) a file that is no BPMN, or has no process.
 */
export async function importBpmn(bytes: Uint8Array): Promise<ImportedProcess> {
  const { definitions, warnings } = await parse(readText(bytes));
  const roots = elementsOf(definitions, 'rootElements');
  const process = mainProcess(roots);
  const lanes = lanesOf(process);
  const elements = elementsOf(process, 'flowElements');
  refuseHuge(elements.length);
  const flowElements = elements.filter((element) => element.$type === 'bpmn:SequenceFlow');
  const nodes = attached(
    elements.filter(isFlowNode).map((element) => importNode(element, laneOf(lanes, element))),
  );
  const kept = nodes.flatMap(({ node }) => node ?? []);
  const flows = flowElements.map((element) => importFlow(element, kept));
  const participant =
    participantsOf(roots).find((found) => elementOf(found, 'processRef') === process) ?? null;
  const definition: ProcessDefinition = {
    id: idOf(process) || 'process',
    name: nameOf(process) || nameOf(participant) || nameOf(definitions),
    lanes: lanes.map(({ lane }) => lane),
    nodes: withKnownDefaults(
      kept,
      flows.flatMap(({ flow }) => flow ?? []),
    ),
    flows: flows.flatMap(({ flow }) => flow ?? []),
  };
  const diagram = importDiagram(definitions, {
    shapes: new Set([...definition.nodes, ...definition.lanes].map(({ id }) => id)),
    edges: new Set(definition.flows.map(({ id }) => id)),
    pool: participant === null ? null : idOf(participant),
  });
  const report = [
    ...lanes.map(({ element }) => lineOf(element, 'kept')),
    ...nodes.map(({ line }) => line),
    ...flows.map(({ line }) => line),
    ...innerLines(elements),
    ...surroundings({ process, roots, warnings }),
  ];
  return { definition, diagram: diagram ?? layoutDiagram(definition), isDrawn: diagram !== null, report };
}

/** The largest model of the reference suite has some sixty elements; what is laid out and searched must end soon. */
const MOST_ELEMENTS = 600;

function refuseHuge(count: number): void {
  if (count <= MOST_ELEMENTS) return;
  refuse(
    'invalid',
    `Quy trình có ${count} phần tử, nhiều nhất là ${MOST_ELEMENTS}. Hãy tách thành các thủ tục liên thông.`,
  );
}

/** The parser throws on text that is no XML, or no BPMN. */
async function parse(xml: string) {
  try {
    const { rootElement, warnings } = await metamodel().fromXML(xml);
    return { definitions: rootElement, warnings };
  } catch {
    refuse('invalid', 'Tệp không phải là BPMN 2.0. Hãy chọn tệp .bpmn xuất từ công cụ vẽ quy trình.');
  }
}

/** The one that is meant to be run, else the one with most elements: other pools show what others do. */
function mainProcess(roots: readonly ModdleElement[]): ModdleElement {
  const processes = processesOf(roots);
  const size = (process: ModdleElement) => elementsOf(process, 'flowElements').length;
  const executable = processes.filter((process) => process.get('isExecutable') === true && size(process) > 0);
  const candidates = executable.length > 0 ? executable : processes;
  const main = candidates.toSorted((left, right) => size(right) - size(left))[0];
  if (main === undefined || size(main) === 0) {
    refuse('invalid', 'Tệp không có quy trình nào. Hãy chọn tệp có vẽ các bước của quy trình.');
  }
  return main;
}

type ImportedLane = {
  readonly lane: Lane;
  readonly element: ModdleElement;
  readonly nodes: ReadonlySet<ModdleElement>;
};

/** Lanes that have no lanes inside. */
function lanesOf(process: ModdleElement): readonly ImportedLane[] {
  const leaves = (lane: ModdleElement): readonly ModdleElement[] => {
    const inner = elementsOf(elementOf(lane, 'childLaneSet'), 'lanes');
    return inner.length === 0 ? [lane] : inner.flatMap(leaves);
  };
  return elementsOf(process, 'laneSets')
    .flatMap((set) => elementsOf(set, 'lanes'))
    .flatMap(leaves)
    .map((element) => ({
      lane: { id: idOf(element), name: nameOf(element), unitRole: unitRoleIn(element) },
      element,
      nodes: new Set(elementsOf(element, 'flowNodeRef')),
    }));
}

function laneOf(lanes: readonly ImportedLane[], element: ModdleElement): string | null {
  return lanes.find(({ nodes }) => nodes.has(element))?.lane.id ?? null;
}

function importFlow(element: ModdleElement, nodes: readonly ProcessNode[]) {
  const [from, to] = [idOf(elementOf(element, 'sourceRef')), idOf(elementOf(element, 'targetRef'))];
  if (!nodes.some(({ id }) => id === from) || !nodes.some(({ id }) => id === to)) {
    return {
      flow: null,
      line: lineOf(element, 'refused', 'Nối với phần tử không nhận được. Hãy nối lại sau khi sửa.'),
    };
  }
  const condition = elementOf(element, 'conditionExpression');
  const body = textOf(condition, 'body')?.trim() || null;
  const flow: Flow = { id: idOf(element), name: nameOf(element), from, to, condition: body };
  if (condition !== null && body === null) {
    return { flow, line: lineOf(element, 'adapted', 'Điều kiện trong tệp để trống. Hãy viết điều kiện.') };
  }
  const isForeign = body !== null && !isFeel(textOf(condition, 'language'));
  return isForeign
    ? { flow, line: lineOf(element, 'adapted', `Điều kiện “${body}” chưa chắc là FEEL. Hãy kiểm tra lại.`) }
    : { flow, line: lineOf(element, 'kept') };
}

function isFeel(language: string | null): boolean {
  return language !== null && /feel/i.test(language);
}

/** Boundary timers whose step was not kept are not kept either. */
function attached(nodes: readonly ImportedNode[]): readonly ImportedNode[] {
  const ids = new Set(nodes.flatMap(({ node }) => node?.id ?? []));
  return nodes.map((found) => {
    if (found.node?.kind !== 'boundary-timer' || ids.has(found.node.attachedTo)) return found;
    return {
      node: null,
      line: { ...found.line, outcome: 'refused', reason: 'Bước mà hẹn giờ này gắn vào không nhận được.' },
    };
  });
}

function withKnownDefaults(nodes: readonly ProcessNode[], flows: readonly Flow[]): readonly ProcessNode[] {
  return nodes.map((node) =>
    'defaultFlow' in node && !flows.some(({ id }) => id === node.defaultFlow)
      ? { ...node, defaultFlow: null }
      : node,
  );
}

function isFlowNode(element: ModdleElement): boolean {
  return element.$type !== 'bpmn:SequenceFlow' && !isUnrun(element);
}
