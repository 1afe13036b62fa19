import { Button } from '#web/ui/button.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { PasskeyButton } from '#web/ui/passkey-button.tsx';
import { Section } from '#web/ui/section.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { CodeField } from '../form-pages.tsx';
import { SECOND_STEP, SECOND_STEP_PASSKEY } from '../schema.ts';
import type { SecondStep } from './service.ts';

type SecondStepPageProps = Readonly<{ step: SecondStep; next: string; problem: FormProblem }>;

/** After the password: a code or a passkey, whichever the account has. */
export function SecondStepPage({ step, next, problem }: SecondStepPageProps) {
  const hidden = [{ name: 'next', value: next }];
  return (
    <>
      <ProblemSummary title="Chưa đăng nhập được" problem={problem} />
      {step.passkeyOptions === null ? null : (
        <Form action={SECOND_STEP_PASSKEY} hidden={hidden}>
          <PasskeyButton ceremony="get" options={step.passkeyOptions}>
            Dùng khóa truy cập
          </PasskeyButton>
        </Form>
      )}
      <Form action={SECOND_STEP} hidden={hidden}>
        <CodeField
          problem={problem}
          label={step.hasApp ? 'Mã xác thực' : 'Mã dự phòng'}
          hint={
            step.hasApp
              ? '6 chữ số đang hiện trong ứng dụng, hoặc một mã dự phòng 10 chữ số'
              : 'Một mã 10 chữ số trên bản in của bạn'
          }
        />
        <Button variant={step.passkeyOptions === null ? 'primary' : 'secondary'}>Tiếp tục</Button>
      </Form>
      <Section title="Không có mã và không có khóa?">
        <p>
          Hãy gặp quản trị hệ thống của cơ quan bạn để lập yêu cầu khôi phục tài khoản.{' '}
          <Link href="/sign-in">Đăng nhập bằng tài khoản khác</Link>
        </p>
      </Section>
    </>
  );
}

type PasskeySignInProps = Readonly<{ options: string; next: string }>;

/** Below the boxes of login and password: one touch instead of both. */
export function PasskeySignIn({ options, next }: PasskeySignInProps) {
  return (
    <Section title="Hoặc không cần mật khẩu">
      <Form action="/sign-in/passkey" hidden={[{ name: 'next', value: next }]}>
        <PasskeyButton ceremony="get" options={options} variant="secondary">
          Đăng nhập bằng khóa truy cập
        </PasskeyButton>
      </Form>
    </Section>
  );
}
