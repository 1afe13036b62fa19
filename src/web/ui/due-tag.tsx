import type { ComponentChildren } from 'preact';
import { StateTag } from './state-tag.tsx';
import type { Tone } from './tone.ts';

type DueTagProps = Readonly<{
  tone: Tone;
  /** How close it is: `Trễ 1 ngày`, `Hôm nay 17:00`, `Còn 2 ngày`. */
  text: string;
  /** The date in words, under the tag. */
  note?: ComponentChildren;
  /** The instant for machines, ISO 8601. */
  dateTime?: string;
}>;

/** How close a due date is, with the date itself below. */
export function DueTag({ tone, text, note, dateTime }: DueTagProps) {
  return (
    <span class="mc-due">
      <StateTag tone={tone} text={text} />
      {note ? <small>{dateTime ? <time dateTime={dateTime}>{note}</time> : note}</small> : null}
    </span>
  );
}
