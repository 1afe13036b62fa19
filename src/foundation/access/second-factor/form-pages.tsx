import type { ComponentChildren } from 'preact';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { SECOND_FACTOR } from './schema.ts';

/** The password once more: a desk left open must not be enough to change how somebody signs in. */
export function CurrentPassword({ problem }: Readonly<{ problem: FormProblem }>) {
  return (
    <TextField
      id="current"
      name="current"
      label="Mật khẩu hiện tại"
      hint="Để chắc chắn chính bạn thay đổi cách đăng nhập"
      type="password"
      autocomplete="current-password"
      error={problem.fields['current']}
      required
      sensitive
    />
  );
}

/** The six digits an app shows, or a code from the sheet. */
export function CodeField({
  problem,
  label,
  hint,
}: Readonly<{ problem: FormProblem; label: string; hint: string }>) {
  return (
    <TextField
      id="code"
      name="code"
      label={label}
      hint={hint}
      inputmode="numeric"
      autocomplete="one-time-code"
      spellcheck={false}
      width="short"
      error={problem.fields['code']}
      required
      sensitive
    />
  );
}

type AskPageProps = Readonly<{
  action: string;
  formId: string;
  problem: FormProblem;
  explanation: string;
  submitText: string;
  isEnding: boolean;
  children?: ComponentChildren;
}>;

/** A deed about one's own ways to sign in that needs nothing but the password. */
export function AskPage(props: AskPageProps) {
  return (
    <>
      <ProblemSummary problem={props.problem} />
      <Banner kind={props.isEnding ? 'warning' : 'info'}>
        <p>{props.explanation}</p>
      </Banner>
      <Form action={props.action} formId={props.formId}>
        {props.children}
        <CurrentPassword problem={props.problem} />
        <ButtonGroup>
          <Button variant={props.isEnding ? 'warning' : 'primary'}>{props.submitText}</Button>
          <BackToFactors />
        </ButtonGroup>
      </Form>
    </>
  );
}

export function BackToFactors() {
  return (
    <Button variant="link" href={SECOND_FACTOR}>
      Quay lại, không thay đổi
    </Button>
  );
}
