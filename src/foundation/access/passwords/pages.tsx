import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { PASSWORD_LENGTH } from './rules.ts';

type PasswordPageProps = Readonly<{ formId: string; forced: boolean; problem: FormProblem }>;

/** The form of one's own password; at the first sign-in it is all there is. */
export function PasswordPage({ formId, forced, problem }: PasswordPageProps) {
  const { fields } = problem;
  return (
    <>
      <ProblemSummary problem={problem} />
      {forced ? (
        <Banner kind="info" title="Hãy đặt mật khẩu của riêng bạn trước khi làm việc">
          <p>
            Mật khẩu được cấp chỉ dùng cho lần đăng nhập đầu tiên. Sau bước này chỉ mình bạn biết mật khẩu.
          </p>
        </Banner>
      ) : null}
      <Form action="/account/password" formId={formId}>
        <TextField
          id="current"
          name="current"
          label={forced ? 'Mật khẩu được cấp' : 'Mật khẩu hiện tại'}
          type="password"
          autocomplete="current-password"
          error={fields['current']}
          required
          sensitive
        />
        <TextField
          id="next"
          name="next"
          label="Mật khẩu mới"
          hint={`Ít nhất ${PASSWORD_LENGTH.min} ký tự, dùng được mọi ký tự kể cả dấu cách và chữ có dấu. Nên ghép vài từ không liên quan với nhau, dễ nhớ với riêng bạn.`}
          type="password"
          autocomplete="new-password"
          error={fields['next']}
          required
          sensitive
        />
        <TextField
          id="repeated"
          name="repeated"
          label="Nhập lại mật khẩu mới"
          type="password"
          autocomplete="new-password"
          error={fields['repeated']}
          required
          sensitive
        />
        <ButtonGroup>
          <Button>Đổi mật khẩu</Button>
          {forced ? null : (
            <Button variant="link" href="/account">
              Quay lại tài khoản
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </>
  );
}
