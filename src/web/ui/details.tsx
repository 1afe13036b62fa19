import type { ComponentChildren } from 'preact';

type DetailsProps = Readonly<{ summary: string; open?: boolean; children: ComponentChildren }>;

/** More about something, opened when wanted. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details class="mc-details" open={open === true}>
      <summary>{summary}</summary>
      <div class="mc-details__body">{children}</div>
    </details>
  );
}
