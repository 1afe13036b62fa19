/** Export to BPMN 2.0 XML that other tools can open; read back it is the same definition and the same drawing. */
import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { Bounds, Diagram } from './diagram.ts';
import { exportNode, roleAttributes } from './export-node.ts';
import { NAMESPACE } from './extension.ts';
import { metamodel } from './metamodel.ts';

/** The language conditions are written in (DMN 1.5). */
const FEEL = 'https://www.omg.org/spec/DMN/20230324/FEEL/';

export async function exportBpmn(definition: ProcessDefinition, diagram: Diagram): Promise<string> {
  const moddle = metamodel();
  const { process, elements, roots } = buildProcess(moddle, definition);
  const hasPool = diagram.pool !== null || definition.lanes.length > 0;
  const participant = moddle.create('bpmn:Participant', {
    id: `${definition.id}_pool`,
    name: definition.name,
    processRef: process,
  });
  const collaboration = moddle.create('bpmn:Collaboration', {
    id: `${definition.id}_collaboration`,
    participants: [participant],
  });
  const plane = buildPlane(moddle, {
    diagram,
    elements,
    owner: hasPool ? collaboration : process,
    participant,
  });
  const definitions = moddle.create('bpmn:Definitions', {
    id: `${definition.id}_definitions`,
    targetNamespace: NAMESPACE,
    exporter: 'Một Cửa',
    rootElements: [...(hasPool ? [collaboration] : []), process, ...roots],
    diagrams: [moddle.create('bpmndi:BPMNDiagram', { id: `${definition.id}_diagram`, plane })],
  });
  return (await moddle.toXML(definitions, { format: true })).xml;
}

function buildProcess(moddle: BpmnModdle, definition: ProcessDefinition) {
  const exported = new Map(definition.nodes.map((node) => [node.id, exportNode(moddle, node)]));
  const nodes = new Map([...exported].map(([id, { element }]) => [id, element]));
  const flows = new Map(
    definition.flows.map((flow) => {
      const condition =
        flow.condition === null
          ? {}
          : {
              conditionExpression: moddle.create('bpmn:FormalExpression', {
                language: FEEL,
                body: flow.condition,
              }),
            };
      const name = flow.name === '' ? {} : { name: flow.name };
      const ends = { sourceRef: nodes.get(flow.from), targetRef: nodes.get(flow.to) };
      return [flow.id, moddle.create('bpmn:SequenceFlow', { id: flow.id, ...name, ...ends, ...condition })];
    }),
  );
  connect(definition, nodes, flows);
  const lanes = definition.lanes.map((lane) =>
    moddle.create('bpmn:Lane', {
      id: lane.id,
      ...(lane.name === '' ? {} : { name: lane.name }),
      ...roleAttributes(lane.unitRole),
      flowNodeRef: definition.nodes.filter((node) => node.lane === lane.id).map((node) => nodes.get(node.id)),
    }),
  );
  const laneSets =
    lanes.length === 0 ? [] : [moddle.create('bpmn:LaneSet', { id: `${definition.id}_lanes`, lanes })];
  const process = moddle.create('bpmn:Process', {
    id: definition.id,
    ...(definition.name === '' ? {} : { name: definition.name }),
    isExecutable: true,
    ...(laneSets.length === 0 ? {} : { laneSets }),
    flowElements: [...nodes.values(), ...flows.values()],
  });
  const laneElements = definition.lanes.flatMap((lane, index) => {
    const element = lanes[index];
    return element === undefined ? [] : [[lane.id, element] as const];
  });
  return {
    process,
    elements: new Map([...nodes, ...flows, ...laneElements]),
    roots: [...exported.values()].flatMap((node) => node.roots),
  };
}

/** References between elements: ways in and out, defaults, and what timers sit on. */
function connect(
  definition: ProcessDefinition,
  nodes: ReadonlyMap<string, ModdleElement>,
  flows: ReadonlyMap<string, ModdleElement>,
): void {
  for (const node of definition.nodes) {
    const element = nodes.get(node.id);
    const ends = (end: 'from' | 'to') =>
      definition.flows.filter((flow) => flow[end] === node.id).flatMap((flow) => flows.get(flow.id) ?? []);
    element?.set('incoming', ends('to'));
    element?.set('outgoing', ends('from'));
    if ('defaultFlow' in node && node.defaultFlow !== null)
      element?.set('default', flows.get(node.defaultFlow));
    if (node.kind === 'boundary-timer') element?.set('attachedToRef', nodes.get(node.attachedTo));
  }
}

type Drawing = {
  readonly diagram: Diagram;
  readonly elements: ReadonlyMap<string, ModdleElement>;
  readonly owner: ModdleElement;
  readonly participant: ModdleElement;
};

function buildPlane(moddle: BpmnModdle, { diagram, elements, owner, participant }: Drawing): ModdleElement {
  const bounds = (box: Bounds) => moddle.create('dc:Bounds', { ...box });
  const label = (box: Bounds | null) =>
    box === null ? {} : { label: moddle.create('bpmndi:BPMNLabel', { bounds: bounds(box) }) };
  const shape = (element: ModdleElement | undefined, box: Bounds, about: Readonly<Record<string, unknown>>) =>
    moddle.create('bpmndi:BPMNShape', {
      id: `${String(element?.get('id'))}_shape`,
      bpmnElement: element,
      ...(/Lane$|Participant$/.test(element?.$type ?? '') ? { isHorizontal: true } : {}),
      bounds: bounds(box),
      ...about,
    });
  const edges = diagram.edges.map((edge) =>
    moddle.create('bpmndi:BPMNEdge', {
      id: `${edge.element}_edge`,
      bpmnElement: elements.get(edge.element),
      waypoint: edge.points.map((point) => moddle.create('dc:Point', { ...point })),
      ...label(edge.label),
    }),
  );
  return moddle.create('bpmndi:BPMNPlane', {
    id: `${String(owner.get('id'))}_plane`,
    bpmnElement: owner,
    planeElement: [
      ...(diagram.pool === null ? [] : [shape(participant, diagram.pool, {})]),
      ...diagram.shapes.map((found) => shape(elements.get(found.element), found.bounds, label(found.label))),
      ...edges,
    ],
  });
}
