import { Hono } from 'hono';
import type { z } from 'zod';
import { Refusal } from '#kernel/refusal.ts';
import { clearHalfToken, halfToken, leaveNotice } from '#web/http/cookies.ts';
import { valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { withQuery } from '#web/http/list-state.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, NO_PROBLEM, problemOf } from '#foundation/submit.ts';
import { letIn } from '../../sessions/entering.ts';
import type { Browser, OpenedSession } from '../../sessions/opening.ts';
import { ownPath } from '../../sign-in/schema.ts';
import { assertionAnswer } from '../passkeys/schema.ts';
import { codeSchema, PASSKEY_SIGN_IN, SECOND_STEP, SECOND_STEP_PASSKEY } from '../schema.ts';
import { SecondStepPage } from './pages.tsx';
import { passWithCode, passWithPasskey, secondStepOf, signInWithPasskey } from './service.ts';

/** The second door, and the one that opens to passkeys alone. As with the first, wrong guesses count, so no `submit`. */
export const entryRoutes = new Hono<AppEnv>()
  .get(SECOND_STEP, async (c) => show(c, { next: ownPath(c.req.query('next') ?? ''), problem: NO_PROBLEM }))
  .post(SECOND_STEP, async (c) =>
    enter(c, { field: 'code', schema: codeSchema }, async (code, browser) =>
      passWithCode(c.get('ctx'), { ...browser, code, token: halfToken(c) ?? '' }),
    ),
  )
  .post(SECOND_STEP_PASSKEY, async (c) =>
    enter(c, { field: 'credential', schema: assertionAnswer }, async (answer, browser) =>
      passWithPasskey(c.get('ctx'), { ...browser, answer, token: halfToken(c) ?? '' }),
    ),
  )
  .post(PASSKEY_SIGN_IN, async (c) =>
    enter(c, { field: 'credential', schema: assertionAnswer }, async (answer, browser) =>
      signInWithPasskey(c.get('ctx'), { ...browser, answer }),
    ),
  );

type Box<Value> = { readonly field: string; readonly schema: z.ZodType<Value> };

/** Reads one box, tries it, and goes in; or says what was wrong on the page it came from. */
async function enter<Value>(
  c: AppContext,
  box: Box<Value>,
  pass: (value: Value, browser: Browser) => Promise<OpenedSession>,
): Promise<Response> {
  const { values } = await readForm(c);
  const next = ownPath(valueOf(values, 'next'));
  const parsed = box.schema.safeParse(valueOf(values, box.field));
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? '';
    // The answer of a passkey is in no box that a message could stand at.
    const problem: FormProblem =
      box.field === 'code' ? { message: null, fields: { code: message } } : { message, fields: {} };
    return show(c, { next, problem }, 422);
  }
  try {
    const browser = { address: c.get('address'), userAgent: c.req.header('user-agent') ?? '' };
    const opened = await pass(parsed.data, browser);
    clearHalfToken(c);
    await letIn(c, opened);
    return c.redirect(next, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.kind === 'missing') return startAgain(c, next);
    return show(c, { next, problem: problemOf(error) }, error.kind === 'conflict' ? 429 : 422);
  }
}

type View = { readonly next: string; readonly problem: FormProblem };

async function show(c: AppContext, view: View, status?: 422 | 429): Promise<Response> {
  if (c.get('ctx').actor) return c.redirect(view.next, 303);
  const step = await secondStepOf(c.get('ctx'), halfToken(c) ?? '');
  if (step === null) return startAgain(c, view.next, view.problem.message);
  const options = { title: 'Xác thực bước thứ hai', asksPasskey: step.passkeyOptions !== null };
  return c.get('citizenPage')(
    { ...options, ...(status === undefined ? {} : { status }) },
    <SecondStepPage {...view} step={step} />,
  );
}

/** To the first door, told why when somebody was on the way already. */
function startAgain(c: AppContext, next: string, because: string | null = null): Response {
  const isOver = halfToken(c) !== undefined;
  clearHalfToken(c);
  if (because !== null || isOver) {
    leaveNotice(c, because ?? 'Bước đăng nhập trước đã hết hạn. Hãy đăng nhập lại từ đầu.');
  }
  return c.redirect(withQuery('/sign-in', { next }), 303);
}
