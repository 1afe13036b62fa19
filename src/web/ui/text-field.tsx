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
  const attributes = {
    ...controlAttributes(props),
    class: `govuk-input mc-width-${props.width ?? 'medium'}${props.error ? ' govuk-input--error' : ''}`,
    value: props.value ?? '',
    autocomplete: props.autocomplete,
    inputmode: props.inputmode,
    maxlength: props.maxlength,
    placeholder: props.placeholder,
    spellcheck: props.spellcheck,
  };
  // Preact types an input by its literal type, hence one line for each.
  if (props.type === 'password') return <input {...attributes} type="password" />;
  if (props.type === 'email') return <input {...attributes} type="email" />;
  if (props.type === 'tel') return <input {...attributes} type="tel" />;
  if (props.type === 'time') return <input {...attributes} type="time" />;
  if (props.type === 'search') return <input {...attributes} type="search" />;
  return <input {...attributes} type="text" />;
}
