import { Hono } from 'hono';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { VouchingPage } from './pages.tsx';
import { letterPaths, newRecipient, removedRecipient } from './schema.ts';
import { addRecipient, removeRecipient, vouching } from './service.ts';

/** Who keeps the states of the log outside; for the administrator. */
export const letterRoutes = new Hono<AppEnv>()
  .get(letterPaths.page, async (c) => {
    const { options, content } = await view(c, NO_PROBLEM, {});
    return c.get('staffPage')(options, content);
  })
  .post(letterPaths.page, only('account.manage'), async (c) =>
    submit(c, {
      schema: newRecipient,
      read: ({ values }) => ({ address: valueOf(values, 'address') }),
      run: async (ctx, input) => {
        await addRecipient(ctx, input);
        return {
          location: letterPaths.page,
          notice: `Từ sáng mai ${input.address} nhận trạng thái nhật ký.`,
        };
      },
      redo: async (problem, values) => view(c, problem, values),
      page: c.get('staffPage'),
    }),
  )
  .post(letterPaths.remove, only('account.manage'), async (c) =>
    submit(c, {
      schema: removedRecipient,
      read: ({ values }) => ({ id: valueOf(values, 'id') }),
      run: async (ctx, input) => {
        const address = await removeRecipient(ctx, input);
        return { location: letterPaths.page, notice: `Đã thôi gửi cho ${address} và báo cho người đó.` };
      },
      redo: async (problem) => view(c, problem, {}),
      page: c.get('staffPage'),
    }),
  );

async function view(c: AppContext, problem: FormProblem, values: FormValues): Promise<Redo> {
  const facts = await vouching(c.get('ctx'));
  return {
    options: { title: 'Nhân chứng của nhật ký' },
    content: (
      <VouchingPage
        {...facts}
        formId={newFormId()}
        field={fieldsOf(values, problem)}
        problem={problem}
        removeFormId={() => newFormId()}
      />
    ),
  };
}
