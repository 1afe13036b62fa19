import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { printControlSlip, printReceipt } from '#capabilities/slips/print.ts';
import { formSetOn } from '#capabilities/slips/service.ts';
import type { AppEnv } from '#foundation/http.ts';
import { bookRoutes } from './book/routes.tsx';
import { controlSlipOf } from './control-slip.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { receiptOf } from './receipt.ts';

/** Slips of a received dossier, and the book they all stand in. */
export const printRoutes = new Hono<AppEnv>();

/** Form 01; `?copies=2` for the applicant's and the file's copy, `?size=a5` for a short one. */
printRoutes.get('/dossiers/:number/receipt.pdf', async (c) => {
  const number = c.req.param('number');
  const ctx = c.get('ctx');
  const form = await receiptOf(ctx, number);
  const formSet = await formSetOn(ctx, localDateOf(form.receivedAt));
  const copies = c.req.query('copies') === '2' ? 2 : 1;
  const size = c.req.query('size') === 'a5' ? 'a5' : 'a4';
  return pdfResponse(`giay-tiep-nhan-${number}`, await printReceipt(formSet, form, { copies, size }));
});

/** Form 05. */
printRoutes.get('/dossiers/:number/control.pdf', async (c) => {
  const number = c.req.param('number');
  const ctx = c.get('ctx');
  const form = await controlSlipOf(ctx, number);
  const formSet = await formSetOn(ctx, localDateOf(form.receivedAt));
  return pdfResponse(`phieu-kiem-soat-${number}`, await printControlSlip(formSet, form));
});

printRoutes.route('/', bookRoutes);
