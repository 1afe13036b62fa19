import { Hono } from 'hono';
import { z } from 'zod';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { NO_PROBLEM, problemOf, type FormProblem, submit, type Redo } from '#foundation/submit.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { RULES, ruleByCode } from '#kernel/report/rules/all.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { type FormValues, messagesOf, type SubmittedForm, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { MEDIA_TYPES } from '#platform/uploads/verdict.ts';
import { KeptContent, KeptListContent, ResultContent, StartContent } from './pages.tsx';
import { RuleContent, RuleListContent } from './rules/pages.tsx';
import { checkInput, checkPaths } from './schema.ts';
import { checkSent, keptCheck, keptChecks, removeCheck } from './service.ts';

const ID = ':id{[0-9]{1,15}}';
const START = { text: 'Soát báo cáo', href: checkPaths.start };
const READABLE: ReadonlySet<string> = new Set([MEDIA_TYPES.docx, MEDIA_TYPES.pdf, MEDIA_TYPES.text]);

/** The checker of reports. */
export const reportCheckRoutes = new Hono<AppEnv>()
  .get(checkPaths.start, only('report.check'), (c) => show(c, startPage({}, NO_PROBLEM)))
  .post(checkPaths.start, only('report.check'), async (c) => check(c, await readForm(c)))
  .get(checkPaths.kept, only('report.check'), async (c) =>
    show(c, {
      options: { title: 'Kết quả soát đã lưu', breadcrumbs: [START, { text: 'Kết quả đã lưu' }] },
      content: <KeptListContent rows={await keptChecks(c.get('ctx'))} />,
    }),
  )
  .get(checkPaths.one(ID), only('report.check'), async (c) => show(c, await keptPage(c)))
  .post(checkPaths.remove(ID), only('report.check'), async (c) =>
    submit(c, {
      schema: z.object({}),
      read: () => ({}),
      run: async (ctx) => {
        await removeCheck(ctx, Number(c.req.param('id')));
        return { location: checkPaths.kept, notice: 'Đã xóa kết quả soát.' };
      },
      redo: async () => keptPage(c),
      page: c.get('staffPage'),
    }),
  )
  .get(checkPaths.rules, only('report.check'), (c) =>
    show(c, {
      options: { title: 'Máy soát những gì', breadcrumbs: [START, { text: 'Máy soát những gì' }] },
      content: <RuleListContent rules={RULES} />,
    }),
  )
  .get(checkPaths.rule(':code{[a-z0-9-]{1,60}}'), only('report.check'), (c) => {
    const rule =
      ruleByCode(c.req.param('code') ?? '') ?? refuse('missing', 'Không có điều soát nào mang mã này.');
    const up = { text: 'Máy soát những gì', href: checkPaths.rules };
    return show(c, {
      options: { title: rule.name, breadcrumbs: [START, up, { text: rule.name }] },
      content: <RuleContent rule={rule} />,
    });
  });

/** Nothing is written unless it is to be kept, so a text that is checked twice is only looked at twice. */
async function check(c: AppContext, form: SubmittedForm): Promise<Response> {
  const again = (problem: FormProblem) => show(c, startPage(form.values, problem), 422);
  const refused = { ...form.refused, ...unreadable(form) };
  if (Object.keys(refused).length > 0) return again({ message: null, fields: refused });
  const parsed = checkInput.safeParse({
    file: form.files.find(({ field }) => field === 'file'),
    text: valueOf(form.values, 'text'),
    keep: valueOf(form.values, 'keep') !== '',
  });
  if (!parsed.success) return again({ message: null, fields: messagesOf(parsed.error) });
  try {
    const { checked, keptId } = await checkSent(c.get('ctx'), parsed.data);
    if (keptId !== null) return c.redirect(checkPaths.one(keptId), 303);
    const title = `Kết quả soát: ${checked.name}`;
    return await show(c, {
      options: { title, breadcrumbs: [START, { text: 'Kết quả' }] },
      content: <ResultContent checked={checked} />,
    });
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'invalid') return again(problemOf(error));
    throw error;
  }
}

function unreadable({ files }: SubmittedForm): Readonly<Record<string, string>> {
  const wrong = files.find(({ mediaType }) => !READABLE.has(mediaType));
  return wrong
    ? {
        file: `Tệp “${wrong.name}” không phải DOCX, PDF hay TXT. Hãy lưu báo cáo thành một trong ba dạng đó.`,
      }
    : {};
}

function startPage(values: FormValues, problem: FormProblem): Redo {
  return {
    options: { title: 'Soát báo cáo', breadcrumbs: [{ text: 'Soát báo cáo' }] },
    content: <StartContent values={values} problem={problem} />,
  };
}

async function keptPage(c: AppContext): Promise<Redo> {
  const kept = await keptCheck(c.get('ctx'), Number(c.req.param('id')));
  const up = { text: 'Kết quả đã lưu', href: checkPaths.kept };
  return {
    options: {
      title: `Kết quả soát: ${kept.name}`,
      lead: `${formatNumber(kept.findings.length)} chỗ cần xem`,
      breadcrumbs: [START, up, { text: kept.name }],
    },
    content: <KeptContent check={kept} />,
  };
}

async function show(c: AppContext, { options, content }: Redo, status: 200 | 422 = 200): Promise<Response> {
  return c.get('staffPage')(status === 200 ? options : { ...options, status }, content);
}
