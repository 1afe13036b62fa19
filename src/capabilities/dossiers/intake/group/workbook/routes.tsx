import { Hono } from 'hono';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { type FormProblem, type Redo, submit } from '#foundation/submit.ts';
import type { OfferedProcedure } from '#capabilities/procedures/schema.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { isTicked } from '../../form/read.ts';
import { receptionView } from '../../form/view.ts';
import { intakePaths } from '../../schema.ts';
import { offeredHere } from '../../service.ts';
import { groupPaths } from '../schema.ts';
import { freshValues } from '../sheet/fresh.ts';
import { readCommon } from '../sheet/read.ts';
import { WorkbookContent } from './pages.tsx';
import { planWorkbook, workbookInput } from './service.ts';
import { templateFile } from './template.ts';

/** Dossiers from a workbook: the template, and bringing it filled in. */
export const workbookRoutes = new Hono<AppEnv>();

workbookRoutes.get('/intake/:slug/import', async (c) => {
  const ctx = c.get('ctx');
  const offer = await offerFor(ctx, c.req.param('slug'));
  const { options, content } = await page(ctx, offer, {
    values: freshValues(offer.version.content),
    problem: null,
  });
  return c.get('staffPage')(options, content);
});

workbookRoutes.get('/intake/:slug/import/template.xlsx', async (c) => {
  const offer = await offerFor(c.get('ctx'), c.req.param('slug'));
  return templateFile(offer.version.slug);
});

workbookRoutes.post('/intake/:slug/import', async (c) => {
  const offer = await offerFor(c.get('ctx'), c.req.param('slug'));
  const { content, slug } = offer.version;
  return submit(c, {
    schema: workbookInput,
    read: (form) => ({
      common: readCommon({ slug, content }, form),
      earlier: isTicked(form.values, 'earlier'),
      file: form.files.find(({ field }) => field === 'file'),
    }),
    run: async (ctx, input) => ({ location: groupPaths.one(await planWorkbook(ctx, input)) }),
    redo: async (problem, values) => page(c.get('ctx'), offer, { values, problem: ofCommon(problem) }),
    page: c.get('staffPage'),
  });
});

function ofCommon({ message, fields }: FormProblem): FormProblem {
  const named = Object.entries(fields).map(([path, words]) => [path.replace(/^common\./, ''), words]);
  return { message, fields: Object.fromEntries(named) };
}

async function offerFor(ctx: Context, slug: string): Promise<OfferedProcedure> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  return offeredHere(ctx, slug);
}

type Shown = { readonly values: FormValues; readonly problem: FormProblem | null };

async function page(ctx: Context, offer: OfferedProcedure, { values, problem }: Shown): Promise<Redo> {
  const reception = await receptionView(ctx, offer, { values, problem, applicantId: null });
  const { shortName } = offer.version.content;
  return {
    options: {
      title: 'Nhập hồ sơ từ tệp Excel',
      lead: shortName,
      breadcrumbs: [
        { text: 'Tiếp nhận hồ sơ', href: intakePaths.choice },
        { text: shortName, href: intakePaths.form(offer.version.slug) },
        { text: 'Nhập từ tệp' },
      ],
    },
    content: <WorkbookContent view={reception} />,
  };
}
