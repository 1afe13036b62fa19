import type { ComponentChildren } from 'preact';

/** Main matter beside a narrower column; on a narrow screen the side comes after. */
export function Columns({
  side,
  children,
}: Readonly<{ side: ComponentChildren; children: ComponentChildren }>) {
  return (
    <div class="mc-columns">
      <div class="mc-columns__main">{children}</div>
      <div class="mc-columns__side">{side}</div>
    </div>
  );
}
