import { Hono } from 'hono';
import { formatMoney } from '#kernel/vietnamese/format.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { cancellationInput } from '#capabilities/fees/asking/schema.ts';
import { cancelPayment } from '#capabilities/fees/asking/service.ts';
import { collectInput } from '#capabilities/fees/collecting/schema.ts';
import { collect } from '#capabilities/fees/collecting/service.ts';
import { feePaths, ID } from '#capabilities/fees/schema.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { dateIn } from '#web/http/typed-values.ts';
import { PaymentContent } from './payment-page.tsx';
import { requireChanging, viewPayment } from './service.ts';

const FEES = { text: 'Phí, lệ phí', href: feePaths.list } as const;

/** One payment: looked at, collected, taken back. */
export const paymentRoutes = new Hono<AppEnv>()
  .get(feePaths.payment(ID), async (c) => {
    const { options, content } = await paymentPage(c, {}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.collect(ID), only('fee.collect'), async (c) =>
    submit(c, {
      schema: collectInput,
      read: ({ values }) => ({
        paymentId: c.req.param('id'),
        sequence: valueOf(values, 'sequence'),
        method: valueOf(values, 'method'),
        payer: valueOf(values, 'payer'),
        reference: valueOf(values, 'reference'),
        paidOn: dateIn(values, 'paidOn') || null,
      }),
      run: async (ctx, input) => {
        await collect(ctx, input);
        return { location: feePaths.payment(input.paymentId), notice: 'Đã thu tiền.' };
      },
      redo: async (problem, values) => paymentPage(c, values, problem),
      page: c.get('staffPage'),
    }),
  )
  .post(feePaths.cancel(ID), async (c) => {
    await requireChanging(c.get('ctx'), Number(c.req.param('id')));
    return submit(c, {
      schema: cancellationInput,
      read: ({ values }) => ({ sequence: valueOf(values, 'sequence') }),
      run: async (ctx, { sequence }) => {
        const id = Number(c.req.param('id'));
        await cancelPayment(ctx, id, sequence);
        return { location: feePaths.payment(id), notice: 'Đã hủy khoản phải nộp.' };
      },
      redo: async (problem, values) => paymentPage(c, values, problem),
      page: c.get('staffPage'),
    });
  });

async function paymentPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const ctx = c.get('ctx');
  const view = await viewPayment(ctx, Number(c.req.param('id')));
  const { payment, dossier } = view;
  const shown = { payer: [dossier.applicantName], ...values };
  const page = {
    view,
    unitName: await unitNames(ctx, 'shortName'),
    field: fieldsOf(shown, problem),
    problem,
    formIds: { collect: newFormId(), cancel: newFormId() },
  };
  return {
    options: {
      title: formatMoney(payment.total),
      lead: `${dossier.title} · ${dossier.applicantName}`,
      breadcrumbs: [FEES, { text: dossier.number }],
    },
    content: <PaymentContent page={page} />,
  };
}
