import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { CHANNEL_LABELS, noticePaths, stopInput, TEMPLATE_LABELS, templateInput } from '../schema.ts';
import { TemplateContent, TemplateListContent } from './pages.tsx';
import { knownBy, saveTemplate, stopTemplate, templates, textInForce } from './service.ts';

const WHICH = [':code', ':channel'] as const;

/** What is said to whom on which channel: data with a period, with a try before it is used. */
export const noticeTemplateRoutes = new Hono<AppEnv>()
  .get(noticePaths.templates, only('notification.manage'), async (c) => {
    const ctx = c.get('ctx');
    const view = {
      templates: await templates(ctx),
      today: localDateOf(ctx.now),
      mayChange: can(requireActor(ctx), 'notification.manage'),
    };
    return c.get('staffPage')({ title: 'Mẫu thông báo' }, <TemplateListContent view={view} />);
  })
  .get(noticePaths.template(...WHICH), only('notification.manage'), async (c) => show(c, await page(c)))
  .post(noticePaths.preview(...WHICH), only('notification.manage'), async (c) => {
    const { values } = await readForm(c);
    return show(c, await page(c, { values, problem: NO_PROBLEM }));
  })
  .post(noticePaths.template(...WHICH), only('notification.manage'), async (c) =>
    submit(c, {
      schema: templateInput,
      read: ({ values }) => ({
        ...which(c),
        subject: valueOf(values, 'subject'),
        body: valueOf(values, 'body').replaceAll('\r\n', '\n'),
        validFrom: dateIn(values, 'validFrom'),
        known: valueOf(values, 'known'),
      }),
      run: async (ctx, input) => {
        await saveTemplate(ctx, input);
        const notice = `Đã lưu mẫu, áp dụng từ ${formatDate(input.validFrom)}.`;
        return { location: noticePaths.template(input.code, input.channel), notice };
      },
      redo: async (problem, values) => page(c, { values, problem }),
      page: c.get('staffPage'),
    }),
  )
  .post(noticePaths.stop(...WHICH), only('notification.manage'), async (c) =>
    submit(c, {
      schema: stopInput,
      read: ({ values }) => ({
        ...which(c),
        stopFrom: dateIn(values, 'stopFrom'),
        known: valueOf(values, 'known'),
      }),
      run: async (ctx, input) => {
        await stopTemplate(ctx, input);
        const notice = `Không gửi trên kênh này từ ${formatDate(input.stopFrom)}.`;
        return { location: noticePaths.template(input.code, input.channel), notice };
      },
      redo: async (problem, values) => page(c, { values, problem }),
      page: c.get('staffPage'),
    }),
  );

async function show(c: AppContext, { options, content }: Redo): Promise<Response> {
  return c.get('staffPage')(options, content);
}

type Typed = { readonly values: FormValues; readonly problem: FormProblem };

/** With what was typed, or with the text that holds, from today on. */
async function page(c: AppContext, typed?: Typed): Promise<Redo> {
  const ctx = c.get('ctx');
  const today = localDateOf(ctx.now);
  const about = which(c);
  const all = await templates(ctx);
  const versions = all.filter(({ code, channel }) => code === about.code && channel === about.channel);
  const current = textInForce(versions, { ...about, on: today }) ?? versions.at(-1);
  const { subject = '', body = '' } = current ?? {};
  const fresh = { subject: [subject], body: [body], validFrom: [formatDate(today)] };
  const values = { ...fresh, ...typed?.values };
  const problem = typed?.problem ?? NO_PROBLEM;
  const view = {
    ...about,
    versions,
    today,
    mayChange: can(requireActor(ctx), 'notification.manage'),
    field: fieldsOf(values, problem),
    problem,
    formId: newFormId(),
    known: valueOf(values, 'known') || knownBy(versions),
  };
  return {
    options: {
      title: TEMPLATE_LABELS[about.code],
      lead: CHANNEL_LABELS[about.channel],
      breadcrumbs: [
        { text: 'Thông báo', href: noticePaths.list },
        { text: 'Mẫu thông báo', href: noticePaths.templates },
      ],
    },
    content: <TemplateContent view={view} />,
  };
}

function which(c: AppContext) {
  const { code, channel } = templateInput.shape;
  const read = {
    code: code.safeParse(c.req.param('code')),
    channel: channel.safeParse(c.req.param('channel')),
  };
  if (!read.code.success || !read.channel.success) {
    return refuse('missing', 'Không có mẫu thông báo này. Hãy quay lại danh sách mẫu.');
  }
  return { code: read.code.data, channel: read.channel.data };
}

/** As the schema reads it; what is no date stays and is refused there. */
function dateIn(values: FormValues, name: string): string {
  const typed = valueOf(values, name).trim();
  return parseDate(typed) ?? typed;
}
