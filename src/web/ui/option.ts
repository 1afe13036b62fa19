import type { Labels } from '#kernel/labels.ts';

/** One choice of a select, a radio group or a combobox. */
export type Option = Readonly<{
  value: string;
  text: string;
  hint?: string | undefined;
  disabled?: boolean;
  /** Key that picks this choice while the group has focus (radio groups of the counter). */
  hotkey?: string;
}>;

/** A code list as the choices of a field, in its order. */
export function optionsOf(labels: Labels<string>): readonly Option[] {
  return Object.entries(labels).map(([value, text]) => ({ value, text }));
}
