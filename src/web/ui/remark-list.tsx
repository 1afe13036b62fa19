import type { ComponentChildren } from 'preact';
import { StateTag } from './state-tag.tsx';
import type { Tone } from './tone.ts';

/** Something said of a place in a text. */
export type Remark = Readonly<{
  key: string;
  tone: Tone;
  /** How grave it is, in words. */
  tag: string;
  /** Where it stands, and what kind of remark it is. */
  head: ComponentChildren;
  quote: string;
  message: string;
  advice?: string;
  /** What the reader can do about it, below. */
  children?: ComponentChildren;
}>;

/** Remarks on a text, to go through from its beginning to its end. */
export function RemarkList({ remarks }: Readonly<{ remarks: readonly Remark[] }>) {
  return (
    <ol class="mc-remarks">
      {remarks.map(({ key, tone, tag, head, quote, message, advice, children }) => (
        <li key={key} class={`mc-remark mc-remark--${tone}`}>
          <p class="mc-remark__head">
            <StateTag tone={tone} text={tag} /> <span>{head}</span>
          </p>
          <blockquote>{quote}</blockquote>
          <p class="mc-remark__message">{message}</p>
          {advice ? <p class="mc-remark__advice">{advice}</p> : null}
          {children}
        </li>
      ))}
    </ol>
  );
}
