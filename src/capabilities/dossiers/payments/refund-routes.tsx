import { Hono } from 'hono';
import { formatMoney } from '#kernel/vietnamese/format.ts';
import { refuse } from '#kernel/refusal.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { printRefundSlip } from '#capabilities/fees/print.ts';
import { payoutInput, refundDecisionInput } from '#capabilities/fees/refunds/schema.ts';
import { decide, payOut } from '#capabilities/fees/refunds/service.ts';
import { feePaths, ID, REFUND_STATE_LABELS } from '#capabilities/fees/schema.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { RefundContent } from './refund-page.tsx';
import { letterheadOf, viewRefund } from './service.ts';

/** A refund: looked at, decided by the second person, paid out, printed. */
export const refundRoutes = new Hono<AppEnv>()
  .get(feePaths.refund(ID), async (c) => {
    const { options, content } = await refundPage(c, {}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .get(feePaths.refundPdf(ID), async (c) => {
    const ctx = c.get('ctx');
    const { refund, view, collection } = await viewRefund(ctx, idOf(c), 'printed');
    if (refund.number === null || refund.decidedAt === null) {
      refuse('missing', 'Đề nghị này chưa được duyệt nên chưa có phiếu chi.');
    }
    const letterhead = await letterheadOf(ctx, refund.unitId, refund.decidedAt);
    const bytes = await printRefundSlip({ letterhead, dossier: view.dossier, collection, refund });
    return pdfResponse(`phieu-chi-${refund.number}`, bytes);
  })
  .post(feePaths.decideRefund(ID), only('fee.approve'), async (c) =>
    submit(c, {
      schema: refundDecisionInput,
      read: ({ values }) => ({
        id: c.req.param('id'),
        outcome: valueOf(values, 'outcome'),
        note: valueOf(values, 'note'),
      }),
      run: async (ctx, input) => {
        await decide(ctx, input);
        const notice =
          input.outcome === 'approved' ? 'Đã duyệt. Quầy chi tiền theo phiếu chi.' : 'Đã ghi không duyệt.';
        return { location: feePaths.refund(input.id), notice };
      },
      redo: async (problem, values) => refundPage(c, values, problem),
      page: c.get('staffPage'),
    }),
  )
  .post(feePaths.payRefund(ID), only('fee.collect'), async (c) =>
    submit(c, {
      schema: payoutInput,
      read: ({ values }) => ({
        id: c.req.param('id'),
        method: valueOf(values, 'method'),
        recipient: valueOf(values, 'recipient'),
        reference: valueOf(values, 'reference'),
      }),
      run: async (ctx, input) => {
        await payOut(ctx, input);
        return { location: feePaths.refund(input.id), notice: 'Đã chi hoàn trả.' };
      },
      redo: async (problem, values) => refundPage(c, values, problem),
      page: c.get('staffPage'),
    }),
  );

async function refundPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const found = await viewRefund(c.get('ctx'), idOf(c));
  const shown = { recipient: [found.collection.payer], ...values };
  const page = { found, field: fieldsOf(shown, problem), problem, formId: newFormId() };
  const breadcrumbs = [
    { text: 'Phí, lệ phí', href: feePaths.list },
    { text: 'Hoàn trả', href: feePaths.refunds },
    { text: found.view.dossier.number },
  ];
  return {
    options: {
      title: `Hoàn trả ${formatMoney(found.refund.amount)}`,
      lead: REFUND_STATE_LABELS[found.refund.state],
      breadcrumbs,
    },
    content: <RefundContent page={page} />,
  };
}

function idOf(c: AppContext): number {
  return Number(c.req.param('id'));
}
