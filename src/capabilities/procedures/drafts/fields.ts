/** The fields of the editor as data: one list for showing a part of a draft, reading it back and filling it in. */
import type { Option } from '#web/ui/option.ts';

export type FieldKind =
  'text' | 'area' | 'lines' | 'number' | 'money' | 'date' | 'select' | 'radio' | 'checks' | 'check';

export type FieldSpec = {
  /** Name of the input; a dot leads into a part of the content (`timeLimit.value`). */
  readonly key: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly hint?: string;
  /** May stay empty; the label says so. */
  readonly optional?: boolean;
  readonly options?: readonly Option[];
  readonly width?: 'short' | 'medium' | 'full';
  readonly suffix?: string;
};

/** Rows of one list, each with the same fields; `papers.0.name` is the name of the first row's input. */
export type GroupSpec = {
  readonly key: string;
  /** What one row is called: `Giấy tờ`. */
  readonly noun: string;
  readonly fields: readonly FieldSpec[];
};

export type SectionSpec = {
  readonly title: string;
  readonly hint: string;
  readonly fields: readonly FieldSpec[];
  readonly groups: readonly GroupSpec[];
};

export function field(
  key: string,
  label: string,
  more: Partial<Omit<FieldSpec, 'key' | 'label'>> = {},
): FieldSpec {
  return { key, label, kind: 'text', ...more };
}
