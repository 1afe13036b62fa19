import type { ComponentChildren } from 'preact';
import { Panel } from './panel.tsx';
import type { Tone } from './tone.ts';

type KeyDateProps = Readonly<{
  label: string;
  /** `Thứ Hai, 4/5/2020` */
  date: ComponentChildren;
  tone?: Tone;
  /** How things stand, in a sentence. */
  children?: ComponentChildren;
}>;

const ACCENTS = { late: 'red', soon: 'gold', fine: 'jade', wait: 'blue', neutral: 'jade' } as const;

/** The one date a citizen came for, large, with how things stand. */
export function KeyDate({ label, date, tone = 'fine', children }: KeyDateProps) {
  return (
    <Panel accent={ACCENTS[tone]}>
      <p class="mc-key-date__label">{label}</p>
      <p class="mc-key-date__date">{date}</p>
      {children}
    </Panel>
  );
}
