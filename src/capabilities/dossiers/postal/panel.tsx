import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import {
  type Direction,
  DIRECTION_LABELS,
  POSTAL_LABELS,
  type PostalOrder,
  postPaths,
  UNDER_WAY,
} from '#capabilities/post/schema.ts';
import { ordersOf, trackingOf } from '#capabilities/post/service.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Timeline, type TimelineEntry } from '#web/ui/timeline.tsx';
import { activeSteps } from '../state.ts';
import type { CitizenPanel } from '../lookup/panels.ts';
import type { DossierPanel } from '../view/panels.ts';
import type { DossierView } from '../view/service.ts';

/** Parcels of the dossier, and the way to a new one where there is something to send. */
export const postalPanel: DossierPanel = {
  place: 'side',
  render: async (ctx, dossier) => {
    const orders = await ordersOf(ctx, dossier.id);
    const wanted = await wantedBy(ctx, dossier, orders);
    if (orders.length === 0 && wanted.length === 0) return null;
    return (
      <Panel title="Bưu chính">
        {orders.length === 0 ? null : (
          <Timeline
            label="Bưu gửi"
            entries={orders.map((order) => ({
              state: stateOf(order),
              title: <Link href={postPaths.one(order.id)}>{DIRECTION_LABELS[order.direction]}</Link>,
              note: `${POSTAL_LABELS[order.state]}, ${formatDateTime(order.stateAt)}`,
            }))}
          />
        )}
        <ButtonGroup>
          {wanted.map((direction) => (
            <Button
              key={direction}
              variant="secondary"
              href={postPaths.createFor(dossier.state.number, direction)}
            >
              {direction === 'to-applicant' ? 'Gửi kết quả qua bưu chính' : 'Thu gom giấy tờ qua bưu chính'}
            </Button>
          ))}
        </ButtonGroup>
      </Panel>
    );
  },
};

/** A result that is to go by post, papers that came by post; only for the counter, and one at a time. */
async function wantedBy(
  ctx: Context,
  { state, detail }: DossierView,
  orders: readonly PostalOrder[],
): Promise<readonly Direction[]> {
  requireActor(ctx);
  const units = await unitsWith(ctx, 'dossier.post');
  if (units !== null && !units.includes(state.receivingUnitId)) return [];
  const isUnderWay = (direction: Direction): boolean =>
    orders.some((order) => order.direction === direction && UNDER_WAY.has(order.state));
  const isInHand = !activeSteps(state).some(({ custody }) => custody === 'handed');
  const isReady = state.phase === 'done' && isInHand && detail.returnMethod === 'postal';
  const isOut = isReady && !isUnderWay('to-applicant');
  const isWorkedOn = state.phase === 'received' || state.phase === 'processing';
  const isIn = isWorkedOn && detail.channel === 'postal' && !isUnderWay('from-applicant');
  return [...(isOut ? ['to-applicant' as const] : []), ...(isIn ? ['from-applicant' as const] : [])];
}

/** Where the parcel is, for the applicant. */
export const citizenPostalPanel: CitizenPanel = async (_ctx, { own, dossierId }) => {
  const order = (await ordersOf(own, dossierId)).find(({ state }) => state !== 'cancelled');
  if (!order) return null;
  const events = await trackingOf(own, order.id);
  const entries = events.map(({ label, at, place }): TimelineEntry => ({
    state: 'done',
    title: label,
    note: place ? `${formatDateTime(at)}, ${place}` : formatDateTime(at),
  }));
  const made: TimelineEntry = {
    state: 'done',
    title: DIRECTION_LABELS[order.direction],
    note: `Mã bưu gửi ${order.trackingCode ?? order.number}, ${formatDateTime(order.createdAt)}`,
  };
  return (
    <Panel title={`Bưu chính: ${POSTAL_LABELS[order.state].toLowerCase()}`}>
      <Timeline label="Hành trình của bưu gửi" entries={[...entries.toReversed(), made]} />
    </Panel>
  );
};

function stateOf({ state }: PostalOrder): TimelineEntry['state'] {
  if (state === 'failed' || state === 'returned') return 'warn';
  return state === 'created' ? 'todo' : state === 'delivered' ? 'done' : 'now';
}
