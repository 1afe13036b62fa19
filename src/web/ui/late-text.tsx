/** Words that say something is late, seen first in a line. */
export function LateText({ children }: Readonly<{ children: string }>) {
  return <strong class="mc-late">{children}</strong>;
}
