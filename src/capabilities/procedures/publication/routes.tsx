import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import { z } from 'zod';
import { authorise } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { addDays, isLocalDate, localDateOf } from '#kernel/local-date.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { procedurePaths } from '../schema.ts';
import { procedureView, versionView } from '../view/service.ts';
import { EndPage, PublishPage } from './pages.tsx';
import { checkPublication, endProcedure, publishDraft } from './service.ts';

const CATALOGUE = { text: 'Thủ tục hành chính', href: procedurePaths.list };

const day = (message: string) => z.string().refine(isLocalDate, message);
const decision = z.string().min(1, 'Ghi số quyết định (Nghị định 63/2010/NĐ-CP, Điều 13).').max(200);
const announcement = z.object({
  from: day('Nhập ngày áp dụng, ví dụ 1/7/2025.'),
  decision,
  decisionDate: day('Nhập ngày ký quyết định, ví dụ 28/4/2020.').nullable(),
  revision: z.int(),
});
const ending = z.object({ on: day('Nhập ngày bãi bỏ, ví dụ 1/7/2025.'), decision });

export const procedurePublicationRoutes = new Hono<AppEnv>();

procedurePublicationRoutes.get('/procedures/:slug/versions/:number{[0-9]+}/publish', async (c) => {
  await authorise(c.get('ctx'), 'procedure.publish');
  const { version } = await viewOf(c);
  const from = version.validFrom ?? addDays(localDateOf(c.get('ctx').now), 1);
  const values = { from: [formatDate(from)], revision: [String(version.revision)] };
  const { options, content } = await publishPage(c, NO_PROBLEM, values);
  return c.get('staffPage')(options, content);
});

procedurePublicationRoutes.post(
  '/procedures/:slug/versions/:number{[0-9]+}/publish',
  only('procedure.publish'),
  async (c) => {
    const { version } = await viewOf(c);
    const { values } = await readForm(c);
    if (valueOf(values, 'check') !== '') {
      const { options, content } = await publishPage(c, NO_PROBLEM, values);
      return c.get('staffPage')(options, content);
    }
    return submit(c, {
      schema: announcement,
      read: (form) => ({
        from: dateOf(form.values, 'from'),
        decision: valueOf(form.values, 'decision'),
        decisionDate: dateOf(form.values, 'decisionDate') || null,
        revision: Number(valueOf(form.values, 'revision')),
      }),
      run: async (ctx, input) => {
        const { slug, number, validFrom } = await publishDraft(ctx, { ...input, versionId: version.id });
        const notice = `Đã công bố phiên bản ${number}, áp dụng từ ${formatDate(validFrom)}. Hãy xem lại nơi tiếp nhận.`;
        return { location: procedurePaths.one(slug), notice };
      },
      redo: async (problem, sent) => publishPage(c, problem, sent),
      page: c.get('staffPage'),
    });
  },
);

/** The day as the schema wants it, or what was typed so that the schema refuses it. */
function dateOf(values: FormValues, name: string): string {
  const typed = valueOf(values, name);
  return parseDate(typed) ?? typed;
}

async function viewOf(c: AppContext) {
  return versionView(c.get('ctx'), c.req.param('slug') ?? '', Number(c.req.param('number')));
}

async function publishPage(c: AppContext, problem: FormProblem, values: FormValues): Promise<Redo> {
  const { version, differences } = await viewOf(c);
  const from = parseDate(valueOf(values, 'from'));
  const intent = { decision: valueOf(values, 'decision') || '–', decisionDate: null };
  const check = from ? await checkPublication(c.get('ctx'), version, { from, ...intent }) : null;
  const view = { draft: version, check, differences, values, problem, formId: newFormId() };
  return {
    options: {
      title: `Công bố phiên bản ${version.number}`,
      lead: version.content.shortName,
      breadcrumbs: [
        CATALOGUE,
        { text: version.content.shortName, href: procedurePaths.one(version.slug) },
        {
          text: `Bản dự thảo số ${version.number}`,
          href: procedurePaths.version(version.slug, version.number),
        },
        { text: 'Công bố' },
      ],
    },
    content: <PublishPage view={view} />,
  };
}

procedurePublicationRoutes.get('/procedures/:slug/end', async (c) => {
  await authorise(c.get('ctx'), 'procedure.publish');
  const { options, content } = await endPage(c, NO_PROBLEM, {});
  return c.get('staffPage')(options, content);
});

procedurePublicationRoutes.post('/procedures/:slug/end', only('procedure.publish'), async (c) => {
  const { procedure } = await procedureView(c.get('ctx'), c.req.param('slug'));
  return submit(c, {
    schema: ending,
    read: ({ values }) => ({ on: dateOf(values, 'on'), decision: valueOf(values, 'decision') }),
    run: async (ctx, input) => {
      await endProcedure(ctx, { ...input, procedureId: procedure.id });
      const notice = `Thủ tục hết hiệu lực từ ${formatDate(input.on)}.`;
      return { location: procedurePaths.one(procedure.slug), notice };
    },
    redo: async (problem, values) => endPage(c, problem, values),
    page: c.get('staffPage'),
  });
});

async function endPage(c: AppContext, problem: FormProblem, values: FormValues): Promise<Redo> {
  const { procedure, shown } = await procedureView(c.get('ctx'), c.req.param('slug') ?? '');
  const { shortName } = shown.content;
  return {
    options: {
      title: 'Bãi bỏ thủ tục',
      lead: shortName,
      breadcrumbs: [
        CATALOGUE,
        { text: shortName, href: procedurePaths.one(procedure.slug) },
        { text: 'Bãi bỏ' },
      ],
    },
    content: <EndPage view={{ slug: procedure.slug, values, problem, formId: newFormId() }} />,
  };
}
