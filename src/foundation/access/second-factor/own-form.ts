import { Hono } from 'hono';
import { z } from 'zod';
import { sessionToken } from '#web/http/cookies.ts';
import { type FormValues, type SubmittedForm, valueOf } from '#web/http/form-values.ts';
import type { Context } from '#foundation/context.ts';
import type { AppContext, AppEnv, PageOptions } from '#foundation/http.ts';
import { submitAndShowOnce } from '#foundation/show-once.ts';
import { type FormProblem, NO_PROBLEM, type Redo } from '#foundation/submit.ts';
import { requireActor } from '../authorise.ts';
import { proveCurrent } from '../passwords/service.ts';
import { codesView } from './codes/pages.tsx';
import { currentSchema, SECOND_FACTOR } from './schema.ts';

/** What a deed about one's own ways to sign in leaves: a word for the next page, or codes to show once. */
export type OwnDone = { readonly notice?: string; readonly codes?: readonly string[] | null };

type OwnForm<Input> = {
  readonly path: string;
  readonly schema: z.ZodType<Input>;
  readonly read: (form: SubmittedForm) => unknown;
  readonly view: (c: AppContext, problem: FormProblem, values: FormValues) => Promise<Redo>;
  readonly run: (c: AppContext, ctx: Context, input: Input & { readonly token: string }) => Promise<OwnDone>;
};

/**
 * The two routes of a form about one's own ways to sign in. Each asks for the password again, counted as at the door;
 * each leads back to the overview, or to new codes for emergencies first.
 */
export function ownFormRoutes<Input>(form: OwnForm<Input>): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(form.path, async (c) => {
      requireActor(c.get('ctx'));
      const { options, content } = await form.view(c, NO_PROBLEM, {});
      return c.get('staffPage')(options, content);
    })
    .post(form.path, async (c) => {
      requireActor(c.get('ctx'));
      return submitAndShowOnce(c, {
        schema: z.object({ current: currentSchema, rest: form.schema }),
        // Blanks may belong to a password, so it is not trimmed as other fields are.
        read: (sent) => ({ current: sent.values['current']?.[0] ?? '', rest: form.read(sent) }),
        before: async (ctx, { current }) => proveCurrent(ctx, { current, address: c.get('address') }),
        run: async (ctx, { rest }) => {
          const { notice, codes } = await form.run(c, ctx, { ...rest, token: sessionToken(c) ?? '' });
          return { location: SECOND_FACTOR, secret: codes ?? null, ...(notice ? { notice } : {}) };
        },
        show: async (codes) => codesView(codes),
        redo: async (problem, values) => form.view(c, withoutGroup(problem), values),
        page: c.get('staffPage'),
      });
    });
}

/** Fields of the page have their own names; `rest` only keeps them apart from the password. */
function withoutGroup({ message, fields }: FormProblem): FormProblem {
  const entries = Object.entries(fields).map(
    ([name, words]) => [name.replace(/^rest\./, ''), words] as const,
  );
  return { message, fields: Object.fromEntries(entries) };
}

/** A page below the overview. */
export function belowFactors(title: string): PageOptions {
  return {
    title,
    breadcrumbs: [
      { text: 'Tài khoản của bạn', href: '/account' },
      { text: 'Bảo vệ đăng nhập', href: SECOND_FACTOR },
    ],
  };
}

/** What the box of a code holds. */
export function codeIn({ values }: SubmittedForm): string {
  return valueOf(values, 'code');
}
