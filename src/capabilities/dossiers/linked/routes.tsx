import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type Redo, submit } from '#foundation/submit.ts';
import { valueOf } from '#web/http/form-values.ts';
import { dossierPath } from '../schema.ts';
import { type DossierFormView, formPage, NOTHING_TYPED, type Typed } from '../view/form-page.tsx';
import { renderDossier } from '../view/render.tsx';
import { OpenLinkedContent } from './pages.tsx';
import { takingPart } from '../view/taking-part.ts';
import { decideLinkedInput, openLinkedInput } from './schema.ts';
import { decideLinked, linkableProcedures, openByHand } from './service.ts';

/** Dossiers opened out of another. */
export const linkedRoutes = new Hono<AppEnv>();

async function openPage(c: AppContext, number: string, typed: Typed = NOTHING_TYPED): Promise<Redo> {
  const position = valueOf(typed.values, 'position') || (c.req.query('position') ?? '');
  const procedures = await linkableProcedures(c.get('ctx'));
  const content = (view: DossierFormView) => (
    <OpenLinkedContent view={view} procedures={procedures} position={position} />
  );
  return formPage(c, { number, title: 'Lập hồ sơ liên thông', content }, typed);
}

linkedRoutes.get('/dossiers/:number/linked', async (c) => {
  const { options, content } = await openPage(c, c.req.param('number'));
  return c.get('staffPage')(options, content);
});

linkedRoutes.post('/dossiers/:number/linked', only('dossier.handle'), takingPart, async (c) => {
  const number = c.req.param('number');
  return submit(c, {
    schema: openLinkedInput,
    read: ({ values }) => ({
      number,
      sequence: valueOf(values, 'sequence'),
      position: valueOf(values, 'position') || undefined,
      procedure: valueOf(values, 'procedure'),
    }),
    run: async (ctx, input) => {
      await openByHand(ctx, input);
      return { location: `${dossierPath(number)}#lien-thong`, notice: 'Đã lập hồ sơ liên thông.' };
    },
    redo: async (problem, values) => openPage(c, number, { problem, values }),
    page: c.get('staffPage'),
  });
});

linkedRoutes.post('/dossiers/:number/linked/decision', only('dossier.handle'), takingPart, async (c) => {
  const number = c.req.param('number');
  return submit(c, {
    schema: decideLinkedInput,
    read: ({ values }) => ({
      number,
      sequence: valueOf(values, 'sequence'),
      child: valueOf(values, 'child'),
      choice: valueOf(values, 'choice'),
    }),
    run: async (ctx, input) => {
      await decideLinked(ctx, input);
      const notice = input.choice === 'go-on' ? 'Hồ sơ đã đi tiếp.' : 'Đã lập lại hồ sơ liên thông.';
      return { location: `${dossierPath(number)}#lien-thong`, notice };
    },
    redo: async (problem) =>
      renderDossier(c, number, { problem: problem.message ?? Object.values(problem.fields)[0] ?? null }),
    page: c.get('staffPage'),
  });
});
