import { Hono } from 'hono';
import { z } from 'zod';
import { only } from '#foundation/access/only.ts';
import type { AppEnv } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { bulk, bulkPage } from '../bulk.tsx';
import { REASSIGN_PATH, ReassignContent } from './pages.tsx';
import { reassign, workOfOfficer } from './service.ts';

/** Handing on the work of somebody who is away. */
export const reassignRoutes = new Hono<AppEnv>();

const officer = z.coerce.number().int().positive().nullable().catch(null);

reassignRoutes.get(REASSIGN_PATH, async (c) => {
  const ctx = c.get('ctx');
  const from = officer.parse(c.req.query('from') ?? null);
  const view = { ...(await workOfOfficer(ctx, from)), from, formId: newFormId() };
  const breadcrumbs = [{ text: 'Việc cần làm', href: '/inbox' }, { text: 'Giao lại việc' }];
  return c.get('staffPage')({ title: 'Giao lại việc', breadcrumbs }, <ReassignContent view={view} />);
});

reassignRoutes.post(REASSIGN_PATH, only('dossier.assign'), async (c) => {
  const { values } = await readForm(c);
  const to = officer.parse(valueOf(values, 'officerId') || null);
  const from = officer.parse(valueOf(values, 'from') || null);
  const outcomes = await bulk(c, async (ctx, reference) => reassign(ctx, reference, to));
  return bulkPage(c, outcomes, from === null ? REASSIGN_PATH : `${REASSIGN_PATH}?from=${from}`);
});
