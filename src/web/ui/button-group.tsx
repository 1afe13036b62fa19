import type { ComponentChildren } from 'preact';

/** Buttons in one line: the main act first. */
export function ButtonGroup({ children }: Readonly<{ children: ComponentChildren }>) {
  return <div class="govuk-button-group mc-acts">{children}</div>;
}
