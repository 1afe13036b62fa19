import { Hono } from 'hono';
import { Refusal } from '#kernel/refusal.ts';
import { setHalfToken } from '#web/http/cookies.ts';
import { messagesOf, type SubmittedForm, valueOf } from '#web/http/form-values.ts';
import { withQuery } from '#web/http/list-state.ts';
import { readForm } from '#web/http/read-form.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, NO_PROBLEM, problemOf } from '#foundation/submit.ts';
import type { SignInOutcome } from '../second-factor/entry/schema.ts';
import { doorOptions } from '../second-factor/entry/service.ts';
import { SECOND_STEP } from '../second-factor/schema.ts';
import { letIn } from '../sessions/entering.ts';
import { SignInPage } from './pages.tsx';
import { credentialsSchema, ownPath } from './schema.ts';
import { signIn } from './service.ts';

/**
 * Signing in does not go through `submit`: an attempt counts even when it is refused, so there is no transaction that a
 * refusal could roll back, and doing it twice does no harm.
 */
export const signInRoutes = new Hono<AppEnv>()
  .get('/sign-in', async (c) => {
    const next = ownPath(c.req.query('next') ?? DESK);
    if (c.get('ctx').actor) return c.redirect(next, 303);
    return show(c, { login: '', next, problem: NO_PROBLEM });
  })
  .post('/sign-in', async (c) => {
    const form = await readForm(c);
    const next = ownPath(valueOf(form.values, 'next'));
    const login = valueOf(form.values, 'login');
    const outcome = await trySignIn(c, form);
    if (outcome === 'signed-in') return c.redirect(next, 303);
    if (outcome === 'second-step') return c.redirect(withQuery(SECOND_STEP, { next }), 303);
    return show(c, { login, next, problem: outcome }, outcome.status);
  });

/** Where an officer's day begins: the application sends each post to its own first page. */
const DESK = '/desk';

type Failed = FormProblem & { readonly status: 422 | 429 };

/** Signs in, or half in, and sets the cookie; or says what was wrong. */
async function trySignIn(c: AppContext, form: SubmittedForm): Promise<SignInOutcome['kind'] | Failed> {
  const password = form.values['password']?.[0] ?? '';
  const parsed = credentialsSchema.safeParse({ login: valueOf(form.values, 'login'), password });
  if (!parsed.success) return { message: null, fields: messagesOf(parsed.error), status: 422 };
  const userAgent = c.req.header('user-agent') ?? '';
  try {
    const input = { ...parsed.data, address: c.get('address'), userAgent };
    const outcome = await signIn(c.get('ctx'), input);
    if (outcome.kind === 'signed-in') await letIn(c, outcome);
    else setHalfToken(c, outcome.token, outcome.expires);
    return outcome.kind;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...problemOf(error), status: error.kind === 'conflict' ? 429 : 422 };
  }
}

type View = { readonly login: string; readonly next: string; readonly problem: FormProblem };

async function show(c: AppContext, view: View, status?: 422 | 429): Promise<Response> {
  const passkeyOptions = await doorOptions(c.get('ctx'));
  const asksPasskey = passkeyOptions !== null;
  const options = { title: 'Đăng nhập', asksPasskey, ...(status === undefined ? {} : { status }) };
  return c.get('citizenPage')(options, <SignInPage {...view} passkeyOptions={passkeyOptions} />);
}
