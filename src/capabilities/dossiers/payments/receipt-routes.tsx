import { Hono } from 'hono';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { refuse } from '#kernel/refusal.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { voidInput } from '#capabilities/fees/collecting/schema.ts';
import { receiptToVoid, voidReceipt } from '#capabilities/fees/collecting/service.ts';
import { printFeeReceipt } from '#capabilities/fees/print.ts';
import { refundInput } from '#capabilities/fees/refunds/schema.ts';
import { proposeRefund, receiptToRefund } from '#capabilities/fees/refunds/service.ts';
import { feePaths, ID } from '#capabilities/fees/schema.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { formOf, moneyIn } from '#web/http/typed-values.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { ProposeRefundContent, VoidContent } from './receipt-pages.tsx';
import { letterheadOf, viewReceipt } from './service.ts';

/** A receipt: printed, voided, or its money proposed to go back. */
export const receiptRoutes = new Hono<AppEnv>()
  .get(feePaths.receiptPdf(ID), async (c) => {
    const ctx = c.get('ctx');
    const { view, collection } = await viewReceipt(ctx, idOf(c), 'printed');
    if (collection.number === null) refuse('missing', 'Khoản nộp tại Kho bạc không có biên lai của quầy.');
    const letterhead = await letterheadOf(ctx, collection.unitId, collection.collectedAt);
    const copies = c.req.query('copies') === '2' ? 2 : 1;
    const { dossier, lines } = view;
    const bytes = await printFeeReceipt({ letterhead, dossier, collection, lines, copies });
    return pdfResponse(`bien-lai-${collection.symbol}-${collection.number}`, bytes);
  })
  .get(feePaths.voidReceipt(ID), async (c) => {
    await receiptToVoid(c.get('ctx'), idOf(c));
    const { options, content } = await voidPage(c, {}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.voidReceipt(ID), async (c) => {
    await receiptToVoid(c.get('ctx'), idOf(c));
    return submit(c, {
      schema: voidInput,
      read: ({ values }) => ({
        collectionId: c.req.param('id'),
        sequence: valueOf(values, 'sequence'),
        reason: valueOf(values, 'reason'),
        note: valueOf(values, 'note'),
      }),
      run: async (ctx, input) => {
        const paymentId = await voidReceipt(ctx, input);
        return { location: feePaths.payment(paymentId), notice: 'Đã hủy biên lai.' };
      },
      redo: async (problem, values) => voidPage(c, values, problem),
      page: c.get('staffPage'),
    });
  })
  .get(feePaths.newRefund(ID), only('fee.collect'), async (c) => {
    const { most } = await receiptToRefund(c.get('ctx'), idOf(c));
    const { options, content } = await refundPage(c, formOf({ amount: formatNumber(most, 0) }), NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post(feePaths.newRefund(ID), only('fee.collect'), async (c) =>
    submit(c, {
      schema: refundInput,
      read: ({ values }) => ({
        collectionId: c.req.param('id'),
        sequence: valueOf(values, 'sequence'),
        amount: moneyIn(values, 'amount'),
        reason: valueOf(values, 'reason'),
        note: valueOf(values, 'note'),
      }),
      run: async (ctx, input) => {
        const id = await proposeRefund(ctx, input);
        return { location: feePaths.refund(id), notice: 'Đã gửi đề nghị. Người có thẩm quyền sẽ duyệt.' };
      },
      redo: async (problem, values) => refundPage(c, values, problem),
      page: c.get('staffPage'),
    }),
  );

async function voidPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const receipt = await viewReceipt(c.get('ctx'), idOf(c));
  const page = { ...receipt, field: fieldsOf(values, problem), problem, formId: newFormId() };
  return {
    options: { title: 'Hủy biên lai', breadcrumbs: crumbs(receipt.view, 'Hủy biên lai'), width: 'narrow' },
    content: <VoidContent page={page} />,
  };
}

async function refundPage(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const { most } = await receiptToRefund(c.get('ctx'), idOf(c));
  const receipt = await viewReceipt(c.get('ctx'), idOf(c));
  const page = { ...receipt, most, field: fieldsOf(values, problem), problem, formId: newFormId() };
  return {
    options: { title: 'Đề nghị hoàn trả', breadcrumbs: crumbs(receipt.view, 'Hoàn trả'), width: 'narrow' },
    content: <ProposeRefundContent page={page} />,
  };
}

function crumbs(
  { payment, dossier }: Awaited<ReturnType<typeof viewReceipt>>['view'],
  text: string,
): readonly { readonly text: string; readonly href?: string }[] {
  return [
    { text: 'Phí, lệ phí', href: feePaths.list },
    { text: dossier.number, href: feePaths.payment(payment.id) },
    { text },
  ];
}

function idOf(c: AppContext): number {
  return Number(c.req.param('id'));
}
