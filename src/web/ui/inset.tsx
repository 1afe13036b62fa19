import type { ComponentChildren } from 'preact';

/** A remark set apart from the text around it. */
export function Inset({ children }: Readonly<{ children: ComponentChildren }>) {
  return <div class="mc-inset">{children}</div>;
}
