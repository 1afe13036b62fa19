import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { organisationPaths, type Unit } from '../schema.ts';
import type { Contact } from './schema.ts';

type ContactPageProps = Readonly<{
  unit: Pick<Unit, 'code' | 'name'>;
  contact: Contact;
  formId: string;
  problem: FormProblem;
}>;

/** The form of a unit's address and telephone. */
export function ContactPage({ unit, contact, formId, problem }: ContactPageProps) {
  const { fields } = problem;
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={organisationPaths.contact(unit.code)} formId={formId} guard>
        <TextField
          id="address"
          name="address"
          label="Địa chỉ trụ sở"
          hint="Địa chỉ mới in trên các phiếu lập từ nay về sau; phiếu đã in không đổi."
          value={contact.address}
          error={fields['address']}
          width="full"
          required={false}
        />
        <TextField
          id="phone"
          name="phone"
          type="tel"
          label="Số điện thoại"
          value={contact.phone}
          error={fields['phone']}
          required={false}
        />
        <ButtonGroup>
          <Button>Lưu</Button>
          <Button variant="link" href={organisationPaths.unit(unit.code)}>
            Quay lại đơn vị
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
