import type { ProcedureContent } from '#capabilities/procedures/schema.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { defaultValues } from '../../form/prefill.ts';

/** What the common part begins with: the counter's defaults, and every required paper taken. */
export function freshValues(content: ProcedureContent): FormValues {
  const taken = content.papers.flatMap(({ required }, line) =>
    required ? [[`papers.${line}.present`, ['yes']] as const] : [],
  );
  return { ...defaultValues(content), ...Object.fromEntries(taken) };
}
