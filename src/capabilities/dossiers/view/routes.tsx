import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { dossierPath } from '../schema.ts';
import { RevealContent } from '../steps/pages.tsx';
import { renderDossier } from './render.tsx';
import { viewDossier } from './service.ts';

export const dossierRoutes = new Hono<AppEnv>();

dossierRoutes.get('/dossiers/:number', async (c) => {
  const { options, content } = await renderDossier(c, c.req.param('number'));
  return c.get('staffPage')(options, content);
});

/** A reason in a few words, so that the record says something to the person concerned. */
const SHORTEST_REASON = 5;
const LONGEST_REASON = 300;

dossierRoutes.get('/dossiers/:number/reveal', async (c) => askReason(c, c.req.param('number'), {}));

dossierRoutes.post('/dossiers/:number/reveal', async (c) => {
  const number = c.req.param('number');
  const { values } = await readForm(c);
  const reason = valueOf(values, 'reason');
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON) return askReason(c, number, values);
  const { options, content } = await renderDossier(c, number, { reason });
  return c.get('staffPage')(options, content);
});

async function askReason(c: AppContext, number: string, values: FormValues): Promise<Response> {
  const ctx = c.get('ctx');
  const wrong = 'reason' in values;
  const sentence = `Hãy ghi lý do xem, ít nhất vài từ và dài nhất ${LONGEST_REASON} ký tự.`;
  const problem = wrong ? { message: null, fields: { reason: sentence } } : null;
  const dossier = await viewDossier(ctx, number);
  const view = { dossier, values, problem, formId: newFormId(), today: localDateOf(ctx.now), position: '' };
  const breadcrumbs = [
    { text: 'Hồ sơ', href: '/dossiers' },
    { text: number, href: dossierPath(number) },
  ];
  const options = { title: 'Xem đầy đủ thông tin cá nhân', breadcrumbs, status: wrong ? 422 : 200 } as const;
  return c.get('staffPage')(options, <RevealContent view={view} />);
}
