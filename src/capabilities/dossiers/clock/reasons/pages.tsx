import { codesOf } from '#kernel/labels.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type Reason, REASON_ACT_LABELS, reasonPaths } from './schema.ts';

/** Every reason by what it is for. */
export function ReasonListContent({
  reasons,
  mayChange,
}: {
  readonly reasons: readonly Reason[];
  readonly mayChange: boolean;
}) {
  return (
    <>
      {mayChange ? (
        <Button href={reasonPaths.new} variant="secondary">
          Thêm lý do
        </Button>
      ) : null}
      {codesOf(REASON_ACT_LABELS).map((act) => (
        <Panel key={act} title={REASON_ACT_LABELS[act]}>
          <DefinitionTable
            caption={`Lý do ${REASON_ACT_LABELS[act].toLowerCase()}`}
            head={['Lý do', 'Căn cứ', 'Thời gian dùng']}
            rows={reasons
              .filter((reason) => reason.act === act)
              .map((reason) => [
                mayChange ? (
                  <Link key={reason.id} href={reasonPaths.edit(reason.id)}>
                    {reason.name}
                  </Link>
                ) : (
                  reason.name
                ),
                reason.legalBasis || '–',
                periodWords(reason),
              ])}
          />
        </Panel>
      ))}
    </>
  );
}

function periodWords({ validFrom, validTo }: Reason): string {
  const since = `từ ${formatDate(validFrom)}`;
  return validTo === null ? since : `${since} đến trước ${formatDate(validTo)}`;
}

type FormView = {
  readonly action: string;
  readonly isNew: boolean;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** One reason. What was decided with it keeps the words of its day. */
export function ReasonForm({ view }: { readonly view: FormView }) {
  const { action, isNew, field, problem, formId } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form
        action={action}
        formId={formId}
        hidden={isNew ? [] : [{ name: 'sequence', value: field('sequence').value }]}
        guard
      >
        {isNew ? (
          <SelectField
            {...field('act')}
            label="Dùng cho việc"
            placeholder="Chọn việc"
            options={optionsOf(REASON_ACT_LABELS)}
          />
        ) : null}
        <TextField {...field('name')} label="Lý do" width="full" />
        <TextField {...field('legalBasis')} label="Căn cứ pháp lý" width="full" required={false} />
        <FieldGrid>
          <DateField {...field('validFrom')} label="Dùng từ ngày" />
          <DateField {...field('validTo')} label="Thôi dùng từ ngày" required={false} />
        </FieldGrid>
        <ButtonGroup>
          <Button>Lưu lý do</Button>
          <Button variant="link" href={reasonPaths.list}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
