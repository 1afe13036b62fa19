import { Hono } from 'hono';
import { Refusal } from '#kernel/refusal.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, NO_PROBLEM, problemOf } from '#foundation/submit.ts';
import { valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { codeIn } from '../rules.ts';
import { codeWords } from '../words.ts';
import { verifyPaths } from '../schema.ts';
import { AskContent, VerifiedContent } from './pages.tsx';
import { verifyResult } from './service.ts';

/** Whether a result is genuine and still holds, for everybody. */
export const verificationRoutes = new Hono<AppEnv>();

verificationRoutes.get(verifyPaths.ask, async (c) => ask(c, '', NO_PROBLEM));

/** The typed code leads to the address that the QR code has, so that both see the same page. */
verificationRoutes.post(verifyPaths.ask, async (c) => {
  const { values } = await readForm(c);
  const code = codeIn(valueOf(values, 'code'));
  if (code === '') {
    return ask(c, '', { message: null, fields: { code: 'Hãy nhập mã in bên cạnh mã QR.' } });
  }
  try {
    await verifyResult(c.get('ctx'), code, c.get('address'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return ask(c, code, problemOf(error));
  }
  return c.redirect(verifyPaths.one(code), 303);
});

verificationRoutes.get('/xac-minh/:code', async (c) => {
  const ctx = c.get('ctx');
  const code = c.req.param('code');
  try {
    const verified = await verifyResult(ctx, code, c.get('address'));
    const unitName = (await unitNames(ctx, 'name'))(verified.unitId);
    c.header('Referrer-Policy', 'no-referrer');
    return await c.get('citizenPage')(
      { title: 'Xác minh kết quả', lead: verified.title },
      <VerifiedContent view={{ verified, unitName }} />,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return ask(c, code, problemOf(error));
  }
});

async function ask(c: AppContext, code: string, problem: FormProblem): Promise<Response> {
  const status = problem.message ? 429 : Object.keys(problem.fields).length > 0 ? 422 : 200;
  const content = <AskContent code={codeWords(code.slice(0, 40))} problem={problem} />;
  return c.get('citizenPage')({ title: 'Xác minh kết quả', status }, content);
}
