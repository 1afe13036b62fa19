import { controlAttributes, Field, type FieldProps, type FieldWidth } from './field.tsx';

type TextFieldProps = FieldProps &
  Readonly<{
    value?: string | undefined;
    type?: 'text' | 'tel' | 'email' | 'password' | 'search' | 'time';
    autocomplete?: string;
    inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
    width?: FieldWidth;
    maxlength?: number;
    placeholder?: string;
    /** Unit written after the box: `ngày`, `bản`. */
    suffix?: string;
    spellcheck?: boolean;
  }>;

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const input = <TextInput {...props} />;
  return (
    <Field field={props}>
      {props.suffix ? (
        <div class="mc-affix">
          {input}
          <span class="mc-affix__text" aria-hidden="true">
            {props.suffix}
          </span>
        </div>
      ) : (
        input
      )}
    </Field>
  );
}

function TextInput(props: TextFieldProps) {
  return (
    <input
      {...controlAttributes(props)}
      class={`govuk-input mc-width-${props.width ?? 'medium'}${props.error ? ' govuk-input--error' : ''}`}
      // Preact types one input per literal `type`; every type we allow is a text box with these attributes.
      type={(props.type ?? 'text') as 'text'}
      value={props.value ?? ''}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      placeholder={props.placeholder}
      spellcheck={props.spellcheck}
    />
  );
}
