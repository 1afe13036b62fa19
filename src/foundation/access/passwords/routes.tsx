import { Hono } from 'hono';
import { sessionToken } from '#web/http/cookies.ts';
import type { SubmittedForm } from '#web/http/form-values.ts';
import { requireActor } from '../authorise.ts';
import type { AppContext, AppEnv, PageRenderer } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, submit } from '#foundation/submit.ts';
import { PasswordPage } from './pages.tsx';
import { changePasswordSchema } from './schema.ts';
import { changeOwnPassword, proveCurrent } from './service.ts';

export const passwordRoutes = new Hono<AppEnv>()
  .get('/account/password', async (c) => {
    const { options, content } = passwordView(c, NO_PROBLEM);
    return rendererOf(c)(options, content);
  })
  .post('/account/password', async (c) =>
    submit(c, {
      schema: changePasswordSchema,
      read: (form) => ({
        current: asTyped(form, 'current'),
        next: asTyped(form, 'next'),
        repeated: asTyped(form, 'repeated'),
      }),
      before: async (ctx, { current }) => proveCurrent(ctx, { current, address: c.get('address') }),
      run: async (ctx, input) => {
        await changeOwnPassword(ctx, { ...input, token: sessionToken(c) ?? '' });
        const { mustChangePassword } = requireActor(ctx);
        const location = mustChangePassword ? '/desk' : '/account';
        return { location, notice: 'Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc.' };
      },
      redo: async (problem) => passwordView(c, problem),
      page: rendererOf(c),
    }),
  );

function passwordView(c: AppContext, problem: FormProblem) {
  const forced = requireActor(c.get('ctx')).mustChangePassword;
  const options = { title: forced ? 'Đặt mật khẩu của bạn' : 'Đổi mật khẩu' };
  return { options, content: <PasswordPage formId={newFormId()} forced={forced} problem={problem} /> };
}

/** Before the first password of their own a person has no desk yet, so the page stands alone. */
function rendererOf(c: AppContext): PageRenderer {
  const forced = c.get('ctx').actor?.mustChangePassword === true;
  return forced ? c.get('citizenPage') : c.get('staffPage');
}

/** A password is not trimmed: blanks at its ends are part of it. */
function asTyped(form: SubmittedForm, name: string): string {
  return form.values[name]?.[0] ?? '';
}
