import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

type ConfirmPageProps = Readonly<{
  title: string;
  /** The number or code to keep, written large. */
  reference?: Readonly<{ label: string; value: string }>;
  /** What happens next, in sentences. */
  next?: ComponentChildren;
  children?: ComponentChildren;
}>;

/** The page after something was done: what was done, the number to keep, what happens next. It carries the h1. */
export function ConfirmPage({ title, reference, next, children }: ConfirmPageProps) {
  return (
    <div class="mc-confirm">
      <div class="mc-confirm__head">
        <Icon name="check" />
        <h1 class="mc-confirm__title">{title}</h1>
        {reference ? (
          <p class="mc-confirm__reference">
            {reference.label}
            <strong>{reference.value}</strong>
          </p>
        ) : null}
      </div>
      {next ? (
        <section class="mc-confirm__next">
          <h2>Việc tiếp theo</h2>
          {next}
        </section>
      ) : null}
      {children}
    </div>
  );
}
