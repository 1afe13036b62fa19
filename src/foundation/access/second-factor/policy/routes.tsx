import { Hono } from 'hono';
import { type FormValues, valueOf, valuesOf } from '#web/http/form-values.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { only } from '../../only.ts';
import { POLICY } from '../schema.ts';
import { PolicyPage } from './pages.tsx';
import { policySchema } from './schema.ts';
import { policyToSet, requireOfRoles } from './service.ts';

export const policyRoutes = new Hono<AppEnv>()
  .get(POLICY, async (c) => {
    const { options, content } = await view(c, NO_PROBLEM, null);
    return c.get('staffPage')(options, content);
  })
  .post(POLICY, only('account.manage'), async (c) =>
    submit(c, {
      schema: policySchema,
      read: ({ values }) => ({ roles: valuesOf(values, 'roles'), sequence: valueOf(values, 'sequence') }),
      run: async (ctx, input) => {
        await requireOfRoles(ctx, input);
        return { location: POLICY, notice: 'Đã lưu quy định đăng nhập hai bước.' };
      },
      redo: async (problem, values) => view(c, problem, values),
      page: c.get('staffPage'),
    }),
  );

async function view(c: AppContext, problem: FormProblem, sent: FormValues | null): Promise<Redo> {
  const { requiredRoles, sequence, counts } = await policyToSet(c.get('ctx'));
  return {
    options: {
      title: 'Quy định đăng nhập hai bước',
      breadcrumbs: [
        { text: 'Cán bộ, vị trí', href: '/people' },
        { text: 'Tài khoản', href: '/people/accounts' },
      ],
    },
    content: (
      <PolicyPage
        formId={newFormId()}
        required={sent === null ? requiredRoles : valuesOf(sent, 'roles')}
        sequence={sequence}
        counts={counts}
        problem={problem}
      />
    ),
  };
}
