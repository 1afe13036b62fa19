import { Hono } from 'hono';
import { refuse } from '#kernel/refusal.ts';
import { asSystem } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { lookupInput, lookupPath } from '../lookup/schema.ts';
import { lookUp } from '../lookup/service.ts';
import { askWithdrawal } from '../proposals/service.ts';

/** What whoever holds number and code of a dossier can ask. */
export const citizenClockRoutes = new Hono<AppEnv>();

const LONGEST_REASON = 500;

citizenClockRoutes.post('/tra-cuu/:number/rut-ho-so', async (c) => {
  const ctx = c.get('ctx');
  const { values } = await readForm(c);
  const receipt = lookupInput.safeParse({ number: c.req.param('number'), code: valueOf(values, 'ma') });
  if (!receipt.success) {
    return refuse('missing', 'Hãy mở lại trang tra cứu bằng số hồ sơ và mã tra cứu trên giấy hẹn.');
  }
  const lookup = await lookUp(ctx, receipt.data, c.get('address'));
  const reason = valueOf(values, 'reason').trim().slice(0, LONGEST_REASON);
  // Sent twice it is one wish.
  if (lookup.state.withdrawalAskedAt === null) {
    await asSystem(ctx, async (system) => askWithdrawal(system, lookup.state.number, reason));
  }
  return c.redirect(lookupPath(receipt.data.number, receipt.data.code), 303);
});
