import { Hono } from 'hono';
import type { z } from 'zod';
import type { SubmittedForm } from '#web/http/form-values.ts';
import type { OneTimePassword } from '#foundation/access/accounts/schema.ts';
import { oneTimeEnd } from '#foundation/access/accounts/service.ts';
import { OneTimePasswordPage } from '#foundation/access/passwords/one-time-page.tsx';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { submitAndShowOnce } from '#foundation/show-once.ts';
import { NO_PROBLEM, type Redo } from '#foundation/submit.ts';
import type { FormState } from '../form-state.ts';
import { officerPath } from '../paths.ts';
import { accountToManage } from './service.ts';

type OneTimeRoute<Input> = {
  readonly path: string;
  readonly schema: z.ZodType<Input>;
  readonly read: (form: SubmittedForm) => unknown;
  readonly view: (c: AppContext, state: FormState) => Promise<Redo>;
  /** The verb that gives a password. */
  readonly give: (c: AppContext, ctx: Context, input: Input) => Promise<OneTimePassword>;
};

/** The two routes of a form whose outcome is a password to hand over. */
export function oneTimeRoutes<Input>(form: OneTimeRoute<Input>): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(form.path, async (c) => {
      const { options, content } = await form.view(c, { values: {}, problem: NO_PROBLEM });
      return c.get('staffPage')(options, content);
    })
    .post(form.path, async (c) =>
      submitAndShowOnce(c, {
        schema: form.schema,
        read: form.read,
        run: async (ctx, input) => {
          const secret = await form.give(c, ctx, input);
          const { account } = await accountToManage(ctx, secret.accountId);
          return { location: officerPath(account.officerId), secret };
        },
        show: async (password) => passwordPage(c, password),
        redo: async (problem, values) => form.view(c, { values, problem }),
        page: c.get('staffPage'),
      }),
    );
}

async function passwordPage(c: AppContext, { accountId, login, password }: OneTimePassword): Promise<Redo> {
  const ctx = c.get('ctx');
  const { officer } = await accountToManage(ctx, accountId);
  return {
    options: { title: 'Mật khẩu dùng một lần', ownHeading: true },
    content: (
      <OneTimePasswordPage
        login={login}
        password={password}
        officerName={officer.fullName}
        validUntil={oneTimeEnd(ctx.now)}
        back={officerPath(officer.id)}
      />
    ),
  };
}
