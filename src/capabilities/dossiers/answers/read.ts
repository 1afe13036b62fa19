import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { answerField } from './schema.ts';

/** Fields named `answers.<code>`, by their codes. */
export function answersIn(values: FormValues): Readonly<Record<string, string>> {
  const prefix = answerField('');
  return Object.fromEntries(
    Object.keys(values)
      .filter((name) => name.startsWith(prefix))
      .map((name) => [name.slice(prefix.length), valueOf(values, name)]),
  );
}
