/** What is said about a definition before it is published. */
import { nodeWords, type ProcessNode } from '#kernel/process/schema.ts';

/** An error keeps the process from being published; a warning is shown beside it. `element` is a node, flow or lane. */
export type Problem = {
  readonly severity: 'error' | 'warning';
  readonly element: string | null;
  readonly message: string;
};

/** `Bước “Thẩm định”: chưa có …`: every sentence begins with the element it is about. */
export function problemAt(node: ProcessNode, clause: string): Problem {
  const words = nodeWords(node);
  return {
    severity: 'error',
    element: node.id,
    message: `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${clause}`,
  };
}

export function warningAt(node: ProcessNode, clause: string): Problem {
  return { ...problemAt(node, clause), severity: 'warning' };
}

export function problemOf(element: string | null, message: string): Problem {
  return { severity: 'error', element, message };
}
