import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { CardGrid } from '#web/ui/card-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import type { Option } from '#web/ui/option.ts';
import type { FormValues } from '#web/http/form-values.ts';
import type { FormProblem } from '#foundation/submit.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { organisationPaths } from '../../schema.ts';
import { ACT_KIND_LABELS, ACT_KINDS, type ActKind } from '../schema.ts';
import { DocumentFields } from '../document/fields.tsx';
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
      <ProblemSummary problem={problem} />
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
