import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { CardGrid } from '#web/ui/card-grid.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { ErrorSummary, errorsOf } from '#web/ui/error-summary.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import type { Option } from '#web/ui/option.ts';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import type { FormProblem } from '../../../submit.ts';
import { organisationPaths } from '../../schema.ts';
import { ACT_KIND_LABELS, ACT_KINDS, type ActKind } from '../schema.ts';
import { ChangeFields } from './change-fields.tsx';

const KIND_TEXTS = {
  create: 'Đơn vị chưa từng có trong hệ thống.',
  rename: 'Đơn vị vẫn là một, chỉ khác tên gọi.',
  move: 'Đơn vị về trực thuộc cơ quan khác.',
  merge: 'Một hay nhiều đơn vị nhập vào đơn vị mới hoặc đơn vị đang có.',
  split: 'Một đơn vị chia thành nhiều đơn vị, hoặc một phần tách ra.',
  abolish: 'Đơn vị không còn; công việc có đơn vị khác tiếp nhận.',
} as const satisfies Record<ActKind, string>;

/** The first question of a new act: what it does. */
export function KindPage() {
  return (
    <CardGrid
      cards={ACT_KINDS.map((kind) => ({
        href: `${organisationPaths.newAct}?kind=${kind}`,
        title: ACT_KIND_LABELS[kind],
        text: KIND_TEXTS[kind],
      }))}
    />
  );
}

export type ActFormProps = Readonly<{
  kind: ActKind;
  formId: string;
  values: FormValues;
  problem: FormProblem;
  /** Units that can be chosen. */
  units: readonly Option[];
}>;

/** The form of a new act: what changes, then the deciding document. */
export function ActFormPage(props: ActFormProps) {
  const { kind, formId, problem } = props;
  return (
    <>
      <ErrorSummary
        errors={[...(problem.message ? [{ message: problem.message }] : []), ...errorsOf(problem.fields)]}
      />
      <Form
        action={organisationPaths.newAct}
        formId={formId}
        hidden={[{ name: 'kind', value: kind }]}
        draft={`unit-act-${kind}`}
        guard
      >
        <FieldSet legend={ACT_KIND_LABELS[kind]} hint={KIND_TEXTS[kind]}>
          <ChangeFields {...props} />
        </FieldSet>
        <FieldSet legend="Văn bản quyết định">
          <DocumentFields {...props} />
        </FieldSet>
        <ButtonGroup>
          <Button>Lưu, chưa thi hành</Button>
          <Button variant="link" href={organisationPaths.newAct}>
            Chọn loại khác
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function DocumentFields({ values, problem: { fields } }: ActFormProps) {
  const field = (name: string) => ({ id: name, name, value: valueOf(values, name), error: fields[name] });
  return (
    <>
      <TextField
        {...field('title')}
        label="Trích yếu"
        hint="Ví dụ: Thành lập Trung tâm Dịch vụ nông nghiệp huyện"
        width="full"
        required
      />
      <TextField {...field('documentNumber')} label="Số, ký hiệu" hint="Ví dụ: 1664/NQ-UBTVQH15" />
      <DateField {...field('documentIssuedOn')} label="Ngày ban hành" required={false} />
      <TextField {...field('documentIssuer')} label="Cơ quan ban hành" width="full" required />
      <DateField {...field('effectiveOn')} label="Ngày có hiệu lực" required />
      <Checkbox
        id="isLikely"
        name="isLikely"
        value="yes"
        label="Chưa có số hoặc cần đối chiếu văn bản gốc"
        checked={valueOf(values, 'isLikely') === 'yes'}
      />
      <TextArea {...field('note')} label="Ghi chú" rows={2} required={false} />
    </>
  );
}
