/** What a dossier waits for besides its steps, in words. */
import { waitingTokens } from '#kernel/process/engine/instance.ts';
import { nodeAt } from '#kernel/process/graph.ts';
import { nodeWords } from '#kernel/process/schema.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { DossierState } from '../schema.ts';
import { isStepNode } from './moves.ts';

export function waitingFor({ run, timers }: DossierState): readonly string[] {
  if (run === null) return [];
  const { definition } = run;
  return waitingTokens(run.instance)
    .filter(({ node }) => !isStepNode(definition, node))
    .map(({ id, node }) => {
      const timer = timers.find((found) => found.token === id && found.node === node);
      const until = timer ? `, đến ${formatDateTime(timer.dueAt)}` : '';
      return `Đang chờ ${nodeWords(nodeAt(definition, node))}${until}`;
    });
}
