import { controlAttributes, Field, type FieldProps } from './field.tsx';

type MoneyFieldProps = FieldProps & Readonly<{ value?: string | undefined }>;

/** An amount in đồng, typed with or without dots; the element groups the digits while nobody is typing. */
export function MoneyField(props: MoneyFieldProps) {
  return (
    <Field field={props}>
      <div class="mc-affix">
        <input
          {...controlAttributes(props)}
          class={`govuk-input mc-width-short mc-numeric${props.error ? ' govuk-input--error' : ''}`}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          value={props.value ?? ''}
          data-money=""
        />
        <span class="mc-affix__text" aria-hidden="true">
          đồng
        </span>
      </div>
    </Field>
  );
}
