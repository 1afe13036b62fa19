import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Form } from '#web/ui/form.tsx';
import type { Option } from '#web/ui/option.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormState } from '../../form-state.ts';

/** A form about a post: one choice of a person at most, dates, a reason or a decision. */
export type ChangeForm = {
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly submitText: string;
  /** Ending something: the button warns, and the page says what happens. */
  readonly warning?: string;
  /** Label and choices of the person, when one is chosen. */
  readonly person?: { readonly name: string; readonly label: string; readonly options: readonly Option[] };
  readonly dates: readonly { readonly name: string; readonly label: string }[];
  readonly text?: { readonly name: string; readonly label: string; readonly hint: string };
};

type ChangePageProps = FormState & Readonly<{ form: ChangeForm; formId: string }>;

/** Appointing, releasing, substituting and ending look alike: who, when, why, and what it means. */
export function ChangePage({ form, formId, values, problem }: ChangePageProps) {
  const bare = fieldsOf(values, problem);
  const field = (name: string) => ({ ...bare(name), required: true });
  const { person, text } = form;
  return (
    <>
      <ProblemSummary problem={problem} />
      {form.warning ? (
        <Banner kind="warning">
          <p>{form.warning}</p>
        </Banner>
      ) : null}
      <Form action={form.action} formId={formId}>
        {person ? (
          <Combobox
            {...field(person.name)}
            label={person.label}
            options={person.options}
            placeholder="Gõ họ tên để tìm"
          />
        ) : null}
        {form.dates.map(({ name, label }) => (
          <DateField key={name} {...field(name)} label={label} />
        ))}
        {text ? <TextField {...field(text.name)} label={text.label} hint={text.hint} /> : null}
        <ButtonGroup>
          <Button variant={form.warning ? 'warning' : 'primary'}>{form.submitText}</Button>
          <Button variant="link" href={form.back}>
            Quay lại, không làm gì
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
