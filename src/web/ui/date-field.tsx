import { controlAttributes, Field, type FieldProps } from './field.tsx';

type DateFieldProps = FieldProps & Readonly<{ value?: string | undefined; autocomplete?: string }>;

/** A date typed as day/month/year (`28/4/2020`). The element also takes `28042020`, and `h` for today. */
export function DateField(props: DateFieldProps) {
  const field = { ...props, hint: props.hint ?? 'Ngày/tháng/năm, ví dụ 28/4/2020' };
  return (
    <Field field={field}>
      <mc-date>
        <input
          {...controlAttributes(field)}
          class={`govuk-input mc-width-short${props.error ? ' govuk-input--error' : ''}`}
          type="text"
          inputmode="text"
          autocomplete={props.autocomplete ?? 'off'}
          value={props.value ?? ''}
        />
      </mc-date>
    </Field>
  );
}
