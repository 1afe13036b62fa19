import type { ComponentChildren } from 'preact';

type FieldSetProps = Readonly<{ legend: string; hint?: string; id?: string; children: ComponentChildren }>;

/** Fields that belong together under one legend. */
export function FieldSet({ legend, hint, id, children }: FieldSetProps) {
  return (
    <fieldset class="govuk-fieldset mc-fieldset" id={id}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
      {hint ? <p class="govuk-hint">{hint}</p> : null}
      {children}
    </fieldset>
  );
}
