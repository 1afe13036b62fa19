/** Where on the page a problem of the verb belongs. */
import type { FormProblem } from '#foundation/submit.ts';
import type { ProcedureContent } from '#capabilities/procedures/schema.ts';
import type { FormValues } from '#web/http/form-values.ts';
import type { FormError } from '#web/ui/error-summary.tsx';
import { type OfferedExemption, readFees } from '../fees/rules.ts';
import { checklistOf, paperProblems } from '../papers/rules.ts';
import { receiveInput } from '../schema.ts';
import { readReception } from './read.ts';

/**
 * The id of the control that a path of the input stands for: lines of the checklist have one id each, lines after the
 * `listed` papers of the procedure are the extra ones.
 */
export function fieldIdOf(path: string, listed: number): string {
  if (/^fees\.\d+\.counts/.test(path)) return path.replace(/\.counts.*$/, '.quantity');
  const match = /^papers\.(\d+)\./.exec(path);
  if (!match) return path;
  const line = Number(match[1]);
  return line < listed ? `papers.${line}.present` : `others.${line - listed}.name`;
}

/** Problems by the id of their control, the first of each. */
export function problemsById(problem: FormProblem | null, listed: number): Readonly<Record<string, string>> {
  const byId: Record<string, string> = {};
  for (const [path, message] of Object.entries(problem?.fields ?? {}))
    byId[fieldIdOf(path, listed)] ??= message;
  return byId;
}

/** Lines of the error summary, each leading to its control. */
export function summaryOf(problem: FormProblem | null, listed = 0): readonly FormError[] {
  if (!problem) return [];
  const byId = problemsById(problem, listed);
  const fields = Object.entries(byId).map(([fieldId, message]) => ({ fieldId, message }));
  return problem.message ? [{ message: problem.message }, ...fields] : fields;
}

/**
 * A form that was wrong in its shape never came to the rules on papers and fees; what they would say is added, so that
 * the officer sees everything at once.
 */
export function withRuleProblems(
  procedure: { readonly slug: string; readonly content: ProcedureContent },
  values: FormValues,
  {
    problem,
    exemptions,
  }: { readonly problem: FormProblem; readonly exemptions: readonly OfferedExemption[] },
): FormProblem {
  if (Object.keys(problem.fields).length === 0) return problem;
  const read = readReception(procedure, { values, files: [], refused: {} });
  const papers = receiveInput.shape.papers.safeParse(read['papers']);
  const fees = receiveInput.shape.fees.safeParse(read['fees']);
  const { content } = procedure;
  const added = {
    ...(papers.success ? paperProblems(content, checklistOf(content, papers.data)) : {}),
    ...(fees.success ? readFees(content, fees.data, exemptions).problems : {}),
  };
  return { ...problem, fields: { ...problem.fields, ...added } };
}
