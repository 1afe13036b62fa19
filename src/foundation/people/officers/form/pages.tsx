import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormState } from '../../form-state.ts';

type OfficerFormProps = FormState &
  Readonly<{ action: string; formId: string; back: string; sequence: string; submitText: string }>;

/** Name and contact data of a person. */
export function OfficerForm({ values, problem, ...form }: OfficerFormProps) {
  const field = fieldsOf(values, problem);
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form
        action={form.action}
        formId={form.formId}
        hidden={[{ name: 'sequence', value: form.sequence }]}
        guard
      >
        <TextField
          {...field('fullName')}
          label="Họ và tên"
          hint="Viết hoa và có dấu như trong giấy tờ."
          required
        />
        <TextField {...field('phone')} label="Điện thoại" type="tel" inputmode="tel" required={false} />
        <TextField {...field('email')} label="Thư điện tử công vụ" type="email" required={false} />
        <TextArea {...field('note')} label="Ghi chú" rows={3} maxlength={500} required={false} />
        <ButtonGroup>
          <Button>{form.submitText}</Button>
          <Button variant="link" href={form.back}>
            Không lưu, quay lại
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
