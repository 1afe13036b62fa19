import { Button } from '#web/ui/button.tsx';
import { Details } from '#web/ui/details.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { isOver } from '../rules.ts';
import { POSTAL_LABELS, postPaths } from '../schema.ts';
import type { OrderView } from './pages.tsx';

/** What the counter can do with a parcel now. */
export function Acts({ view }: { readonly view: OrderView }) {
  const { order } = view;
  if (order.state === 'returned' && order.direction === 'to-applicant') {
    return (
      <Button href={postPaths.createFor(order.dossierNumber, order.direction)} variant="secondary">
        Lập bưu gửi mới
      </Button>
    );
  }
  if (isOver(order.state)) return null;
  return (
    <>
      {order.state === 'failed' ? <AfterFailure view={view} /> : null}
      <StateForm view={view} />
      {order.state === 'created' ? <Cancel view={view} /> : null}
    </>
  );
}

function hiddenOf({ order }: OrderView) {
  return [{ name: 'sequence', value: String(order.sequence) }];
}

function AfterFailure({ view }: { readonly view: OrderView }) {
  const { order, field, newFormId } = view;
  return (
    <Panel title="Không phát được: làm gì tiếp" accent="red">
      <Form action={postPaths.act(order.id, 'again')} formId={newFormId()} hidden={hiddenOf(view)}>
        <TextField
          {...field('note')}
          label="Đã thống nhất với người nhận"
          hint="Ví dụ: phát lại sáng thứ Năm; người nhận sẽ đến quầy."
          width="full"
        />
        <Button>Hẹn phát lại</Button>{' '}
        <Button variant="secondary" formAction={postPaths.act(order.id, 'back')}>
          Đưa về quầy
        </Button>
      </Form>
    </Panel>
  );
}

const STATES = (['accepted', 'in-transit', 'delivered', 'failed'] as const).map((value) => ({
  value,
  text: POSTAL_LABELS[value],
}));

function StateForm({ view }: { readonly view: OrderView }) {
  const { order, field, problem, newFormId } = view;
  const isOpen = ['state', 'trackingCode', 'cost'].some((name) => problem.fields[name] !== undefined);
  return (
    <Details summary="Ghi tình trạng theo bưu tá báo" open={isOpen || order.registeredAt === null}>
      <Form action={postPaths.act(order.id, 'state')} formId={newFormId()} hidden={hiddenOf(view)}>
        <RadioGroup {...field('state')} label="Tình trạng" options={STATES} small inline />
        <FieldGrid>
          <TextField {...field('trackingCode')} label="Mã của bưu chính" required={false} />
          <TextField
            {...field('cost')}
            label="Cước"
            suffix="đồng"
            inputmode="numeric"
            width="short"
            required={false}
          />
        </FieldGrid>
        <TextField {...field('note')} id="stateNote" label="Ghi chú, lý do" width="full" required={false} />
        <Button variant="secondary">Ghi tình trạng</Button>
      </Form>
    </Details>
  );
}

function Cancel({ view }: { readonly view: OrderView }) {
  const { order, field, newFormId } = view;
  return (
    <Details summary="Hủy bưu gửi">
      <Form action={postPaths.act(order.id, 'cancel')} formId={newFormId()} hidden={hiddenOf(view)}>
        <TextField {...field('note')} id="cancelNote" label="Lý do hủy" width="full" />
        <Button variant="warning">Hủy bưu gửi</Button>
      </Form>
    </Details>
  );
}
