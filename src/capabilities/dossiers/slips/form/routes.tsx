import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, type Redo, submit } from '#foundation/submit.ts';
import type { OfferedProcedure } from '#capabilities/procedures/schema.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { intakePaths } from '../../intake/schema.ts';
import { offeredHere } from '../../intake/service.ts';
import { basisOptions } from '../rules.ts';
import { guideInput, refusalInput, SLIP_LABELS, type SlipKind, slipPaths } from '../schema.ts';
import { issueGuide, issueRefusal } from '../service.ts';
import { GuideContent, RefusalContent } from './pages.tsx';
import { carriedValues, freshValues, readGuide, readRefusal } from './read.ts';

export const slipFormRoutes = new Hono<AppEnv>();

const PARTS = { guide: 'guide', refusal: 'refuse' } as const satisfies Record<SlipKind, string>;

for (const kind of ['guide', 'refusal'] as const) {
  slipFormRoutes.get(`/intake/:slug/${PARTS[kind]}`, async (c) => {
    const offer = await offerFor(c.get('ctx'), c.req.param('slug'));
    return show(c, page(c.get('ctx'), kind, { offer, values: freshValues(offer.version.content) }));
  });

  // From the form of reception, with what was typed there; nothing is done yet.
  slipFormRoutes.post(`/intake/:slug/${PARTS[kind]}/draft`, async (c) => {
    const offer = await offerFor(c.get('ctx'), c.req.param('slug'));
    const { values } = await readForm(c);
    return show(c, page(c.get('ctx'), kind, { offer, values: carriedValues(offer.version.content, values) }));
  });
}

slipFormRoutes.post('/intake/:slug/guide', async (c) => {
  const offer = await offerFor(c.get('ctx'), c.req.param('slug'));
  return submit(c, {
    schema: guideInput,
    read: (form) => readGuide(offer.version, form),
    run: async (ctx, input) => ({ location: slipPaths.one(await issueGuide(ctx, input)) }),
    redo: async (problem, values) => page(c.get('ctx'), 'guide', { offer, values, problem }),
    page: c.get('staffPage'),
  });
});

slipFormRoutes.post('/intake/:slug/refuse', async (c) => {
  const offer = await offerFor(c.get('ctx'), c.req.param('slug'));
  return submit(c, {
    schema: refusalInput,
    read: (form) => readRefusal(offer.version, form),
    run: async (ctx, input) => ({ location: slipPaths.one(await issueRefusal(ctx, input)) }),
    redo: async (problem, values) => page(c.get('ctx'), 'refusal', { offer, values, problem }),
    page: c.get('staffPage'),
  });
});

async function offerFor(ctx: Context, slug: string): Promise<OfferedProcedure> {
  await authorise(ctx, 'slip.issue', requireActor(ctx).post.unitId);
  return offeredHere(ctx, slug);
}

async function show(c: AppContext, { options, content }: Redo): Promise<Response> {
  return c.get('staffPage')(options, content);
}

type Shown = {
  readonly offer: OfferedProcedure;
  readonly values: FormValues;
  readonly problem?: FormProblem;
};

function page(ctx: Context, kind: SlipKind, { offer, values, problem }: Shown): Redo {
  const { content, slug } = offer.version;
  const basis = basisOptions(content, localDateOf(ctx.now));
  const view = { kind, offer, basis, values, problem: problem ?? null, formId: newFormId() };
  return {
    options: {
      title: SLIP_LABELS[kind],
      lead: content.shortName,
      breadcrumbs: [
        { text: 'Tiếp nhận hồ sơ', href: intakePaths.choice },
        { text: content.shortName, href: intakePaths.form(slug) },
        { text: kind === 'guide' ? 'Hướng dẫn bổ sung' : 'Từ chối tiếp nhận' },
      ],
    },
    content: kind === 'guide' ? <GuideContent view={view} /> : <RefusalContent view={view} />,
  };
}
