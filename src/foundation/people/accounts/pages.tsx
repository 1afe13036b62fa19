import { valueOf } from '#web/http/form-values.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormState } from '../form-state.ts';

/** A form about one account: a sentence of what it does, a field at most, the act. */
export type AccountForm = {
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly submitText: string;
  readonly explanation: string;
  readonly isEnding: boolean;
  readonly field?: { readonly name: string; readonly label: string; readonly hint: string };
};

type AccountFormPageProps = FormState & Readonly<{ form: AccountForm; formId: string }>;

/** Opening, closing an account and giving it a new password look alike. */
export function AccountFormPage({ form, formId, values, problem }: AccountFormPageProps) {
  const { field } = form;
  return (
    <>
      <ProblemSummary problem={problem} />
      <Banner kind={form.isEnding ? 'warning' : 'info'}>
        <p>{form.explanation}</p>
      </Banner>
      <Form action={form.action} formId={formId}>
        {field ? (
          <TextField
            id={field.name}
            name={field.name}
            label={field.label}
            hint={field.hint}
            value={valueOf(values, field.name)}
            error={problem.fields[field.name]}
            autocomplete="off"
            spellcheck={false}
            required
          />
        ) : null}
        <ButtonGroup>
          <Button variant={form.isEnding ? 'warning' : 'primary'}>{form.submitText}</Button>
          <Button variant="link" href={form.back}>
            Quay lại, không làm gì
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
