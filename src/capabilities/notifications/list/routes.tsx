import { Hono } from 'hono';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { can, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { organisationNow, unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { noticePaths, templateWords } from '../schema.ts';
import { NOTICE_COLUMNS } from './exports.ts';
import { NoticeContent, NoticesContent } from './pages.tsx';
import { noticeQuery, resendInput } from './schema.ts';
import { exportNotices, noticeById, noticesPage, resend } from './service.ts';

const ID = ':id{[0-9]{1,15}}';

/** What was told, what became of it, and sending it again. */
export const noticeListRoutes = new Hono<AppEnv>()
  .get(noticePaths.list, async (c) => {
    const ctx = c.get('ctx');
    const query = noticeQuery.parse(c.req.query());
    const format = exportFormatOf(c.req.query('format'));
    if (format) {
      const columns = NOTICE_COLUMNS(await unitNames(ctx, 'shortName'));
      return exportTable({ name: 'thong-bao', columns, rows: await exportNotices(ctx, query), format });
    }
    const view = {
      query,
      ...(await noticesPage(ctx, query)),
      units: await unitsOf(c),
      mayManage: can(requireActor(ctx), 'notification.manage'),
    };
    return c.get('staffPage')({ title: 'Thông báo đã gửi' }, <NoticesContent view={view} />);
  })
  .get(noticePaths.one(ID), async (c) => {
    const { options, content } = await page(c, { values: {}, problem: NO_PROBLEM });
    return c.get('staffPage')(options, content);
  })
  .post(noticePaths.resend(ID), only('dossier.notify'), async (c) =>
    submit(c, {
      schema: resendInput,
      read: ({ values }) => ({ id: c.req.param('id'), address: valueOf(values, 'address') }),
      run: async (ctx, input) => {
        await resend(ctx, input);
        return { location: noticePaths.one(input.id), notice: 'Thông báo đang được gửi lại.' };
      },
      redo: async (problem, values) => page(c, { values, problem }),
      page: c.get('staffPage'),
    }),
  );

type Typed = { readonly values: FormValues; readonly problem: FormProblem };

async function page(c: AppContext, { values, problem }: Typed): Promise<Redo> {
  const ctx = c.get('ctx');
  const notice = await noticeById(ctx, Number(c.req.param('id')));
  const isOver = notice.state === 'given-up' || notice.state === 'sent';
  const view = {
    notice,
    mayResend: isOver && can(requireActor(ctx), 'dossier.notify'),
    field: fieldsOf(values, problem),
    problem,
    formId: newFormId(),
  };
  return {
    options: {
      title: templateWords(notice.template),
      breadcrumbs: [{ text: 'Thông báo đã gửi', href: noticePaths.list }],
    },
    content: <NoticeContent view={view} />,
  };
}

async function unitsOf(c: AppContext) {
  const ctx = c.get('ctx');
  const ids = await unitsWith(ctx, 'dossier.read');
  const { units } = await organisationNow(ctx);
  return [...units.values()]
    .filter(({ id }) => ids === null || ids.includes(id))
    .toSorted((one, other) => compareText(one.shortName, other.shortName));
}
