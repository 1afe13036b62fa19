import { Hono } from 'hono';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { type FormProblem, type Redo, submit } from '#foundation/submit.ts';
import type { OfferedProcedure } from '#capabilities/procedures/schema.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { receptionView } from '../../form/view.ts';
import { intakePaths } from '../../schema.ts';
import { offeredHere } from '../../service.ts';
import { checkLines } from '../lines/service.ts';
import { commonInput, groupPaths } from '../schema.ts';
import { GroupContent } from './pages.tsx';
import { freshValues } from './fresh.ts';
import { filledLines, pastedLines, readCommon, withLines, withMoreLines } from './read.ts';
import { problemsOf, receiveSheet, refusedLines, sheetInput } from './service.ts';

/** Several people with the same request at once: common papers and fees, a line for each. */
export const sheetRoutes = new Hono<AppEnv>();

sheetRoutes.get('/intake/:slug/group', async (c) => {
  const ctx = c.get('ctx');
  const offer = await offerFor(ctx, c.req.param('slug'));
  const from = c.req.query('from') ?? '';
  const lines = from === '' ? [] : await refusedLines(ctx, from);
  const values = withLines(freshValues(offer.version.content), lines);
  const { options, content } = await page(ctx, offer, { values, problem: null });
  return c.get('staffPage')(options, content);
});

// Nothing is done yet: what was pasted goes into the sheet, lines are added, or looked at.
sheetRoutes.post('/intake/:slug/group/draft', async (c) => {
  const ctx = c.get('ctx');
  const offer = await offerFor(ctx, c.req.param('slug'));
  const form = await readForm(c);
  const { options, content } = await page(ctx, offer, await redraft(ctx, offer, form.values));
  return c.get('staffPage')(options, content);
});

sheetRoutes.post('/intake/:slug/group', async (c) => {
  const offer = await offerFor(c.get('ctx'), c.req.param('slug'));
  const { content, slug } = offer.version;
  return submit(c, {
    schema: sheetInput,
    read: (form) => ({
      common: readCommon({ slug, content }, form),
      lines: filledLines(content, form.values),
      mode: valueOf(form.values, 'mode'),
    }),
    run: async (ctx, input) => ({ location: groupPaths.one(await receiveSheet(ctx, input)) }),
    redo: async (problem, values) => page(c.get('ctx'), offer, { values, problem: ofCommon(problem) }),
    page: c.get('staffPage'),
  });
});

/** Problems of the common part are named as in the form of one dossier. */
function ofCommon({ message, fields }: FormProblem): FormProblem {
  const named = Object.entries(fields).map(([path, words]) => [path.replace(/^common\./, ''), words]);
  return { message, fields: Object.fromEntries(named) };
}

type Shown = {
  readonly values: FormValues;
  readonly problem: FormProblem | null;
  /** Every line was looked at, and nothing is wrong. */
  readonly isRight?: boolean;
};

async function redraft(ctx: Context, offer: OfferedProcedure, values: FormValues): Promise<Shown> {
  const { content, procedureId } = offer.version;
  const act = valueOf(values, 'act');
  if (act === 'more') return { values: withMoreLines(values), problem: null };
  const pasted = values['pasted']?.[0] ?? '';
  const lines = [...filledLines(content, values), ...pastedLines(content, pasted)];
  if (act === 'paste') return { values: withLines(values, lines), problem: null };
  const common = commonInput.pick({ confirmedDuplicate: true, confirmedIdentity: true });
  const { confirmedDuplicate = [], confirmedIdentity = [] } = values;
  const flags = common.parse({
    confirmedDuplicate: confirmedDuplicate.length > 0,
    confirmedIdentity: confirmedIdentity.length > 0,
  });
  const asked = { common: flags, procedureId, earlier: false };
  const fields = problemsOf(await checkLines(ctx, filledLines(content, values), asked));
  const isRight = Object.keys(fields).length === 0;
  return { values, problem: isRight ? null : { message: null, fields }, isRight };
}

async function offerFor(ctx: Context, slug: string): Promise<OfferedProcedure> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  return offeredHere(ctx, slug);
}

async function page(ctx: Context, offer: OfferedProcedure, shown: Shown): Promise<Redo> {
  const { values, problem, isRight = false } = shown;
  const reception = await receptionView(ctx, offer, { values, problem, applicantId: null });
  const { shortName } = offer.version.content;
  const status = problem === null ? {} : { status: 422 as const };
  return {
    options: {
      title: 'Tiếp nhận nhiều người cùng lúc',
      lead: shortName,
      breadcrumbs: [
        { text: 'Tiếp nhận hồ sơ', href: intakePaths.choice },
        { text: shortName, href: intakePaths.form(offer.version.slug) },
        { text: 'Nhiều người' },
      ],
      ...status,
    },
    content: <GroupContent view={{ reception, isRight }} />,
  };
}
