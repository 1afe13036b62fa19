import type { ComponentChildren } from 'preact';

/** Something that happened, happens or will happen. */
export type TimelineEntry = Readonly<{
  state: 'done' | 'now' | 'todo' | 'warn';
  title: ComponentChildren;
  /** When, who, how long. */
  note?: ComponentChildren;
  children?: ComponentChildren;
}>;

const STATE_WORDS = { done: 'Đã xong', now: 'Đang làm', todo: 'Chưa tới', warn: 'Cần chú ý' } as const;

/** What happened in order, where it is now, what comes. */
export function Timeline({
  entries,
  label,
}: Readonly<{ entries: readonly TimelineEntry[]; label?: string }>) {
  return (
    <ol class="mc-timeline" aria-label={label ?? 'Diễn biến'}>
      {entries.map((entry, index) => (
        <li
          key={index}
          class={`mc-timeline__entry mc-timeline__entry--${entry.state}`}
          aria-current={entry.state === 'now' ? 'step' : undefined}
        >
          <span class="mc-timeline__title">
            <span class="govuk-visually-hidden">{STATE_WORDS[entry.state]}: </span>
            {entry.title}
          </span>
          {entry.note ? <small class="mc-note">{entry.note}</small> : null}
          {entry.children}
        </li>
      ))}
    </ol>
  );
}
