import { Hono } from 'hono';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { refuse } from '#kernel/refusal.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { DropContent, GuardContent } from './pages.tsx';
import { dropInput, GUARD_LABELS, guardPaths, type GuardRow, retryInput } from './schema.ts';
import { dropGuarded, guardRows, requireWatcher, retryGuarded, rowFor } from './service.ts';

const TITLE = 'Việc bị bỏ sót';

/** What the system should have done by itself and did not. */
export const guardRoutes = new Hono<AppEnv>()
  .get(guardPaths.list, async (c) => {
    const ctx = c.get('ctx');
    const view = { rows: await guardRows(ctx), unitName: await unitNames(ctx, 'shortName') };
    const lead =
      'Hẹn giờ, việc nền, thông báo, bàn giao và quy định chưa được thực hiện hoặc thực hiện không được.';
    return c.get('staffPage')({ title: TITLE, lead }, <GuardContent view={view} />);
  })
  .post(guardPaths.retry, async (c) => {
    requireWatcher(c.get('ctx'));
    return submit(c, {
      schema: retryInput,
      read: ({ values }) => named(values),
      run: async (ctx, input) => done(await retryGuarded(ctx, input), 'Đang làm lại'),
      redo: async ({ message }) =>
        refuse('conflict', message ?? 'Chưa làm lại được việc này. Hãy tải lại trang.'),
      page: c.get('staffPage'),
    });
  })
  .get(guardPaths.drop, async (c) => {
    const query = { kind: [c.req.query('kind') ?? ''], id: [c.req.query('id') ?? ''] };
    const { options, content } = await dropPage(c, NO_PROBLEM, query);
    return c.get('staffPage')(options, content);
  })
  .post(guardPaths.drop, async (c) => {
    requireWatcher(c.get('ctx'));
    return submit(c, {
      schema: dropInput,
      read: ({ values }) => ({ ...named(values), reason: valueOf(values, 'reason') }),
      run: async (ctx, input) => done(await dropGuarded(ctx, input), 'Đã bỏ'),
      redo: async (problem, values) => dropPage(c, problem, values),
      page: c.get('staffPage'),
    });
  });

function named(values: FormValues) {
  return { kind: valueOf(values, 'kind'), id: valueOf(values, 'id') };
}

function done({ kind }: GuardRow, what: string) {
  return { location: guardPaths.list, notice: `${what}: ${GUARD_LABELS[kind].toLowerCase()}.` };
}

async function dropPage(c: AppContext, problem: FormProblem, values: FormValues): Promise<Redo> {
  const ctx = c.get('ctx');
  requireWatcher(ctx);
  const asked = retryInput.safeParse(named(values));
  if (!asked.success) refuse('missing', 'Không có việc này. Hãy chọn trong danh sách.');
  const row = await rowFor(ctx, asked.data, 'drop');
  return {
    options: { title: 'Bỏ việc này?', breadcrumbs: [{ text: TITLE, href: guardPaths.list }] },
    content: (
      <DropContent row={row} formId={newFormId()} field={fieldsOf(values, problem)} problem={problem} />
    ),
  };
}
