import type { Labels } from '#kernel/labels.ts';
import type { Option } from '#web/ui/option.ts';

/** A code list as the choices of a field, in its order. */
export function optionsOf(labels: Labels<string>): readonly Option[] {
  return Object.entries(labels).map(([value, text]) => ({ value, text }));
}
