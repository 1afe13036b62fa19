import type { VNode } from 'preact';
import { formatMoney } from '#kernel/vietnamese/format.ts';
import { can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { Button } from '#web/ui/button.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import {
  feePaths,
  ORIGIN_LABELS,
  PAYMENT_STATE_LABELS,
  type WholePayment,
} from '#capabilities/fees/schema.ts';
import { paymentsOfDossier } from '#capabilities/fees/service.ts';
import type { DossierPanel } from '../view/panels.ts';
import { CollectionsTable, LinesTable, STATE_TONES } from './parts.tsx';

/** What is owed and paid, on the page of the dossier. */
export const paymentPanel: DossierPanel = {
  place: 'main',
  render: async (ctx, { id, state }): Promise<VNode | null> => {
    const payments = await paymentsOfDossier(ctx, id);
    const mayAsk = can(ctx.actor, 'fee.collect') && state.phase !== 'returned';
    if (payments.length === 0 && !mayAsk) return null;
    return (
      <Panel
        title="Phí, lệ phí, nghĩa vụ tài chính"
        aside={mayAsk ? <Link href={feePaths.newPayment(state.number)}>Lập khoản phải nộp</Link> : null}
      >
        {payments.length === 0 ? <p class="govuk-body">Không có khoản nào phải nộp.</p> : null}
        {payments.map((whole) => (
          <PaymentPart key={whole.payment.id} whole={whole} ctx={ctx} />
        ))}
      </Panel>
    );
  },
};

function PaymentPart({ whole, ctx }: { readonly whole: WholePayment; readonly ctx: Context }) {
  const { payment, lines, collections } = whole;
  const isReader = can(ctx.actor, 'fee.read');
  const isTaker = payment.state === 'open' && can(ctx.actor, 'fee.collect');
  return (
    <>
      <p class="govuk-body">
        <StateTag tone={STATE_TONES[payment.state]} text={PAYMENT_STATE_LABELS[payment.state]} />{' '}
        {isReader ? (
          <Link href={feePaths.payment(payment.id)}>
            {formatMoney(payment.total)} · {ORIGIN_LABELS[payment.origin].toLowerCase()}
          </Link>
        ) : (
          `${formatMoney(payment.total)} · ${ORIGIN_LABELS[payment.origin].toLowerCase()}`
        )}
      </p>
      <LinesTable lines={lines} total={payment.total} />
      {collections.length > 0 ? <CollectionsTable collections={collections} printable={isReader} /> : null}
      {isTaker ? (
        <Button href={feePaths.payment(payment.id)} variant="secondary">
          Thu tiền
        </Button>
      ) : null}
    </>
  );
}
