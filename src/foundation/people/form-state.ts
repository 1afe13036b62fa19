import type { FormValues } from '#web/http/form-values.ts';
import type { PageOptions } from '#foundation/http.ts';
import type { FormProblem } from '#foundation/submit.ts';

/** What a form shows: what was typed or is stored, and what is wrong with it. */
export type FormState = { readonly values: FormValues; readonly problem: FormProblem };

/** Values of a record as a form holds them. */
export function valuesFrom(
  record: Readonly<Record<string, string | number | readonly string[]>>,
): FormValues {
  const entries = Object.entries(record).map(
    ([name, value]) => [name, Array.isArray(value) ? value : [String(value)]] as const,
  );
  return Object.fromEntries(entries);
}

/** Breadcrumbs below the list of people. */
export function belowPeople(
  title: string,
  ...crumbs: readonly { readonly text: string; readonly href: string }[]
): PageOptions {
  return { title, breadcrumbs: [{ text: 'Cán bộ, vị trí', href: '/people' }, ...crumbs] };
}
