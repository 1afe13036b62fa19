import { Hono } from 'hono';
import { Refusal } from '#kernel/refusal.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { organisationNow, unitNames } from '#foundation/organisation/service.ts';
import { NO_PROBLEM, problemOf } from '#foundation/submit.ts';
import { messagesOf, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { counterOf } from '../print/counter.ts';
import { DossierNumber, LookupContent, LookupFormContent, type LookupFormView } from './pages.tsx';
import { citizenPanels } from './panels.ts';
import { lookupInput, lookupPath } from './schema.ts';
import { lookUp } from './service.ts';

export const lookupRoutes = new Hono<AppEnv>();

lookupRoutes.get('/tra-cuu', async (c) => ask(c, { number: '', code: '', problem: NO_PROBLEM }));

/** The typed number and code lead to the address that the QR code has, so that both see the same page. */
lookupRoutes.post('/tra-cuu', async (c) => {
  const { values } = await readForm(c);
  const typed = { number: valueOf(values, 'number'), code: valueOf(values, 'code') };
  const parsed = lookupInput.safeParse(typed);
  if (!parsed.success)
    return ask(c, { ...typed, problem: { message: null, fields: messagesOf(parsed.error) } });
  try {
    await lookUp(c.get('ctx'), parsed.data, c.get('address'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return ask(c, { ...typed, problem: problemOf(error) });
  }
  return c.redirect(lookupPath(parsed.data.number, parsed.data.code), 303);
});

lookupRoutes.get('/tra-cuu/:number', async (c) => {
  const ctx = c.get('ctx');
  const typed = { number: c.req.param('number'), code: c.req.query('ma') ?? '' };
  const parsed = lookupInput.safeParse(typed);
  if (!parsed.success) return ask(c, { ...typed, problem: NO_PROBLEM });
  try {
    const lookup = await lookUp(ctx, parsed.data, c.get('address'));
    const tree = await organisationNow(ctx);
    const unitName = await unitNames(ctx, 'name');
    const { receivingUnitId, receivedAt } = lookup.state;
    const office = await counterOf(
      ctx,
      receivingUnitId,
      tree.units.has(receivingUnitId) ? ctx.now : receivedAt,
    );
    const panels = lookup.disposedAt === null ? await citizenPanels(lookup.own, lookup) : [];
    const view = { lookup, unitName, office, panels, now: ctx.now };
    c.header('Referrer-Policy', 'no-referrer');
    return await c.get('citizenPage')(
      { title: lookup.title, lead: <DossierNumber number={lookup.state.number} /> },
      <LookupContent view={view} />,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return ask(c, { ...typed, problem: problemOf(error) });
  }
});

async function ask(c: AppContext, view: LookupFormView): Promise<Response> {
  const { message, fields } = view.problem;
  const status = message ? 429 : Object.keys(fields).length > 0 ? 422 : 200;
  return c.get('citizenPage')({ title: 'Tra cứu hồ sơ', status }, <LookupFormContent view={view} />);
}
