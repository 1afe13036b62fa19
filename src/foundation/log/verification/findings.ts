import type { Finding } from '#foundation/history/finding.ts';

/** More is counted and not kept: whoever damages a million rows must not fill the memory of whoever looks. */
const MOST_KEPT = 1000;

/** What was found so far. */
export type Findings = {
  readonly add: (...findings: readonly Finding[]) => void;
  readonly kept: () => readonly Finding[];
  readonly count: () => number;
};

export function collectFindings(): Findings {
  const kept: Finding[] = [];
  let count = 0;
  return {
    add: (...findings) => {
      count += findings.length;
      kept.push(...findings.slice(0, MOST_KEPT - kept.length));
    },
    kept: () => kept,
    count: () => count,
  };
}
