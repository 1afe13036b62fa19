import type { ComponentChildren } from 'preact';
import { describedBy, type FieldProps, HintAndError, LabelText } from './field.tsx';

/** The fieldset around radios or checkboxes: legend, hint, error. */
export function ChoiceGroup({
  field,
  children,
}: Readonly<{ field: FieldProps; children: ComponentChildren }>) {
  return (
    <div class={`govuk-form-group${field.error ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(field)}>
        <Legend field={field} />
        <HintAndError {...field} />
        {children}
      </fieldset>
    </div>
  );
}

function Legend({ field }: Readonly<{ field: FieldProps }>) {
  const words = <LabelText label={field.label} required={field.required} />;
  if (field.heading)
    return (
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
        <h1 class="govuk-fieldset__heading">{words}</h1>
      </legend>
    );
  const look = field.labelHidden ? 'govuk-visually-hidden' : 'govuk-fieldset__legend--s';
  return <legend class={`govuk-fieldset__legend ${look}`}>{words}</legend>;
}

/** The id of the nth choice; the first has the id of the group, so that an error link lands on it. */
export function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}
