import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { type FormProblem, newFormId } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Section } from '#web/ui/section.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { withQuery } from '#web/http/list-state.ts';
import { GUARD_LABELS, type GuardKind, guardPaths, type GuardRow } from './schema.ts';

export type GuardView = {
  readonly rows: readonly GuardRow[];
  readonly unitName: (unitId: number) => string;
};

/** Everything that needs somebody, by kind; what is urgent stands first. */
export function GuardContent({ view }: { view: GuardView }) {
  const { rows } = view;
  if (rows.length === 0) {
    return (
      <EmptyState
        title="Không có việc nào bị bỏ sót"
        text="Hẹn giờ, việc nền, thông báo, bàn giao đều đúng lúc."
      />
    );
  }
  const kinds = [...Map.groupBy(rows, ({ kind }) => kind)].toSorted(
    ([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b),
  );
  return (
    <>
      {kinds.map(([kind, some]) => (
        <Section key={kind} title={`${GUARD_LABELS[kind]} (${formatNumber(some.length)})`}>
          <KindTable kind={kind} rows={some} unitName={view.unitName} />
        </Section>
      ))}
    </>
  );
}

/** The keys of a record have its own type. */
const ORDER = Object.keys(GUARD_LABELS) as readonly GuardKind[];

type KindTableProps = {
  readonly kind: GuardKind;
  readonly rows: readonly GuardRow[];
  readonly unitName: (unitId: number) => string;
};

function KindTable({ kind, rows, unitName }: KindTableProps) {
  const hasActs = rows.some(({ acts }) => acts.length > 0);
  return (
    <DataTable
      caption={GUARD_LABELS[kind]}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', header: 'Việc gì', cell: (row) => <What row={row} unitName={unitName} /> },
        {
          key: 'since',
          header: 'Từ lúc',
          nowrap: true,
          cell: ({ since }) => (since === null ? '' : formatDateTime(since)),
        },
        { key: 'todo', header: 'Cần làm', cell: (row) => <Todo row={row} /> },
        ...(hasActs
          ? [{ key: 'acts', header: 'Thao tác', cell: (row: GuardRow) => <Acts row={row} /> }]
          : []),
      ]}
    />
  );
}

function What({ row, unitName }: { row: GuardRow; unitName: (unitId: number) => string }) {
  const { what, dossier, unitId, href } = row;
  const where = [dossier, unitId === null ? null : unitName(unitId)].filter(Boolean).join(', ');
  return (
    <>
      {href === null ? what : <Link href={href}>{what}</Link>}
      {where === '' ? null : <Note>{where}</Note>}
    </>
  );
}

function Todo({ row: { todo, problem } }: { row: GuardRow }) {
  return (
    <>
      {todo}
      {problem === '' ? null : <Note>{problem}</Note>}
    </>
  );
}

function Acts({ row: { kind, id, acts } }: { row: GuardRow }) {
  return (
    <>
      {acts.includes('retry') ? (
        <Form
          action={guardPaths.retry}
          formId={newFormId()}
          hidden={[
            { name: 'kind', value: kind },
            { name: 'id', value: id },
          ]}
        >
          <Button variant="secondary">Làm lại</Button>
        </Form>
      ) : null}
      {acts.includes('drop') ? (
        <Link href={withQuery(guardPaths.drop, { kind, id })}>Bỏ, ghi lý do</Link>
      ) : null}
    </>
  );
}

type DropProps = {
  readonly row: GuardRow;
  readonly formId: string;
  readonly field: FieldOf;
  readonly problem: FormProblem;
};

/** The question before something is given up. */
export function DropContent({ row, formId, field, problem }: DropProps) {
  const rows = [
    { key: 'Việc gì', value: row.what },
    ...(row.dossier === null ? [] : [{ key: 'Hồ sơ', value: row.dossier }]),
    ...(row.problem === '' ? [] : [{ key: 'Nguyên nhân', value: row.problem }]),
  ];
  return (
    <>
      <ProblemSummary problem={problem} />
      <SummaryList rows={rows} />
      <Form
        action={guardPaths.drop}
        formId={formId}
        hidden={[
          { name: 'kind', value: row.kind },
          { name: 'id', value: row.id },
        ]}
      >
        <TextArea
          {...field('reason')}
          label="Lý do bỏ"
          rows={3}
          hint="Hệ thống sẽ không làm việc này nữa; lý do được ghi vào nhật ký"
        />
        <ButtonGroup>
          <Button variant="warning">Bỏ việc này</Button>
          <Link href={guardPaths.list}>Không bỏ</Link>
        </ButtonGroup>
      </Form>
    </>
  );
}
