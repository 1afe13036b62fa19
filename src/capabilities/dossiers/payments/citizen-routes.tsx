import { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '#foundation/http.ts';
import { refuse } from '#kernel/refusal.ts';
import { startOrder } from '#capabilities/fees/gateway/service.ts';
import { valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { lookupInput, lookupPath } from '../lookup/schema.ts';
import { lookUp } from '../lookup/service.ts';

const paymentId = z.coerce.number().int().positive();

/** An applicant pays online: with the number and the code of the receipt, as for looking the dossier up. */
export const citizenPaymentRoutes = new Hono<AppEnv>().post('/tra-cuu/:number/nop-truc-tuyen', async (c) => {
  const ctx = c.get('ctx');
  const { values } = await readForm(c);
  const input = lookupInput.safeParse({ number: c.req.param('number'), code: valueOf(values, 'ma') });
  const payment = paymentId.safeParse(valueOf(values, 'payment'));
  if (!input.success || !payment.success) {
    return refuse('missing', 'Không có khoản phải nộp này. Hãy tra cứu lại hồ sơ bằng mã trên giấy hẹn.');
  }
  const { number, code } = input.data;
  await lookUp(ctx, input.data, c.get('address'));
  await startOrder(ctx, { number, paymentId: payment.data });
  return c.redirect(lookupPath(number, code), 303);
});
