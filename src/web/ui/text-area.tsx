import { controlAttributes, Field, type FieldProps } from './field.tsx';

type TextAreaProps = FieldProps & Readonly<{ value?: string | undefined; rows?: number; maxlength?: number }>;

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field field={props}>
      <textarea
        {...controlAttributes(props)}
        class={`govuk-textarea${props.error ? ' govuk-textarea--error' : ''}`}
        rows={props.rows ?? 4}
        maxlength={props.maxlength}
        value={props.value ?? ''}
      />
    </Field>
  );
}
