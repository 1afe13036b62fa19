import { Hono } from 'hono';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { only } from '#foundation/access/only.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { scorePath } from '../schema.ts';
import { dossierScore, giveMark } from '../service.ts';
import { ScoreContent } from './pages.tsx';
import { markInput } from './schema.ts';

/** The score of one dossier, criterion by criterion, and the marks of whoever reviews it. */
export const reviewRoutes = new Hono<AppEnv>()
  .get('/dossiers/:number/score', async (c) => {
    const { options, content } = await page(c, {}, NO_PROBLEM);
    return c.get('staffPage')(options, content);
  })
  .post('/dossiers/:number/score', only('dossier.score'), async (c) => {
    const number = c.req.param('number');
    return submit(c, {
      schema: markInput,
      read: ({ values }) => ({
        number,
        sequence: valueOf(values, 'sequence'),
        criterion: valueOf(values, 'criterion'),
        points: valueOf(values, 'points') || undefined,
        reason: valueOf(values, 'reason'),
      }),
      run: async (ctx, input) => {
        await giveMark(ctx, input);
        return { location: scorePath(number), notice: 'Đã ghi điểm.' };
      },
      redo: async (problem, values) => page(c, values, problem),
      page: c.get('staffPage'),
    });
  });

async function page(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const number = c.req.param('number') ?? '';
  const scored = await dossierScore(c.get('ctx'), number);
  const chosen = valueOf(values, 'criterion') || (c.req.query('criterion') ?? '');
  const breadcrumbs = [
    { text: 'Hồ sơ', href: '/dossiers' },
    { text: number, href: `/dossiers/${encodeURIComponent(number)}` },
    { text: 'Chấm điểm' },
  ];
  return {
    options: { title: 'Chấm điểm giải quyết hồ sơ', lead: scored.dossier.title, breadcrumbs },
    content: <ScoreContent view={{ scored, chosen, values, problem, formId: newFormId() }} />,
  };
}
