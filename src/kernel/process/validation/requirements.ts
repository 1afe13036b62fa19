/** What each element must say before a process can be published: who, how long, what, and that it exists. */
import { conditionProblem } from '#kernel/process/expressions/check.ts';
import type { Variables } from '#kernel/process/expressions/variables.ts';
import { graphOf } from '#kernel/process/graph.ts';
import {
  type ProcessDefinition,
  type ProcessNode,
  type UnitRole,
  unitRoleOf,
} from '#kernel/process/schema.ts';
import { type Problem, problemAt } from './problem.ts';

/** A unit that offers the procedure, and whether it can find somebody for a unit role. */
export type OfferingUnit = { readonly name: string; readonly has: (unitRole: UnitRole) => boolean };

export type Surroundings = {
  /** Working minutes that the law gives the whole; null when there is no limit. */
  readonly limitMinutes: number | null;
  readonly variables: Variables;
  readonly units: readonly OfferingUnit[];
  /** Whether there is such a procedure, for linked dossiers. */
  readonly knowsProcedure: (slug: string) => boolean;
};

export function requirementProblems(definition: ProcessDefinition, given: Surroundings): readonly Problem[] {
  return definition.nodes.flatMap((node) =>
    clausesOf(definition, node, given).map((clause) => problemAt(node, clause)),
  );
}

function clausesOf(definition: ProcessDefinition, node: ProcessNode, given: Surroundings): readonly string[] {
  switch (node.kind) {
    case 'user-task':
    case 'message-catch':
      return [
        ...(node.name.trim() === '' ? ['chưa có tên, hãy đặt tên.'] : []),
        ...(node.kind === 'message-catch' && node.message.trim() === ''
          ? ['chưa ghi chờ ý kiến gì, hãy ghi nội dung.']
          : []),
        ...quotaClauses(node.quotaMinutes),
        ...roleClauses(unitRoleOf(definition, node), given.units),
      ];
    case 'service-task':
      return verbClauses(node, given);
    case 'call-activity':
      return [...quotaClauses(node.quotaMinutes), ...procedureClauses(node.procedure, given)];
    case 'timer-event':
    case 'boundary-timer':
      return quotaClauses(node.minutes);
    case 'exclusive-gateway':
    case 'inclusive-gateway':
      return graphOf(definition)
        .outgoing(node.id)
        .flatMap(({ condition }) =>
          condition === null ? [] : [conditionProblem(condition, given.variables)],
        )
        .flatMap((problem) => (problem === null ? [] : [`${problem}. Hãy sửa điều kiện.`]));
    case 'start-event':
    case 'end-event':
    case 'parallel-gateway':
      return [];
  }
}

function quotaClauses(minutes: number | null): readonly string[] {
  return minutes !== null && Number.isFinite(minutes) && minutes > 0
    ? []
    : ['chưa có thời gian. Hãy nhập số giờ làm việc lớn hơn 0.'];
}

function roleClauses(unitRole: UnitRole | null, units: readonly OfferingUnit[]): readonly string[] {
  if (unitRole === null) return ['chưa chọn nơi và vai trò thực hiện. Hãy chọn cho bước này hoặc cho làn.'];
  return units
    .filter((unit) => !unit.has(unitRole))
    .map((unit) => `tại ${unit.name} không có ai giữ vai trò này. Hãy chọn vai trò khác hoặc bố trí người.`);
}

function verbClauses(
  node: Extract<ProcessNode, { kind: 'service-task' }>,
  given: Surroundings,
): readonly string[] {
  if (node.verb === null) return ['chưa chọn việc để hệ thống làm. Hãy chọn một việc trong danh mục.'];
  return node.verb === 'create-linked-dossier' ? procedureClauses(node.subject, given) : [];
}

function procedureClauses(slug: string, given: Surroundings): readonly string[] {
  return given.knowsProcedure(slug)
    ? []
    : [`không có thủ tục “${slug}”. Hãy chọn thủ tục có thật để liên thông.`];
}
