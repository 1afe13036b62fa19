import { controlAttributes, Field, type FieldProps, type FieldWidth } from './field.tsx';
import type { Option } from './option.ts';
import { OptionList } from './select-field.tsx';

type Common = FieldProps & Readonly<{ width?: FieldWidth; placeholder?: string }>;

/** A known list: the form sends the value of the choice under `name`. */
type LocalCombobox = Common &
  Readonly<{ options: readonly Option[]; value?: string | undefined; source?: undefined }>;

/**
 * A list the server searches: the form sends the typed words under `name` and, when one of the answers was picked,
 * its value under `<name>Value`. `source` is a path ending in a query (`/search?q=`) answering `[{ value, text, hint }]`.
 */
type RemoteCombobox = Common &
  Readonly<{
    source: string;
    text?: string | undefined;
    value?: string | undefined;
    options?: readonly Option[];
  }>;

/** Choice by typing, without diacritics if one likes. Without script: a select, or a text box with suggestions. */
export function Combobox(props: LocalCombobox | RemoteCombobox) {
  return (
    <Field field={props}>
      <mc-combobox data-source={props.source} class={`mc-width-${props.width ?? 'medium'}`}>
        {props.source === undefined ? <LocalControl {...props} /> : <RemoteControl {...props} />}
      </mc-combobox>
    </Field>
  );
}

function LocalControl(props: LocalCombobox) {
  return (
    <select
      {...controlAttributes(props)}
      class={`govuk-select${props.error ? ' govuk-select--error' : ''}`}
      data-placeholder={props.placeholder}
    >
      <option value="">{props.placeholder ?? ''}</option>
      <OptionList options={props.options} value={props.value} />
    </select>
  );
}

function RemoteControl(props: RemoteCombobox) {
  return (
    <>
      <input
        {...controlAttributes(props)}
        class={`govuk-input${props.error ? ' govuk-input--error' : ''}`}
        type="text"
        autocomplete="off"
        placeholder={props.placeholder}
        value={props.text ?? ''}
        list={props.options ? `${props.id}-options` : undefined}
      />
      <input type="hidden" name={`${props.name}Value`} value={props.value ?? ''} data-chosen="" />
      {props.options ? (
        <datalist id={`${props.id}-options`}>
          {props.options.map((option) => (
            <option key={option.value}>{option.text}</option>
          ))}
        </datalist>
      ) : null}
    </>
  );
}
