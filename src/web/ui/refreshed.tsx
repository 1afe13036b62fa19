import type { ComponentChildren } from 'preact';

type RefreshedProps = Readonly<{
  /** Seconds between two looks. */
  every: number;
  children: ComponentChildren;
}>;

/** A part that script brings up to date in place while somebody looks; without script it is as old as the page. */
export function Refreshed({ every, children }: RefreshedProps) {
  return <div data-refresh={String(every)}>{children}</div>;
}
