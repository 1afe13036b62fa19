/** Ways through the whole: everything is reached, everything can end, no circle goes round without a step. */
import { graphOf, nextNodes, previousNodes, reachable } from '#kernel/process/graph.ts';
import type { NodeKind, ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';
import { type Problem, problemAt } from './problem.ts';

export function wayProblems(definition: ProcessDefinition): readonly Problem[] {
  const { nodes } = definition;
  const idsOf = (kind: NodeKind) => nodes.filter((node) => node.kind === kind).map(({ id }) => id);
  const reached = reachable(idsOf('start-event'), (id) => nextNodes(definition, id));
  const ending = reachable(idsOf('end-event'), (id) => previousNodes(definition, id));
  const restless = nodes.find((node) => reached.has(node.id) && isOnAutomaticCircle(definition, node));
  return [
    ...nodes
      .filter((node) => !reached.has(node.id))
      .map((node) => problemAt(node, 'không đi tới được từ điểm bắt đầu. Hãy nối vào quy trình hoặc bỏ đi.')),
    ...nodes
      .filter((node) => reached.has(node.id) && !ending.has(node.id))
      .map((node) =>
        problemAt(node, 'từ đây không có đường tới điểm kết thúc. Hãy nối tiếp tới điểm kết thúc.'),
      ),
    ...(restless === undefined
      ? []
      : [
          problemAt(
            restless,
            'nằm trên một vòng không có bước nào, hồ sơ sẽ quay mãi. Hãy bỏ vòng hoặc thêm một bước vào vòng.',
          ),
        ]),
  ];
}

/** Whether one comes back to the node without anything that waits. */
function isOnAutomaticCircle(definition: ProcessDefinition, node: ProcessNode): boolean {
  const { nodes, outgoing } = graphOf(definition);
  const automatic = (id: string) =>
    outgoing(id)
      .map((flow) => flow.to)
      .filter((to) => nodes.get(to)?.kind.endsWith('-gateway') === true);
  return node.kind.endsWith('-gateway') && reachable(automatic(node.id), automatic).has(node.id);
}
