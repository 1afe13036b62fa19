/** What the checker finds in a report, and whether it was answered. */
import { createHash } from 'node:crypto';
import type { Finding } from '#kernel/report/schema.ts';
import type { Context } from '#foundation/context.ts';
import { checkLines } from '#capabilities/report-check/service.ts';
import { assembleReport } from '../making/assembling.ts';
import type { FindingAnswer, WholeReport } from '../making/schema.ts';
import { scopeOf } from '../making/texts.ts';
import { linesOf } from '../output/lines.ts';
import type { ReportDocument } from '../document.ts';

export type CheckedFinding = {
  /** The same finding has the same key as long as its words stay. */
  readonly key: string;
  readonly finding: Finding;
  readonly answer: FindingAnswer | null;
};

/** Rule and words name a finding; its lines move when something above it is written. */
export function findingKey({ rule, quote, message }: Finding): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, quote, message]))
    .digest('hex')
    .slice(0, 16);
}

/** Every finding of the report as it stands, with what was said to it in this issue. */
export async function findingsOf(
  ctx: Context,
  whole: WholeReport,
  document?: ReportDocument,
): Promise<readonly CheckedFinding[]> {
  const checked = document ?? (await assembleReport(ctx, whole)).assembled.document;
  const { unitId, period } = scopeOf(whole.report);
  const { findings } = await checkLines(ctx, linesOf(checked), { unitId, period });
  return answered(findings, whole);
}

/** Pure: the same finding twice in a text is answered once. */
export function answered(
  findings: readonly Finding[],
  { report, answers }: WholeReport,
): readonly CheckedFinding[] {
  const said = new Map(
    answers.filter(({ issue }) => issue === report.issue).map((answer) => [answer.finding, answer]),
  );
  const unique = new Map(findings.map((finding) => [findingKey(finding), finding]));
  return [...unique].map(([key, finding]) => ({ key, finding, answer: said.get(key) ?? null }));
}
