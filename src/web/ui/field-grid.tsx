import type { ComponentChildren } from 'preact';

/** Short fields side by side where there is room, one below the other on a phone. */
export function FieldGrid({ children }: Readonly<{ children: ComponentChildren }>) {
  return <div class="mc-fields">{children}</div>;
}
