import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { dossierPath } from '../schema.ts';
import { takingPart } from '../view/taking-part.ts';
import { viewDossier } from '../view/service.ts';
import { AnswersContent } from './pages.tsx';
import { answersIn } from './read.ts';
import { typedOf } from './rules.ts';
import { answerField, answersInput } from './schema.ts';
import { answersOf, changeAnswers, fieldsAskedOf } from './service.ts';

export const answerRoutes = new Hono<AppEnv>();

answerRoutes.get('/dossiers/:number/answers', async (c) => {
  const { options, content } = await page(c, { values: {}, problem: null });
  return c.get('staffPage')(options, content);
});

answerRoutes.post('/dossiers/:number/answers', only('dossier.handle'), takingPart, async (c) => {
  const number = c.req.param('number');
  return submit(c, {
    schema: answersInput,
    read: ({ values }) => ({
      number,
      sequence: valueOf(values, 'sequence'),
      position: valueOf(values, 'position') || undefined,
      answers: answersIn(values),
    }),
    run: async (ctx, input) => {
      await changeAnswers(ctx, input);
      return { location: dossierPath(number), notice: 'Đã lưu thông tin.' };
    },
    redo: async (problem, values) => page(c, { values, problem }),
    page: c.get('staffPage'),
  });
});

type Typed = { readonly values: FormValues; readonly problem: FormProblem | null };

async function page(c: AppContext, { values, problem }: Typed): Promise<Redo> {
  const ctx = c.get('ctx');
  const number = c.req.param('number') ?? '';
  const { id, state, detail } = await viewDossier(ctx, number);
  const fields = await fieldsAskedOf(ctx, state, detail.procedureVersionId);
  const kept = await answersOf(ctx, id);
  const typed = (name: string): string => {
    const field = fields.find((one) => one.name === name);
    if (problem !== null || field === undefined) return valueOf(values, answerField(name));
    return typedOf(field, kept[name]);
  };
  const position = valueOf(values, 'position') || (c.req.query('position') ?? '');
  const view = { number, sequence: state.sequence, position, fields, typed, problem };
  const title = 'Thông tin quyết định hướng đi';
  const breadcrumbs = [
    { text: 'Hồ sơ', href: '/dossiers' },
    { text: number, href: dossierPath(number) },
    { text: title },
  ];
  return { options: { title, lead: detail.title, breadcrumbs }, content: <AnswersContent view={view} /> };
}
