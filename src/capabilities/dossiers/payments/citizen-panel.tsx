import type { VNode } from 'preact';
import { formatMoney } from '#kernel/vietnamese/format.ts';
import type { Context } from '#foundation/context.ts';
import { newFormId } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { Form } from '#web/ui/form.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { type TransferInstruction, transferOf } from '#capabilities/fees/accounts/service.ts';
import { isFresh, type PaymentOrder } from '#capabilities/fees/gateway/schema.ts';
import { ordersOf } from '#capabilities/fees/gateway/service.ts';
import { feePaths, PAYMENT_STATE_LABELS, type WholePayment } from '#capabilities/fees/schema.ts';
import { paymentsOfDossier } from '#capabilities/fees/service.ts';
import type { Lookup } from '../lookup/service.ts';
import { CollectionsTable, LinesTable, STATE_TONES } from './parts.tsx';
import { TransferPanel } from './payment-page.tsx';

/** What the applicant owes and has paid, with the ways to pay what is open. */
export async function citizenPaymentPanel(ctx: Context, lookup: Lookup): Promise<VNode | null> {
  const payments = await paymentsOfDossier(ctx, lookup.dossierId);
  const shown = payments.filter(({ payment }) => payment.state !== 'cancelled');
  if (shown.length === 0 || lookup.disposedAt !== null) return null;
  const parts: VNode[] = [];
  for (const whole of shown) {
    const ways = await waysOf(ctx, whole);
    parts.push(<CitizenPayment key={whole.payment.id} whole={whole} ways={ways} lookup={lookup} />);
  }
  return <>{parts}</>;
}

/** How an open payment may be paid. */
type Ways = {
  readonly isForTreasury: boolean;
  readonly transfer: TransferInstruction | null;
  readonly hasGateway: boolean;
  /** An order whose link still leads to the gateway. */
  readonly order: PaymentOrder | null;
};

async function waysOf(ctx: Context, { payment, lines }: WholePayment): Promise<Ways | null> {
  if (payment.state !== 'open') return null;
  if (lines.every(({ kind }) => kind === 'tax')) {
    return { isForTreasury: true, transfer: null, hasGateway: false, order: null };
  }
  const orders = ctx.payments === null ? [] : await ordersOf(ctx, payment.id);
  return {
    isForTreasury: false,
    transfer: await transferOf(ctx, payment),
    hasGateway: ctx.payments !== null,
    order: orders.find((order) => isFresh(order, ctx.now)) ?? null,
  };
}

type CitizenPaymentProps = {
  readonly whole: WholePayment;
  readonly ways: Ways | null;
  readonly lookup: Lookup;
};

function CitizenPayment({ whole, ways, lookup }: CitizenPaymentProps) {
  const { payment, lines, collections } = whole;
  const held = collections.filter(({ voidedAt }) => voidedAt === null);
  return (
    <>
      <Panel
        title={ways ? 'Cần nộp phí, lệ phí' : 'Phí, lệ phí'}
        aside={<StateTag tone={STATE_TONES[payment.state]} text={PAYMENT_STATE_LABELS[payment.state]} />}
      >
        <LinesTable lines={lines} total={payment.total} />
        {held.length > 0 ? <CollectionsTable collections={held} printable={false} /> : null}
        {ways ? <p class="govuk-body">{howWords(ways, payment.total)}</p> : null}
        {ways?.order ? <Button href={ways.order.url}>Đến cổng thanh toán</Button> : null}
        {ways?.hasGateway && !ways.order ? <OnlineForm whole={whole} lookup={lookup} /> : null}
      </Panel>
      {ways?.transfer ? <TransferPanel transfer={ways.transfer} total={payment.total} /> : null}
    </>
  );
}

function OnlineForm({ whole, lookup }: Pick<CitizenPaymentProps, 'whole' | 'lookup'>) {
  const { payment } = whole;
  return (
    <Form
      action={feePaths.payOnline(lookup.state.number)}
      formId={newFormId()}
      label="Nộp trực tuyến"
      hidden={[
        { name: 'ma', value: lookup.code },
        { name: 'payment', value: String(payment.id) },
      ]}
    >
      <Button>Nộp trực tuyến {formatMoney(payment.total)}</Button>
    </Form>
  );
}

function howWords({ isForTreasury, transfer }: Ways, total: number): string {
  if (isForTreasury) {
    return `Nộp ${formatMoney(total)} vào Kho bạc theo thông báo của cơ quan thuế, rồi mang giấy nộp tiền đến quầy.`;
  }
  const other = transfer ? ', hoặc chuyển khoản theo mã bên dưới' : '';
  return `Nộp ${formatMoney(total)} tại quầy đã tiếp nhận${other}. Quầy cấp biên lai khi nhận được tiền.`;
}
