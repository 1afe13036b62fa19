import type { VNode } from 'preact';
import { formatMoney } from '#kernel/vietnamese/format.ts';
import type { Context } from '#foundation/context.ts';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { transferOf } from '#capabilities/fees/accounts/service.ts';
import { PAYMENT_STATE_LABELS, type WholePayment } from '#capabilities/fees/schema.ts';
import { paymentsOfDossierNumber } from '#capabilities/fees/service.ts';
import type { Lookup } from '../lookup/service.ts';
import { CollectionsTable, LinesTable, STATE_TONES } from './parts.tsx';
import { TransferPanel } from './payment-page.tsx';

/** What the applicant owes and has paid, with the code to scan for what is open. */
export async function citizenPaymentPanel(ctx: Context, lookup: Lookup): Promise<VNode | null> {
  const payments = await paymentsOfDossierNumber(ctx, lookup.state.number);
  const shown = payments.filter(({ payment }) => payment.state !== 'cancelled');
  if (shown.length === 0 || lookup.disposedAt !== null) return null;
  const parts: VNode[] = [];
  for (const whole of shown) parts.push(await partOf(ctx, whole));
  return <>{parts}</>;
}

async function partOf(ctx: Context, { payment, lines, collections }: WholePayment): Promise<VNode> {
  const isOpen = payment.state === 'open';
  const isTransferable = isOpen && lines.every(({ kind }) => kind !== 'tax');
  const transfer = isTransferable ? await transferOf(ctx, payment) : null;
  const held = collections.filter(({ voidedAt }) => voidedAt === null);
  return (
    <>
      <Panel
        title={isOpen ? 'Cần nộp phí, lệ phí' : 'Phí, lệ phí'}
        aside={<StateTag tone={STATE_TONES[payment.state]} text={PAYMENT_STATE_LABELS[payment.state]} />}
      >
        <LinesTable lines={lines} total={payment.total} />
        {held.length > 0 ? <CollectionsTable collections={held} printable={false} /> : null}
        {isOpen ? <p class="govuk-body">{howWords(isTransferable, payment.total)}</p> : null}
      </Panel>
      {transfer ? <TransferPanel transfer={transfer} total={payment.total} /> : null}
    </>
  );
}

function howWords(isTransferable: boolean, total: number): string {
  return isTransferable
    ? `Nộp ${formatMoney(total)} tại quầy đã tiếp nhận, hoặc chuyển khoản nếu có mã bên dưới. Quầy cấp biên lai khi nhận được tiền.`
    : `Nộp ${formatMoney(total)} vào Kho bạc theo thông báo của cơ quan thuế, rồi mang giấy nộp tiền đến quầy.`;
}
