/** A mistake and the control it is about; without `fieldId` it concerns the whole form. */
export type FormError = Readonly<{ message: string; fieldId?: string }>;

type ErrorSummaryProps = Readonly<{ errors: readonly FormError[]; title?: string }>;

/** What must be put right, at the top of the form, focused when the page opens. Nothing when there is no error. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div
      class="govuk-error-summary"
      tabindex={-1}
      data-focus=""
      role="alert"
      aria-labelledby="error-summary-title"
    >
      <h2 class="govuk-error-summary__title" id="error-summary-title">
        {title ?? 'Cần sửa trước khi tiếp tục'}
      </h2>
      <ul class="govuk-list govuk-error-summary__list">
        {errors.map((error) => (
          <li key={`${error.fieldId ?? ''} ${error.message}`}>
            {error.fieldId ? <a href={`#${error.fieldId}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Errors by field name (as a `Refusal` carries them) as lines of the summary, when ids equal names. */
export function errorsOf(fields: Readonly<Record<string, string>>): readonly FormError[] {
  return Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }));
}
