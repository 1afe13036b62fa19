import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import { z } from 'zod';
import { localDateOf } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { valueOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, submit } from '#foundation/submit.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { organisationPaths } from '../schema.ts';
import { ActPage, type ActView } from './act-page.tsx';
import { compareAct } from './comparison.ts';
import { actDocumentRoutes } from './document/routes.tsx';
import { actFormRoutes } from './form/routes.tsx';
import { ACT_EXPORT_COLUMNS, ACT_STATE_TONES, ActListPage } from './list-page.tsx';
import { type Act, ACT_STATE_LABELS, ACT_STATES } from './schema.ts';
import { actByCode, actHistory, acts, foreseeAct, putActInForce, withdrawAct } from './service.ts';
import { actsNeededFirst, documentOf, namesIn, sentenceOf } from './words.ts';

/** The acts about the organisation: their list, one of them, preparing, putting in force, withdrawing. */
export const actRoutes = new Hono<AppEnv>()
  .route('/', actFormRoutes)
  .route('/', actDocumentRoutes)
  .get(organisationPaths.acts, showActs)
  .get('/organisation/acts/:code', async (c) => {
    const { options, content } = await actView(c, { message: null, fields: {} });
    return c.get('staffPage')(options, content);
  })
  .post('/organisation/acts/:code/in-force', only('organisation.change'), async (c) =>
    decide(c, {
      verb: putActInForce,
      unconfirmed: 'Hãy đánh dấu xác nhận đã đối chiếu văn bản trước khi đưa vào thi hành.',
      field: 'confirmed',
      notice: (act) => `Đã đưa vào thi hành. Tổ chức thay đổi từ ngày ${formatDate(act.effectiveOn)}.`,
    }),
  )
  .post('/organisation/acts/:code/withdrawal', only('organisation.change'), async (c) =>
    decide(c, {
      verb: withdrawAct,
      unconfirmed: 'Hãy đánh dấu xác nhận trước khi rút quyết định.',
      field: 'withdrawal',
      notice: () => 'Đã rút quyết định.',
    }),
  );

async function showActs(c: AppContext): Promise<Response> {
  const ctx = c.get('ctx');
  const all = (await acts(ctx)).toReversed();
  const state = ACT_STATES.find((code) => code === c.req.query('state')) ?? null;
  const format = exportFormatOf(c.req.query('format'));
  if (format !== null) {
    const rows = all.filter((act) => state === null || act.state === state);
    return exportTable({ name: 'quyet-dinh-to-chuc', columns: ACT_EXPORT_COLUMNS, rows, format });
  }
  return c.get('staffPage')(
    {
      title: 'Quyết định về tổ chức',
      lead: 'Mọi thay đổi của bộ máy đều theo một văn bản và có hiệu lực từ ngày ghi trong văn bản.',
      breadcrumbs: [{ text: 'Tổ chức bộ máy', href: organisationPaths.tree }, { text: 'Quyết định' }],
      actions: can(ctx.actor, 'organisation.change') ? (
        <Button href={organisationPaths.newAct} icon="plus">
          Soạn quyết định
        </Button>
      ) : null,
    },
    <ActListPage acts={all} state={state} />,
  );
}

type DecisionForm = {
  readonly verb: (ctx: Context, code: string) => Promise<Act>;
  readonly unconfirmed: string;
  /** Id of the box on the page. */
  readonly field: string;
  readonly notice: (act: Act) => string;
};

async function decide(c: AppContext, form: DecisionForm): Promise<Response> {
  const code = c.req.param('code') ?? '';
  return submit(c, {
    schema: z.object({ [form.field]: z.literal('yes', form.unconfirmed) }),
    read: ({ values }) => ({ [form.field]: valueOf(values, 'confirmed') }),
    run: async (ctx) => {
      const act = await form.verb(ctx, code);
      return { location: organisationPaths.act(code), notice: form.notice(act) };
    },
    redo: async (problem) => actView(c, problem),
    page: c.get('staffPage'),
  });
}

async function actView(c: AppContext, problem: FormProblem) {
  const ctx = c.get('ctx');
  const act = await actByCode(ctx, c.req.param('code') ?? '');
  return {
    options: {
      title: act.title,
      tag: <StateTag tone={ACT_STATE_TONES[act.state]} text={ACT_STATE_LABELS[act.state]} />,
      lead: `${documentOf(act)} · hiệu lực từ ${formatDate(act.effectiveOn)}`,
      breadcrumbs: [
        { text: 'Tổ chức bộ máy', href: organisationPaths.tree },
        { text: 'Quyết định', href: organisationPaths.acts },
        { text: formatDate(act.effectiveOn) },
      ],
    },
    content: (
      <ActPage
        view={await viewOf(ctx, act)}
        formId={newFormId()}
        errors={<ProblemSummary problem={problem} />}
      />
    ),
  };
}

async function viewOf(ctx: Context, act: Act): Promise<ActView> {
  const all = await acts(ctx);
  const nameOf = namesIn(all);
  const foreseen = act.state === 'prepared' ? await foreseeAct(ctx, act) : null;
  return {
    act,
    sentences: act.changes.map((change) => sentenceOf(change, nameOf)),
    comparison: act.state === 'withdrawn' ? null : compareAct(all, act),
    neededFirst: actsNeededFirst(all, act),
    problems: foreseen && 'problems' in foreseen ? foreseen.problems : [],
    history: await actHistory(ctx, act),
    mayChange: can(ctx.actor, 'organisation.change'),
    counts: act.state === 'in-force' && act.effectiveOn <= localDateOf(ctx.now),
  };
}
