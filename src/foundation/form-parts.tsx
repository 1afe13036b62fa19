/** What every form shows of itself when it comes back: what was typed, and what is wrong with it. */
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { ErrorSummary, errorsOf } from '#web/ui/error-summary.tsx';
import type { FormProblem } from './submit.ts';

/** What is wrong with a submitted form, at its top; fields have their names as ids. */
export function ProblemSummary({ problem, title }: Readonly<{ problem: FormProblem; title?: string }>) {
  const general = problem.message === null ? [] : [{ message: problem.message }];
  return <ErrorSummary errors={[...general, ...errorsOf(problem.fields)]} title={title} />;
}

/** What a field of a form needs, by its name: what was typed and what is wrong with it. */
export type FieldOf = (name: string) => {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
};

/** The fields of a form as it was sent; ids equal names, so that the summary finds them. */
export function fieldsOf(values: FormValues, problem: FormProblem): FieldOf {
  return (name) => ({ id: name, name, value: valueOf(values, name), error: problem.fields[name] });
}
