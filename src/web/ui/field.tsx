import type { ComponentChildren } from 'preact';

/** What every field of a form has. `required: false` writes "(không bắt buộc)" beside the label. */
export type FieldProps = Readonly<{
  id: string;
  name: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  /** The label is the one question of the page: large, and its h1. */
  heading?: boolean;
  /** The label is only for screen readers (a filter, a cell of a table). */
  labelHidden?: boolean;
  /** Where the page should put the caret when it opens; at most one per page. */
  autofocus?: boolean;
  /** Personal data that must never stay in the browser: no draft is kept of it. */
  sensitive?: boolean;
}>;

export type FieldWidth = 'short' | 'medium' | 'full';

/** Attributes that tie a control to its label, hint and error. */
export function controlAttributes(field: FieldProps) {
  return {
    id: field.id,
    name: field.name,
    required: field.required === true,
    disabled: field.disabled === true,
    autofocus: field.autofocus === true,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error ? ('true' as const) : undefined,
    'data-sensitive': field.sensitive ? '' : undefined,
  };
}

/** Ids of the hint and the error of a field, for `aria-describedby`. */
export function describedBy({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label, hint, error and the control of one field. */
export function Field({ field, children }: Readonly<{ field: FieldProps; children: ComponentChildren }>) {
  return (
    <div class={`govuk-form-group${field.error ? ' govuk-form-group--error' : ''}`}>
      <FieldLabel field={field} />
      <HintAndError {...field} />
      {children}
    </div>
  );
}

/** The hint and the error message of a field or a group, with the ids `describedBy` names. */
export function HintAndError({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Lỗi: </span>
          {error}
        </p>
      ) : null}
    </>
  );
}

/** The words of a label, with the note of fields that may stay empty. */
export function LabelText({ label, required }: Pick<FieldProps, 'label' | 'required'>) {
  return (
    <>
      {label}
      {required === false ? <span class="mc-optional"> (không bắt buộc)</span> : null}
    </>
  );
}

function FieldLabel({ field }: Readonly<{ field: FieldProps }>) {
  const size = field.heading ? 'govuk-label--l' : 'govuk-label--s';
  const label = (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the control is a sibling with this id
    <label class={`govuk-label ${field.labelHidden ? 'govuk-visually-hidden' : size}`} for={field.id}>
      <LabelText label={field.label} required={field.required} />
    </label>
  );
  return field.heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
