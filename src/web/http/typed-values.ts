import { parseDate, parseNumber } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from './form-values.ts';

/** As the schema reads it; what is no date stays and is refused there. */
export function dateIn(values: FormValues, name: string): string {
  const typed = valueOf(values, name).trim();
  return typed === '' ? '' : (parseDate(typed) ?? typed);
}

/** An amount as the schema reads it; empty is null, and what is no amount stays and is refused there. */
export function moneyIn(values: FormValues, name: string): number | string | null {
  const typed = valueOf(values, name).trim();
  return typed === '' ? null : (parseNumber(typed) ?? typed);
}

/** Values to begin a form with. */
export function formOf(values: Readonly<Record<string, string>>): FormValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
}
