import { Hono } from 'hono';
import { z } from 'zod';
import { authorise } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { asSystem } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { isLocalDate, localDateOf } from '#kernel/local-date.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, messagesOf, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { crumbsOf, draftOf } from '../draft-of.ts';
import { processPaths } from '../schema.ts';
import { countRunning } from '../versions/store.ts';
import { PublishPage } from './pages.tsx';
import { checkProcess, publishProcess } from './service.ts';

const ADDRESS = '/processes/:slug/versions/:number{[0-9]+}/publish';

const day = (message: string) => z.string().refine(isLocalDate, message);
const approval = z.object({
  from: day('Nhập ngày áp dụng, ví dụ 1/7/2025.'),
  decision: z.string().min(1, 'Ghi số quyết định phê duyệt quy trình.').max(200),
  decisionDate: day('Nhập ngày ký quyết định, ví dụ 28/4/2020.').nullable(),
  revision: z.int(),
});

export const processPublicationRoutes = new Hono<AppEnv>();

processPublicationRoutes.get(ADDRESS, async (c) => {
  await authorise(c.get('ctx'), 'procedure.publish');
  const { draft } = await draftOf(c);
  const from = draft.validFrom ?? localDateOf(c.get('ctx').now);
  const { options, content } = await publishPage(c, {
    problem: NO_PROBLEM,
    values: { from: [formatDate(from)] },
  });
  return c.get('staffPage')(options, content);
});

processPublicationRoutes.post(ADDRESS, only('procedure.publish'), async (c) => {
  const { draft, procedure } = await draftOf(c);
  const { values } = await readForm(c);
  if (valueOf(values, 'check') !== '') {
    const parsed = approval.safeParse(read(values));
    const problem = parsed.success ? NO_PROBLEM : { message: null, fields: messagesOf(parsed.error) };
    const { options, content } = await publishPage(c, { problem, values });
    return c.get('staffPage')({ ...options, ...(parsed.success ? {} : { status: 422 }) }, content);
  }
  return submit(c, {
    schema: approval,
    read: (form) => read(form.values),
    run: async (ctx, input) => {
      const { number, validFrom } = await publishProcess(ctx, { ...input, versionId: draft.id });
      const notice = `Đã công bố quy trình phiên bản ${number}, áp dụng từ ${formatDate(validFrom)}.`;
      return { location: processPaths.one(procedure.slug), notice };
    },
    redo: async (problem, sent) => publishPage(c, { problem, values: sent }),
    page: c.get('staffPage'),
  });
});

function read(values: FormValues) {
  return {
    from: dateOf(values, 'from'),
    decision: valueOf(values, 'decision'),
    decisionDate: dateOf(values, 'decisionDate') || null,
    revision: Number(valueOf(values, 'revision')),
  };
}

/** The day as the schema wants it, or what was typed so that the schema refuses it. */
function dateOf(values: FormValues, name: string): string {
  const typed = valueOf(values, name);
  return parseDate(typed) ?? typed;
}

type Shown = { readonly problem: FormProblem; readonly values: FormValues };

async function publishPage(c: AppContext, { problem, values }: Shown): Promise<Redo> {
  const open = await draftOf(c);
  const { draft, procedure } = open;
  const ctx = c.get('ctx');
  const from = parseDate(valueOf(values, 'from'));
  const wanted = { from: from ?? '', decision: valueOf(values, 'decision') || '–', decisionDate: null };
  const check = from ? await checkProcess(ctx, draft, wanted) : null;
  const isFine = check?.isFine === true && approval.safeParse(read(values)).success;
  const view = {
    slug: procedure.slug,
    draft,
    check,
    isSecondLook: isFine && problem === NO_PROBLEM && valueOf(values, 'check') !== '',
    // A figure of the whole authority, without a dossier in it.
    running: await asSystem(ctx, async (system) => {
      const id = check?.placement.replaces?.definitionId;
      return id === undefined ? 0 : ((await countRunning(system.db)).get(id) ?? 0);
    }),
    values,
    problem: withPlacement(problem, check?.placement.problems ?? []),
    formId: newFormId(),
  };
  return {
    options: {
      title: `Công bố quy trình, bản dự thảo số ${draft.number}`,
      lead: procedure.content.shortName,
      breadcrumbs: crumbsOf(open, 'Công bố'),
    },
    content: <PublishPage view={view} />,
  };
}

/** What is wrong with the day stands above the form as well as what is wrong with its fields. */
function withPlacement(problem: FormProblem, sentences: readonly string[]): FormProblem {
  const message = problem.message ?? (sentences.length > 0 ? sentences.join(' ') : null);
  return { ...problem, message };
}
