import type { Tone } from './tone.ts';

/** A state in one or two words. The colour repeats what the words say, it never says it alone. */
export function StateTag({ tone = 'neutral', text }: Readonly<{ tone?: Tone; text: string }>) {
  return <span class={`mc-tag mc-tag--${tone}`}>{text}</span>;
}
