import { formatDateTime, formatMoney } from '#kernel/vietnamese/format.ts';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import type { Tone } from '#web/ui/tone.ts';
import { POSTAL_LABELS, type PostalOrder, type PostalState } from './schema.ts';

const TONES = {
  created: 'wait',
  accepted: 'wait',
  'in-transit': 'wait',
  delivered: 'fine',
  failed: 'late',
  returned: 'soon',
  cancelled: 'neutral',
} as const satisfies Record<PostalState, Tone>;

export function PostalTag({ state }: { readonly state: PostalState }) {
  return <StateTag tone={TONES[state]} text={POSTAL_LABELS[state]} />;
}

/** Where a parcel is, since when, and why it does not go on. */
export function StateCell({ order }: { readonly order: PostalOrder }) {
  const why = order.state === 'failed' || order.state === 'returned' ? order.failure : order.problem;
  return (
    <>
      <PostalTag state={order.state} />
      <Note>
        {formatDateTime(order.stateAt)}
        {why ? `: ${why}` : ''}
      </Note>
    </>
  );
}

/** What the way costs and what the receiver pays. */
export function moneyWords({ cost, codAmount }: Pick<PostalOrder, 'cost' | 'codAmount'>): string {
  const parts = [
    ...(cost === null ? [] : [`cước ${formatMoney(cost)}`]),
    ...(codAmount === 0 ? [] : [`thu hộ ${formatMoney(codAmount)}`]),
  ];
  return parts.join(', ');
}
