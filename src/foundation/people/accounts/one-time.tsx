import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { z } from 'zod';
import type { SubmittedForm } from '#web/http/form-values.ts';
import { withQuery } from '#web/http/list-state.ts';
import type { OneTimePassword } from '#foundation/access/accounts/schema.ts';
import { oneTimeEnd } from '#foundation/access/accounts/service.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import type { FormState } from '../form-state.ts';
import { officerPath } from '../paths.ts';
import { OneTimePasswordPage } from './pages.tsx';
import { accountToManage } from './service.ts';

type OneTimeRoute<Input> = {
  readonly path: string;
  readonly schema: z.ZodType<Input>;
  readonly read: (form: SubmittedForm) => unknown;
  readonly view: (c: AppContext, state: FormState) => Promise<Redo>;
  /** The verb that gives a password. */
  readonly give: (c: AppContext, ctx: Context, input: Input) => Promise<OneTimePassword>;
};

/**
 * The two routes of a form whose outcome is a secret: the answer to the POST shows it, because no address and no cookie
 * may carry it. The same form sent again only leads to the person's page.
 */
export function oneTimeRoutes<Input>(form: OneTimeRoute<Input>): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(form.path, async (c) => {
      const { options, content } = await form.view(c, { values: {}, problem: NO_PROBLEM });
      return c.get('staffPage')(options, content);
    })
    .post(form.path, async (c) => {
      const given: OneTimePassword[] = [];
      // Of two simultaneous submissions one is undone and sent to the other's address: this tells them apart.
      const mark = randomUUID();
      const response = await submit(c, {
        schema: form.schema,
        read: form.read,
        run: async (ctx, input) => {
          const password = await form.give(c, ctx, input);
          given.push(password);
          const { account } = await accountToManage(ctx, password.accountId);
          return { location: withQuery(officerPath(account.officerId), { given: mark }) };
        },
        redo: async (problem, values) => form.view(c, { values, problem }),
        page: c.get('staffPage'),
      });
      const [password] = given;
      const isOurs = response.headers.get('location')?.endsWith(mark) === true;
      return password && isOurs ? showOnce(c, password) : response;
    });
}

async function showOnce(c: AppContext, { accountId, login, password }: OneTimePassword): Promise<Response> {
  const ctx = c.get('ctx');
  const { officer } = await accountToManage(ctx, accountId);
  // The redirect that is not taken has set nothing but these.
  c.header('Location', undefined);
  c.header('Cache-Control', 'no-store');
  return c.get('staffPage')(
    { title: 'Mật khẩu dùng một lần', ownHeading: true, status: 200 },
    <OneTimePasswordPage
      login={login}
      password={password}
      officerName={officer.fullName}
      validUntil={oneTimeEnd(ctx.now)}
      back={officerPath(officer.id)}
    />,
  );
}
