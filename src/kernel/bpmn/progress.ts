/** Where a dossier is on the map of its process: what is passed, what waits, in words. */
import { type Instance, waitingTokens } from '#kernel/process/engine/instance.ts';
import { graphOf } from '#kernel/process/graph.ts';
import type { ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';

export type Progress = 'current' | 'passed' | 'ahead';

/** How far the dossier is, node by node; everything is ahead while there is no instance. Withdrawn visits do not count. */
export function progressOf(
  definition: ProcessDefinition,
  instance: Instance | null,
): ReadonlyMap<string, Progress> {
  const tokens = instance?.tokens ?? [];
  const current = new Set(tokens.filter(({ state }) => state === 'waiting').map(({ node }) => node));
  const passed = new Set(tokens.filter(({ state }) => state === 'passed').map(({ node }) => node));
  return new Map(
    definition.nodes.map(({ id }) => [id, current.has(id) ? 'current' : passed.has(id) ? 'passed' : 'ahead']),
  );
}

/** Flows that tokens went along. */
export function passedFlows(instance: Instance | null): ReadonlySet<string> {
  const counted = (instance?.tokens ?? []).filter(({ state }) => state !== 'withdrawn');
  return new Set(counted.flatMap(({ flow }) => flow ?? []));
}

/** Three short sentences: what is done, where it is, what can come next. */
export function describeProgress(definition: ProcessDefinition, instance: Instance): readonly string[] {
  const progress = progressOf(definition, instance);
  const done = definition.nodes
    .filter((node) => isWork(node) && progress.get(node.id) === 'passed')
    .map(wordsOf);
  const now = [...new Set(waitingTokens(instance).map(({ node }) => node))];
  const isNow = new Set(now);
  const next = [...new Set(now.flatMap((id) => workAfter(definition, id)))].filter((id) => !isNow.has(id));
  const { nodes } = graphOf(definition);
  const names = (ids: readonly string[]) => ids.flatMap((id) => nodes.get(id) ?? []).map(wordsOf);
  return [
    ...(done.length === 0 ? [] : [`Đã xong: ${done.join('; ')}.`]),
    endingOf(instance) ?? `Đang ở: ${names(now).join('; ')}.`,
    ...(next.length === 0 ? [] : [`Tiếp theo: ${names(next).join('; ')}.`]),
  ];
}

/** The whole process in words, one line for each step with what comes next. */
export function describeProcess(definition: ProcessDefinition): readonly string[] {
  const { nodes } = graphOf(definition);
  return definition.nodes.filter(isWork).map((node) => {
    const next = workAfter(definition, node.id).flatMap((id) => nodes.get(id) ?? []);
    return next.length === 0
      ? `${wordsOf(node)}, sau đó kết thúc.`
      : `${wordsOf(node)}, sau đó: ${next.map(wordsOf).join('; ')}.`;
  });
}

/** What stands in the picture: a nameless gateway with one way out is where branches meet. */
export function labelOf(definition: ProcessDefinition, node: ProcessNode): string {
  const isMeeting = node.kind.endsWith('-gateway') && graphOf(definition).outgoing(node.id).length === 1;
  return isMeeting && node.name.trim() === '' ? 'Nhập nhánh' : wordsOf(node);
}

/** A name for people; elements without one are called by what they are. */
function wordsOf(node: ProcessNode): string {
  return node.name.trim() === '' ? PLAIN_WORDS[node.kind] : node.name.trim();
}

const PLAIN_WORDS = {
  'start-event': 'Bắt đầu',
  'end-event': 'Kết thúc',
  'user-task': 'Bước xử lý',
  'service-task': 'Việc tự động',
  'exclusive-gateway': 'Rẽ nhánh',
  'parallel-gateway': 'Song song',
  'inclusive-gateway': 'Một hoặc nhiều nhánh',
  'timer-event': 'Chờ',
  'boundary-timer': 'Hẹn giờ',
  'message-catch': 'Chờ ý kiến',
  'call-activity': 'Hồ sơ liên thông',
} as const satisfies Record<ProcessNode['kind'], string>;

function endingOf({ ended }: Instance): string | null {
  switch (ended?.how) {
    case undefined:
      return null;
    case 'none':
      return 'Quy trình đã kết thúc.';
    case 'terminate':
      return 'Quy trình đã dừng.';
    case 'error':
      return 'Quy trình đã dừng vì có lỗi.';
    case 'cancelled':
      return 'Quy trình đã được rút hoặc dừng trước khi xong.';
  }
}

function isWork(node: ProcessNode): boolean {
  return (
    !['start-event', 'end-event', 'boundary-timer'].includes(node.kind) && !node.kind.endsWith('-gateway')
  );
}

/** Steps that can follow, gateways looked through. */
function workAfter(definition: ProcessDefinition, id: string): readonly string[] {
  const { nodes, outgoing } = graphOf(definition);
  const found = new Set<string>();
  const seen = new Set([id]);
  // A set hands out what is added while it is walked.
  for (const at of seen) {
    for (const { to } of outgoing(at)) {
      const node = nodes.get(to);
      if (node !== undefined && isWork(node)) found.add(to);
      else seen.add(to);
    }
  }
  return [...found];
}
