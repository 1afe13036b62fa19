import type { ComponentChildren } from 'preact';

/** A second, quieter line under a cell's or an entry's first. */
export function Note({ children }: Readonly<{ children: ComponentChildren }>) {
  return <small class="mc-note">{children}</small>;
}
