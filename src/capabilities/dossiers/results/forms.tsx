import { formatDate } from '#kernel/vietnamese/format.ts';
import { CHANGE_KIND_LABELS } from '#capabilities/results/changes/schema.ts';
import { RESULT_KIND_LABELS, type Result, resultPaths } from '#capabilities/results/schema.ts';
import { type FieldOf, fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { type FormProblem, newFormId } from '#foundation/submit.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { dossierPath } from '../schema.ts';
import { furtherResultPath } from './schema.ts';

export type FormView = { readonly values: FormValues; readonly problem: FormProblem };

/** What a form about a result begins with. */
export function valuesOf(result: Result): FormValues {
  const day = (date: string | null): string => (date === null ? '' : formatDate(date));
  const { kind, title, documentNumber, signer, holder } = result;
  const fields = {
    kind,
    title,
    documentNumber,
    signer,
    holder,
    issuedOn: day(result.issuedOn),
    validFrom: day(result.validFrom),
    validTo: day(result.validTo),
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
}

/** Signer, kind and period, which the desk does not ask when it enters a result. */
export function CompletionForm({ result, view }: { result: Result; view: FormView }) {
  const field = fieldsOf(view.values, view.problem);
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Form action={resultPaths.complete(result.id)} formId={newFormId()} label="Ghi đủ sổ kết quả" guard>
        <Kind field={field} />
        <TextField {...field('signer')} label="Người ký" hint="Họ tên, chức vụ" width="full" required />
        <Period field={field} />
        <Buttons text="Ghi vào sổ" back={resultPaths.one(result.id)} />
      </Form>
    </>
  );
}

/** Another result of a dossier. */
export function FurtherForm({ number, view }: { number: string; view: FormView }) {
  const field = fieldsOf(view.values, view.problem);
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Form action={furtherResultPath(number)} formId={newFormId()} label="Vào sổ thêm kết quả" guard>
        <Kind field={field} />
        <Document field={field} />
        <Period field={field} />
        <Buttons text="Vào sổ" back={dossierPath(number)} />
      </Form>
    </>
  );
}

/** Proposing a correction, revocation or cancellation; the fields count for a correction alone. */
export function ChangeForm({ result, view }: { result: Result; view: FormView }) {
  const field = fieldsOf(view.values, view.problem);
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Form
        action={resultPaths.change(result.id)}
        formId={newFormId()}
        label="Đề nghị thay đổi kết quả"
        guard
      >
        <RadioGroup
          {...field('change')}
          label="Việc cần làm"
          options={[
            {
              value: 'correction',
              text: CHANGE_KIND_LABELS.correction,
              hint: 'Sửa chỗ ghi sai, kết quả vẫn có hiệu lực',
            },
            {
              value: 'revocation',
              text: CHANGE_KIND_LABELS.revocation,
              hint: 'Hết hiệu lực từ ngày của quyết định',
            },
            {
              value: 'cancellation',
              text: CHANGE_KIND_LABELS.cancellation,
              hint: 'Coi như chưa từng được cấp',
            },
          ]}
        />
        <FieldGrid>
          <TextField {...field('decisionNumber')} label="Số quyết định, văn bản" required />
          <DateField {...field('decidedOn')} label="Ngày của quyết định" required />
        </FieldGrid>
        <TextArea {...field('reason')} label="Lý do và căn cứ" required />
        <FieldSet legend="Nội dung đúng, chỉ dùng khi đính chính">
          <Kind field={field} />
          <Document field={field} />
          <TextField {...field('holder')} label="Cấp cho" width="full" />
          <Period field={field} />
        </FieldSet>
        <Buttons text="Gửi đề nghị" back={resultPaths.one(result.id)} />
      </Form>
    </>
  );
}

type Part = { readonly field: FieldOf };

function Kind({ field }: Part) {
  return <SelectField {...field('kind')} label="Loại kết quả" options={optionsOf(RESULT_KIND_LABELS)} />;
}

function Document({ field }: Part) {
  return (
    <>
      <TextField {...field('title')} label="Tên kết quả" width="full" />
      <FieldGrid>
        <TextField {...field('documentNumber')} label="Số, ký hiệu" />
        <DateField {...field('issuedOn')} label="Ngày ký" />
        <TextField {...field('signer')} label="Người ký" />
      </FieldGrid>
    </>
  );
}

function Period({ field }: Part) {
  return (
    <FieldGrid>
      <DateField {...field('validFrom')} label="Có hiệu lực từ ngày" />
      <DateField {...field('validTo')} label="Đến hết ngày" hint="Không thời hạn thì để trống" />
    </FieldGrid>
  );
}

function Buttons({ text, back }: { text: string; back: string }) {
  return (
    <ButtonGroup>
      <Button>{text}</Button>
      <Button variant="link" href={back}>
        Thôi
      </Button>
    </ButtonGroup>
  );
}
