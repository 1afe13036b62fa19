import { Button } from '#web/ui/button.tsx';
import { Form } from '#web/ui/form.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { PasskeySignIn } from '../second-factor/entry/pages.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';

type SignInPageProps = Readonly<{
  login: string;
  next: string;
  problem: FormProblem;
  /** What a passkey is asked; null where the address allows none. */
  passkeyOptions: string | null;
}>;

/** Login and password, which work on any telephone and without script; or a passkey. */
export function SignInPage({ login, next, problem, passkeyOptions }: SignInPageProps) {
  const { fields } = problem;
  return (
    <>
      <ProblemSummary title="Chưa đăng nhập được" problem={problem} />
      <Form action="/sign-in" hidden={[{ name: 'next', value: next }]}>
        <TextField
          id="login"
          name="login"
          label="Tên đăng nhập"
          hint="Ví dụ: mot-cua.an-hoa"
          value={login}
          autocomplete="username"
          spellcheck={false}
          error={fields['login']}
          autofocus={login === ''}
          required
        />
        <TextField
          id="password"
          name="password"
          label="Mật khẩu"
          type="password"
          autocomplete="current-password"
          error={fields['password']}
          autofocus={login !== ''}
          required
          sensitive
        />
        <Button>Đăng nhập</Button>
      </Form>
      {passkeyOptions === null ? null : <PasskeySignIn options={passkeyOptions} next={next} />}
      <p>Quên mật khẩu? Hãy báo quản trị hệ thống của cơ quan bạn để được cấp lại mật khẩu dùng một lần.</p>
    </>
  );
}
