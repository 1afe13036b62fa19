import { Hono } from 'hono';
import { z } from 'zod';
import { authorise } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { refuse } from '#kernel/refusal.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { DiscardPage } from './page/discard.tsx';
import { GuidePage } from './page/guide.tsx';
import { OperationsPage } from './page/pages.tsx';
import { discardPath, discardSchema, GUIDE, OPERATIONS, retryPath, taskWords } from './schema.ts';
import { discardJob, jobToDiscard, operations, retryJob } from './service.ts';

const ID = ':id{[0-9]+}';
const TITLE = 'Vận hành hệ thống';
const BELOW = [{ text: TITLE, href: OPERATIONS }];

/** The operator's page: how the installation is, jobs that need somebody, and what to do. */
export const operationRoutes = new Hono<AppEnv>()
  .get(OPERATIONS, async (c) => {
    const { options, content } = await view(c);
    return c.get('staffPage')(options, content);
  })
  .get(GUIDE, async (c) => {
    await authorise(c.get('ctx'), 'operations.manage');
    return c.get('staffPage')({ title: 'Hướng dẫn xử lý sự cố', breadcrumbs: BELOW }, <GuidePage />);
  })
  .post(retryPath(ID), only('operations.manage'), async (c) =>
    submit(c, {
      schema: z.object({}),
      read: () => ({}),
      run: async (ctx) => {
        const job = await retryJob(ctx, idOf(c));
        return { location: `${OPERATIONS}#viec-nen`, notice: `Đang làm lại: ${taskWords(job.task)}.` };
      },
      redo: async ({ message }) =>
        refuse('conflict', message ?? 'Chưa làm lại được việc này. Hãy tải lại trang.'),
      page: c.get('staffPage'),
    }),
  )
  .get(discardPath(ID), async (c) => {
    const { options, content } = await discardView(c, NO_PROBLEM, {});
    return c.get('staffPage')(options, content);
  })
  .post(discardPath(ID), only('operations.manage'), async (c) =>
    submit(c, {
      schema: discardSchema,
      read: ({ values }) => ({ reason: valueOf(values, 'reason') }),
      run: async (ctx, { reason }) => {
        const job = await discardJob(ctx, { id: idOf(c), reason });
        return { location: `${OPERATIONS}#viec-nen`, notice: `Đã bỏ: ${taskWords(job.task)}.` };
      },
      redo: async (problem, values) => discardView(c, problem, values),
      page: c.get('staffPage'),
    }),
  );

async function view(c: AppContext): Promise<Redo> {
  const shown = await operations(c.get('ctx'));
  return {
    options: {
      title: TITLE,
      lead: 'Sự cố, việc nền, đĩa, sao lưu và nhật ký của hệ thống này.',
      actions: (
        <>
          <Button variant="secondary" href={GUIDE}>
            Hướng dẫn xử lý sự cố
          </Button>
          <Button variant="secondary" act="print" icon="print">
            In
          </Button>
        </>
      ),
    },
    content: <OperationsPage {...shown} />,
  };
}

async function discardView(c: AppContext, problem: FormProblem, values: FormValues): Promise<Redo> {
  const job = await jobToDiscard(c.get('ctx'), idOf(c));
  return {
    options: { title: 'Bỏ một việc nền', breadcrumbs: BELOW },
    content: (
      <DiscardPage job={job} formId={newFormId()} field={fieldsOf(values, problem)} problem={problem} />
    ),
  };
}

/** A number too long for any job names none. */
function idOf(c: AppContext): number {
  const id = Number(c.req.param('id'));
  return Number.isSafeInteger(id) ? id : refuse('missing', 'Không có việc này trong hàng đợi.');
}
