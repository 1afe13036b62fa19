import { Hono } from 'hono';
import { formatMoney } from '#kernel/vietnamese/format.ts';
import { refuse } from '#kernel/refusal.ts';
import type { AppEnv } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { signatureOf, SIGNATURE_HEADER, TIME_HEADER } from '#platform/messaging/signature.ts';
import { simulatorPath } from '#platform/payment/open-gateway.ts';
import type { PaymentOrder } from '#capabilities/fees/gateway/schema.ts';
import { orderByCode, takeReport } from '#capabilities/fees/gateway/service.ts';
import { valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';

const TITLE = {
  title: 'Cổng thanh toán mô phỏng',
  lead: 'Chỉ có khi phát triển: không đồng nào được chuyển đi.',
} as const;
const STATES = { waiting: 'Chờ nộp', paid: 'Đã nộp', failed: 'Không thành công' } as const;

/** Pretends the gateway of online payments, while developing: what one presses is reported as the real one would. */
export const paymentSimulatorRoutes = new Hono<AppEnv>()
  .get(simulatorPath(':code'), async (c) => {
    const order = await orderByCode(c.get('ctx'), c.req.param('code') ?? '');
    return c.get('citizenPage')(TITLE, <OrderContent order={order} />);
  })
  .post(simulatorPath(':code'), async (c) => {
    const ctx = c.get('ctx');
    const { payments } = ctx;
    if (payments?.isSimulated !== true) refuse('missing', 'Không có cổng thanh toán mô phỏng.');
    const order = await orderByCode(ctx, c.req.param('code') ?? '');
    const isPaid = valueOf((await readForm(c)).values, 'outcome') === 'paid';
    const body = JSON.stringify({
      MaTraCuuTT: order.code,
      SoTien: order.amount,
      TrangThai: isPaid ? '1' : '0',
      MaGiaoDich: isPaid ? `MP${order.id}` : '',
    });
    const signed = signatureOf(payments.key, body, ctx.now);
    const [time = '', signature = ''] = [signed[TIME_HEADER], signed[SIGNATURE_HEADER]];
    await takeReport(ctx, { body, time, signature });
    return c.redirect(simulatorPath(order.code), 303);
  });

function OrderContent({ order }: { readonly order: PaymentOrder }) {
  return (
    <>
      <p class="govuk-body">
        Số tiền {formatMoney(order.amount)}. {STATES[order.state]}.
      </p>
      {order.state === 'waiting' ? (
        <Form action={simulatorPath(order.code)} formId={newFormId()} label="Cổng thanh toán mô phỏng">
          <ButtonGroup>
            <Button name="outcome" value="paid">
              Nộp tiền
            </Button>
            <Button name="outcome" value="failed" variant="secondary">
              Hủy giao dịch
            </Button>
          </ButtonGroup>
        </Form>
      ) : null}
    </>
  );
}
