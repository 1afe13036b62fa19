import { Hono } from 'hono';
import { exemptionsInForce } from '#capabilities/fees/service.ts';
import type { OfferedProcedure } from '#capabilities/procedures/schema.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { type Redo, submit } from '#foundation/submit.ts';
import { intakePaths, receiveInput } from '../schema.ts';
import { offeredHere, receive } from '../service.ts';
import { ReceptionContent } from './pages.tsx';
import { withRuleProblems } from './problems.ts';
import { prefill } from './prefill.ts';
import { readReception } from './read.ts';
import { type ReceptionView, receptionView } from './view.ts';

export const receptionRoutes = new Hono<AppEnv>();

receptionRoutes.get('/intake/:slug', async (c) => {
  const ctx = c.get('ctx');
  const offer = await offerFor(ctx, c.req.param('slug'));
  const { applicant = '', who = '', from = '' } = c.req.query();
  const begun = await prefill(ctx, offer, { applicant, who, from });
  const { options, content } = page(await receptionView(ctx, offer, { ...begun, problem: null }));
  return c.get('staffPage')(options, content);
});

receptionRoutes.post('/intake/:slug', async (c) => {
  const ctx = c.get('ctx');
  const offer = await offerFor(ctx, c.req.param('slug'));
  const { slug, content } = offer.version;
  return submit(c, {
    schema: receiveInput,
    read: (form) => readReception({ slug, content }, form),
    run: async (inner, input, form) => {
      const { number } = await receive(inner, input, form.files);
      return { location: intakePaths.received(number) };
    },
    redo: async (problem, values) => {
      const exemptions = await exemptionsInForce(ctx);
      const whole = withRuleProblems(offer.version, values, { problem, exemptions });
      return page(await receptionView(ctx, offer, { values, applicantId: null, problem: whole }));
    },
    page: c.get('staffPage'),
  });
});

async function offerFor(ctx: Context, slug: string): Promise<OfferedProcedure> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  return offeredHere(ctx, slug);
}

function page(view: ReceptionView): Redo {
  const { content, code } = view.offer.version;
  return {
    options: {
      title: content.shortName,
      lead: [code, content.domain].filter(Boolean).join(' · '),
      breadcrumbs: [{ text: 'Tiếp nhận hồ sơ', href: intakePaths.choice }, { text: content.shortName }],
    },
    content: <ReceptionContent view={view} />,
  };
}
