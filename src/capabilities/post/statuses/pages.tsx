import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { POSTAL_LABELS, postPaths, type PostalStatus } from '../schema.ts';

export type StatusesView = {
  readonly rows: readonly PostalStatus[];
  /** Which one is being changed; null for a new one. */
  readonly id: number | null;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

const { created: _created, ...AFTER } = POSTAL_LABELS;

/** What the codes of the post mean here. */
export function StatusesContent({ view }: { readonly view: StatusesView }) {
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Columns side={<StatusForm view={view} />}>
        <DefinitionTable
          caption="Mã của bưu chính"
          head={['Mã', 'Bưu chính gọi là', 'Bưu gửi chuyển sang', 'Sửa']}
          rows={view.rows.map(({ id, code, label, state }) => [
            code,
            label,
            state === null ? 'không đổi' : POSTAL_LABELS[state],
            <Link href={`${postPaths.statuses}?id=${id}`} about={`mã ${code}`}>
              Sửa
            </Link>,
          ])}
        />
        <Note>Mã chưa có trong bảng vẫn hiện trong hành trình nhưng không làm đổi tình trạng.</Note>
      </Columns>
    </>
  );
}

function StatusForm({ view: { id, field, formId } }: { readonly view: StatusesView }) {
  return (
    <Panel title={id === null ? 'Thêm mã' : 'Sửa mã'}>
      <Form
        action={postPaths.statuses}
        formId={formId}
        hidden={[
          { name: 'id', value: id === null ? '' : String(id) },
          { name: 'sequence', value: field('sequence').value || '0' },
        ]}
      >
        <TextField {...field('code')} label="Mã" width="short" />
        <TextField {...field('label')} label="Bưu chính gọi là" width="full" />
        <SelectField
          {...field('state')}
          label="Bưu gửi chuyển sang"
          placeholder="Không đổi"
          options={optionsOf(AFTER)}
          required={false}
        />
        <Button>Lưu mã</Button>
      </Form>
      {id === null ? null : <Link href={postPaths.statuses}>Thêm mã khác</Link>}
    </Panel>
  );
}
