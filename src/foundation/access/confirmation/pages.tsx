import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { CurrentPassword } from '../second-factor/form-pages.tsx';
import { CONFIRM } from './rules.ts';

type ConfirmView = Readonly<{ next: string; problem: FormProblem }>;

/** The password again, before something sensitive. */
export function ConfirmPage({ next, problem }: ConfirmView) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <Banner kind="info">
        <p>
          Việc bạn sắp làm ảnh hưởng đến việc đăng nhập của bạn hoặc của người khác. Hãy nhập lại mật khẩu để
          chắc chắn chính bạn đang ngồi trước máy; trong 30 phút tới hệ thống không hỏi lại.
        </p>
      </Banner>
      <Form action={CONFIRM} hidden={[{ name: 'next', value: next }]}>
        <CurrentPassword problem={problem} />
        <ButtonGroup>
          <Button>Tiếp tục</Button>
          <Button variant="link" href="/account">
            Quay lại, không làm gì
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
