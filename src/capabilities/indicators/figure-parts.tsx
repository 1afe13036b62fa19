import { StateTag } from '#web/ui/state-tag.tsx';
import type { Tone } from '#web/ui/tone.ts';
import type { Figure } from './schema.ts';
import { type Certainty, CERTAINTY_LABELS, ORIGIN_LABELS } from './words.ts';

const TONES = { certain: 'fine', approximate: 'wait', doubtful: 'soon' } as const satisfies Record<
  Certainty,
  Tone
>;

/** Where a figure comes from, and when it is not certain that too. */
export function figureTag({ origin, certainty }: Pick<Figure, 'origin' | 'certainty'>) {
  if (certainty === null || certainty === 'certain') {
    return <StateTag tone={origin === 'none' ? 'neutral' : 'fine'} text={ORIGIN_LABELS[origin]} />;
  }
  return <StateTag tone={TONES[certainty]} text={CERTAINTY_LABELS[certainty]} />;
}
