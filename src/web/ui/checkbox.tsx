import { describedBy, type FieldProps, HintAndError } from './field.tsx';

type CheckboxProps = FieldProps & Readonly<{ checked?: boolean; value?: string; small?: boolean }>;

/** One thing that is so or not: "Tôi đã đọc…". */
export function Checkbox(props: CheckboxProps) {
  return (
    <div class={`govuk-form-group${props.error ? ' govuk-form-group--error' : ''}`}>
      <HintAndError id={props.id} error={props.error} />
      <div class={`govuk-checkboxes${props.small ? ' govuk-checkboxes--small' : ''}`}>
        <CheckboxChoice {...props} describedBy={describedBy(props)} />
      </div>
    </div>
  );
}

type CheckboxChoiceProps = Pick<
  CheckboxProps,
  'id' | 'name' | 'label' | 'hint' | 'value' | 'checked' | 'disabled' | 'sensitive'
> &
  Readonly<{ describedBy: string | undefined }>;

/** A box with its label and hint; also one choice of a `CheckboxGroup`. */
export function CheckboxChoice(choice: CheckboxChoiceProps) {
  return (
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        type="checkbox"
        id={choice.id}
        name={choice.name}
        value={choice.value ?? 'yes'}
        checked={choice.checked === true}
        disabled={choice.disabled === true}
        aria-describedby={choice.describedBy}
        data-sensitive={choice.sensitive ? '' : undefined}
      />
      <label class="govuk-label govuk-checkboxes__label" for={choice.id}>
        {choice.label}
      </label>
      {choice.hint ? (
        <div id={`${choice.id}-hint`} class="govuk-hint govuk-checkboxes__hint">
          {choice.hint}
        </div>
      ) : null}
    </div>
  );
}
