import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import type { Tone } from '#web/ui/tone.ts';
import { DELIVERY_LABELS, type DeliveryState } from './schema.ts';

const TONES = {
  queued: 'wait',
  sent: 'fine',
  delivered: 'fine',
  retrying: 'soon',
  'given-up': 'late',
  unreachable: 'neutral',
} as const satisfies Record<DeliveryState, Tone>;

type Told = {
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly failure: string;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
};

/** What became of a notice, when, and why not. */
export function DeliveryCell({ told }: { readonly told: Told }) {
  return (
    <>
      <StateTag tone={TONES[told.state]} text={DELIVERY_LABELS[told.state]} />
      <Note>{stateWords(told)}</Note>
    </>
  );
}

/** The same in one line, for lists and files. */
export function stateWords({ state, attempts, failure, dueAt, sentAt, deliveredAt }: Told): string {
  if (state === 'queued') return `gửi lúc ${formatDateTime(dueAt)}`;
  if (state === 'delivered') return deliveredAt ? formatDateTime(deliveredAt) : '';
  if (state === 'sent') return sentAt ? formatDateTime(sentAt) : '';
  if (state === 'unreachable') return '';
  return `${attempts} lần; ${failure}`;
}
