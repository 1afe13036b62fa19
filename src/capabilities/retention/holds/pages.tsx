import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { optionsOf } from '#web/ui/option.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Details } from '#web/ui/details.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Note } from '#web/ui/note.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { RetentionTabs } from '../pages.tsx';
import { type Hold, KIND_LABELS, retentionPaths } from '../schema.ts';

type ListView = {
  readonly holds: readonly Hold[];
  readonly unitName: (unitId: number) => string;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
  readonly mayHold: boolean;
};

/** Records held back, each with why and by whom. */
export function HoldListContent({ view }: { readonly view: ListView }) {
  return (
    <>
      <RetentionTabs current="holds" />
      <ProblemSummary problem={view.problem} />
      {view.mayHold ? (
        <Button href={retentionPaths.newHold} variant="secondary">
          Tạm giữ một hồ sơ
        </Button>
      ) : null}
      <DataTable
        caption="Hồ sơ, phiếu đang tạm giữ"
        rows={view.holds}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'number', header: 'Số', nowrap: true, cell: ({ number }) => number },
          { key: 'title', header: 'Thủ tục', cell: (row) => <What hold={row} unitName={view.unitName} /> },
          { key: 'reason', header: 'Lý do', cell: (row) => <Why hold={row} /> },
          { key: 'placed', header: 'Ai giữ', cell: (row) => <Who hold={row} /> },
          ...(view.mayHold
            ? [{ key: 'lift', header: 'Thôi giữ', cell: (row: Hold) => <Lift hold={row} view={view} /> }]
            : []),
        ]}
        empty={
          <EmptyState
            title="Không có hồ sơ nào đang tạm giữ"
            text="Tạm giữ khi có khiếu nại, khởi kiện, thanh tra: hồ sơ không bị tiêu hủy dù đã hết thời hạn."
          />
        }
      />
    </>
  );
}

function What({ hold, unitName }: { readonly hold: Hold; readonly unitName: ListView['unitName'] }) {
  return (
    <>
      {hold.title}
      <Note>{unitName(hold.unitId)}</Note>
    </>
  );
}

function Why({ hold: { reason, document } }: { readonly hold: Hold }) {
  return (
    <>
      {reason}
      {document ? <Note>{document}</Note> : null}
    </>
  );
}

function Who({ hold: { placerName, placedAt } }: { readonly hold: Hold }) {
  return (
    <>
      {placerName}
      <Note>{formatDateTime(placedAt)}</Note>
    </>
  );
}

function Lift({ hold, view }: { readonly hold: Hold; readonly view: ListView }) {
  const { id: _id, ...field } = view.field('reason');
  return (
    <Details summary="Thôi giữ">
      <Form action={retentionPaths.liftHold(hold.id)} formId={view.formId} label={`Thôi giữ ${hold.number}`}>
        <TextField {...field} id={`reason-${hold.id}`} label="Lý do thôi giữ" width="full" />
        <Button variant="secondary">Thôi tạm giữ</Button>
      </Form>
    </Details>
  );
}

type HoldProps = { readonly field: FieldOf; readonly problem: FormProblem; readonly formId: string };

/** Asks which record, why, and by what paper. */
export function HoldContent({ field, problem, formId }: HoldProps) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={retentionPaths.newHold} formId={formId} guard>
        <SelectField {...field('kind')} label="Loại" options={optionsOf(KIND_LABELS)} />
        <TextField {...field('number')} label="Số hồ sơ hoặc số phiếu" required />
        <TextField
          {...field('reason')}
          label="Lý do tạm giữ"
          hint="Ví dụ: có khiếu nại, tòa án thụ lý, đoàn thanh tra yêu cầu. Không ghi tên người."
          width="full"
          required
        />
        <TextField {...field('document')} label="Văn bản yêu cầu (nếu có)" width="full" />
        <Button>Tạm giữ</Button>
      </Form>
    </>
  );
}
