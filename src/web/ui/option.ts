/** One choice of a select, a radio group or a combobox. */
export type Option = Readonly<{
  value: string;
  text: string;
  hint?: string | undefined;
  disabled?: boolean;
  /** Key that picks this choice while the group has focus (radio groups of the counter). */
  hotkey?: string;
}>;
