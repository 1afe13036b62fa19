import { ErrorSummary, errorsOf } from '#web/ui/error-summary.tsx';
import type { FormProblem } from '#foundation/submit.ts';

export const NO_PROBLEM: FormProblem = { message: null, fields: {} };

/** What is wrong with a submitted form, at its top; fields have their names as ids. */
export function ProblemSummary({ problem, title }: Readonly<{ problem: FormProblem; title?: string }>) {
  const general = problem.message === null ? [] : [{ message: problem.message }];
  return <ErrorSummary errors={[...general, ...errorsOf(problem.fields)]} title={title} />;
}
