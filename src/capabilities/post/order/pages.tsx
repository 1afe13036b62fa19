import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList, type SummaryRow } from '#web/ui/summary-list.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import {
  DIRECTION_LABELS,
  dossierHref,
  type Party,
  type PostalOrder,
  postPaths,
  type TrackingEvent,
} from '../schema.ts';
import { moneyWords, PostalTag } from '../state.tsx';
import { placeWords } from '../words.ts';
import { Acts } from './acts.tsx';

export type OrderView = {
  readonly order: PostalOrder;
  readonly events: readonly TrackingEvent[];
  readonly mayPost: boolean;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly newFormId: () => string;
};

/** One parcel: from whom to whom, what the post says of it, and what can be done now. */
export function OrderContent({ view }: { readonly view: OrderView }) {
  const { order, events, mayPost, problem } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      <Columns side={<Tracking order={order} events={events} />}>
        {order.problem ? <Inset>Bưu chính chưa nhận đơn: {order.problem}</Inset> : null}
        <SummaryList rows={factsOf(order)} />
        {mayPost ? (
          <ButtonGroup>
            <Button href={postPaths.label(order.id)} variant="secondary" icon="print">
              In nhãn bưu gửi
            </Button>
          </ButtonGroup>
        ) : null}
        {mayPost ? <Acts view={view} /> : null}
      </Columns>
    </>
  );
}

function factsOf(order: PostalOrder): readonly SummaryRow[] {
  const { dossierNumber, dossierTitle, direction, sender, receiver, content, note, trackingCode } = order;
  const money = moneyWords(order);
  return [
    {
      key: 'Hồ sơ',
      value: (
        <>
          <Link href={dossierHref(dossierNumber)}>{dossierNumber}</Link>, {dossierTitle}
        </>
      ),
    },
    { key: 'Chiều', value: DIRECTION_LABELS[direction] },
    { key: 'Người gửi', value: <End party={sender} /> },
    { key: 'Người nhận', value: <End party={receiver} /> },
    { key: 'Bên trong', value: content },
    ...(note ? [{ key: 'Dặn bưu tá', value: note }] : []),
    ...(money ? [{ key: 'Tiền', value: money }] : []),
    ...(trackingCode ? [{ key: 'Mã của bưu chính', value: trackingCode }] : []),
  ];
}

function End({ party }: { readonly party: Party }) {
  const { name, phone } = party;
  return (
    <>
      {name}
      {phone ? `, ${phone}` : ''}
      <br />
      {placeWords(party)}
    </>
  );
}

/** What the post has said, newest first. */
export function Tracking({
  order,
  events,
}: {
  readonly order: PostalOrder;
  readonly events: readonly TrackingEvent[];
}) {
  const made = { state: 'done' as const, title: 'Lập bưu gửi', note: formatDateTime(order.createdAt) };
  const told = events.map(({ label, at, place, note }) => ({
    state: 'done' as const,
    title: label,
    note: [formatDateTime(at), place, note].filter((part) => part !== '').join(', '),
  }));
  return (
    <Panel title="Hành trình" aside={<PostalTag state={order.state} />}>
      <Timeline label="Hành trình của bưu gửi" entries={[made, ...told].toReversed()} />
    </Panel>
  );
}
