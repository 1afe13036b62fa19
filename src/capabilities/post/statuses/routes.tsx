import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { postPaths, statusInput } from '../schema.ts';
import { StatusesContent } from './pages.tsx';
import { saveStatus, statuses } from './service.ts';

/** What the codes of the post mean: data, because the post changes them. */
export const statusRoutes = new Hono<AppEnv>()
  .get(postPaths.statuses, only('notification.manage'), async (c) => {
    const { options, content } = await page(c);
    return c.get('staffPage')(options, content);
  })
  .post(postPaths.statuses, only('notification.manage'), async (c) =>
    submit(c, {
      schema: statusInput,
      read: ({ values }) => ({
        id: valueOf(values, 'id') || null,
        sequence: valueOf(values, 'sequence'),
        code: valueOf(values, 'code'),
        label: valueOf(values, 'label'),
        state: valueOf(values, 'state'),
      }),
      run: async (ctx, input) => {
        await saveStatus(ctx, input);
        return { location: postPaths.statuses, notice: `Đã lưu mã ${input.code}.` };
      },
      redo: async (problem, values) => page(c, { values, problem }),
      page: c.get('staffPage'),
    }),
  );

async function page(
  c: AppContext,
  typed?: { readonly values: FormValues; readonly problem: FormProblem },
): Promise<Redo> {
  const rows = await statuses(c.get('ctx'));
  const wanted = typed ? valueOf(typed.values, 'id') : (c.req.query('id') ?? '');
  const chosen = rows.find(({ id }) => String(id) === wanted);
  const values = typed?.values ?? (chosen ? valuesOf(chosen) : {});
  const problem = typed?.problem ?? NO_PROBLEM;
  const view = {
    rows,
    id: chosen?.id ?? null,
    field: fieldsOf(values, problem),
    problem,
    formId: newFormId(),
  };
  return {
    options: { title: 'Mã của bưu chính', breadcrumbs: [{ text: 'Bưu gửi', href: postPaths.list }] },
    content: <StatusesContent view={view} />,
  };
}

function valuesOf(row: {
  readonly code: string;
  readonly label: string;
  readonly state: string | null;
  readonly sequence: number;
}): FormValues {
  const { code, label, state, sequence } = row;
  return { code: [code], label: [label], state: [state ?? ''], sequence: [String(sequence)] };
}
