import { controlAttributes, Field, type FieldProps, type FieldWidth } from './field.tsx';
import type { Option } from './option.ts';

type SelectFieldProps = FieldProps &
  Readonly<{
    options: readonly Option[];
    value?: string | undefined;
    width?: FieldWidth;
    /** Words of the first, empty choice, for example `Chọn thủ tục`. */
    placeholder?: string;
    autosubmit?: boolean;
  }>;

/** One choice of a short, known list. Longer than about fifteen: use `Combobox`. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Field field={props}>
      <select
        {...controlAttributes(props)}
        class={`govuk-select mc-width-${props.width ?? 'medium'}${props.error ? ' govuk-select--error' : ''}`}
        data-autosubmit={props.autosubmit ? '' : undefined}
      >
        {props.placeholder === undefined ? null : <option value="">{props.placeholder}</option>}
        <OptionList options={props.options} value={props.value} />
      </select>
    </Field>
  );
}

/** The `<option>` elements of a select. */
export function OptionList({
  options,
  value,
}: Readonly<{ options: readonly Option[]; value?: string | undefined }>) {
  return (
    <>
      {options.map((option) => (
        <option
          key={option.value}
          value={option.value}
          selected={option.value === value}
          disabled={option.disabled === true}
          data-hint={option.hint}
        >
          {option.text}
        </option>
      ))}
    </>
  );
}
