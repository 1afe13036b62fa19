/** One step of a guided form. */
export type Step = Readonly<{ text: string; state: 'done' | 'now' | 'todo'; href?: string }>;

/** Where one is in a guided form; finished steps can be gone back to. */
export function Steps({ steps, label }: Readonly<{ steps: readonly Step[]; label: string }>) {
  return (
    <nav class="mc-steps" aria-label={label}>
      <ol>
        {steps.map((step) => (
          <li
            key={step.text}
            class={`mc-steps__step mc-steps__step--${step.state}`}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            {step.href && step.state !== 'now' ? (
              <a href={step.href}>{step.text}</a>
            ) : (
              <span>{step.text}</span>
            )}
            {step.state === 'done' ? <span class="govuk-visually-hidden"> (đã xong)</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
