import { Hono } from 'hono';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { sessionToken, setSessionToken } from '#web/http/cookies.ts';
import { valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, NO_PROBLEM, problemOf } from '#foundation/submit.ts';
import { requireActor } from '../authorise.ts';
import { proveCurrent } from '../passwords/service.ts';
import { currentSchema } from '../second-factor/schema.ts';
import { renewSession } from '../sessions/service.ts';
import { ownPath } from '../sign-in/schema.ts';
import { ConfirmPage } from './pages.tsx';
import { CONFIRM } from './rules.ts';

/**
 * The password again, then on to where one was going, under a new token. As at the door a guess counts even when it is
 * refused, and a token that the browser was told must not be rolled back, so no `submit`.
 */
export const confirmationRoutes = new Hono<AppEnv>()
  .get(CONFIRM, async (c) => show(c, { next: ownPath(c.req.query('next') ?? ''), problem: NO_PROBLEM }))
  .post(CONFIRM, async (c) => {
    requireActor(c.get('ctx'));
    const { values } = await readForm(c);
    const next = ownPath(valueOf(values, 'next'));
    const outcome = await tryProve(c, values['current']?.[0] ?? '');
    return outcome === 'proved' ? c.redirect(next, 303) : show(c, { next, problem: outcome }, outcome.status);
  });

type Failed = FormProblem & { readonly status: 422 | 429 };

/** Blanks may belong to a password, so it is not trimmed as other fields are. */
async function tryProve(c: AppContext, given: string): Promise<'proved' | Failed> {
  const ctx = c.get('ctx');
  const parsed = currentSchema.safeParse(given);
  if (!parsed.success) {
    return { message: null, fields: { current: parsed.error.issues[0]?.message ?? '' }, status: 422 };
  }
  try {
    await proveCurrent(ctx, { current: parsed.data, address: c.get('address') });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...problemOf(error), status: error.kind === 'conflict' ? 429 : 422 };
  }
  const renewed = await renewSession(ctx, sessionToken(c) ?? '');
  if (renewed === null) return refuse('forbidden', 'Phiên đăng nhập này vừa kết thúc. Hãy đăng nhập lại.');
  setSessionToken(c, renewed.token, renewed.expires);
  return 'proved';
}

type View = { readonly next: string; readonly problem: FormProblem };

async function show(c: AppContext, view: View, status?: 422 | 429): Promise<Response> {
  requireActor(c.get('ctx'));
  const breadcrumbs = [{ text: 'Tài khoản của bạn', href: '/account' }];
  const options = { title: 'Xác nhận mật khẩu', breadcrumbs, ...(status === undefined ? {} : { status }) };
  return c.get('staffPage')(options, <ConfirmPage {...view} />);
}
