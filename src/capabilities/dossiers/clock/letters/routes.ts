import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { printLetter } from './print.ts';

/** Letters to the applicant, each as it went out. */
export const letterRoutes = new Hono<AppEnv>();

letterRoutes.get('/dossiers/:number/letters/:ordinal{[0-9]{1,4}}/print.pdf', async (c) => {
  const ordinal = Number(c.req.param('ordinal'));
  const { name, pdf } = await printLetter(c.get('ctx'), c.req.param('number'), ordinal);
  return pdfResponse(name, pdf);
});
