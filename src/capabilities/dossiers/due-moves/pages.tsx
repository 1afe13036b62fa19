import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { changePaths, CHANGE_STATE_LABELS } from '#foundation/calendar/changes/schema.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { fileLinks, withQuery } from '#web/http/list-state.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { Refreshed } from '#web/ui/refreshed.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { dossierPath } from '../schema.ts';
import type { DueMove } from './schema.ts';
import { type ChangeView, type NamedChange, PAGE_SIZE, progressWords } from './view.ts';

const TONES = { open: 'soon', confirmed: 'fine', declined: 'neutral' } as const;

export function ChangeState({ change }: { change: Pick<NamedChange, 'state'> }) {
  return <StateTag tone={TONES[change.state]} text={CHANGE_STATE_LABELS[change.state]} />;
}

/** Proposals for the calendar, the newest first. */
export function ChangesContent({ changes }: { changes: readonly NamedChange[] }) {
  return (
    <DataTable
      caption="Thay đổi của lịch làm việc"
      rows={changes}
      rowKey={(change) => String(change.id)}
      rowHref={(change) => changePaths.one(change.id)}
      empty={
        <EmptyState
          title="Chưa có thay đổi nào"
          text="Ngày nghỉ, làm bù, đóng cửa do một người đề nghị và một người khác xác nhận sẽ hiện ở đây."
        />
      }
      columns={[
        {
          key: 'words',
          header: 'Thay đổi',
          cell: (change) => <Link href={changePaths.one(change.id)}>{change.words}</Link>,
        },
        { key: 'unit', header: 'Áp dụng cho', cell: (change) => change.unitName },
        {
          key: 'proposed',
          header: 'Người đề nghị',
          cell: (change) => (
            <>
              {change.proposedByName}
              <Note>{formatDateTime(change.proposedAt)}</Note>
            </>
          ),
        },
        { key: 'state', header: 'Trạng thái', cell: (change) => <ChangeState change={change} /> },
      ]}
    />
  );
}

export type ChangePageView = ChangeView & {
  readonly formId: string;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly unitName: (unitId: number) => string;
};

/** One change: what it is, which dossiers it moves, and the answer of the second person. */
export function ChangeContent({ view }: { view: ChangePageView }) {
  const { change, problem } = view;
  const isUnderWay =
    (change.state === 'open' && change.countedAt === null) ||
    (change.state === 'confirmed' && change.settledAt === null);
  const progress = <Banner kind={isUnderWay ? 'info' : 'success'}>{progressWords(change)}</Banner>;
  return (
    <>
      <ProblemSummary problem={problem} />
      <Columns side={<DecisionPanel view={view} />}>
        {isUnderWay ? <Refreshed every={5}>{progress}</Refreshed> : progress}
        <Panel title="Nội dung" aside={<ChangeState change={change} />}>
          <SummaryList rows={summaryRows(change)} />
        </Panel>
        {change.state === 'declined' ? null : <CountsPanel view={view} />}
      </Columns>
      {change.state === 'declined' ? null : <MovesTable view={view} />}
    </>
  );
}

function summaryRows(change: NamedChange) {
  const row = (key: string, value: string) => (value === '' ? [] : [{ key, value }]);
  const { input, decidedAt } = change;
  return [
    ...row('Thay đổi', change.words),
    ...row('Áp dụng cho', change.unitName),
    ...row('Căn cứ', input?.legalNotice ?? ''),
    ...row('Lý do', change.reason),
    ...row('Người đề nghị', `${change.proposedByName}, ${formatDateTime(change.proposedAt)}`),
    ...(decidedAt === null
      ? []
      : row('Người quyết định', `${change.decidedByName}, ${formatDateTime(decidedAt)}`)),
    ...row('Ý kiến', change.note),
  ];
}

function CountsPanel({ view: { counts, change } }: { view: ChangePageView }) {
  if (counts.length === 0) {
    if (change.state === 'open' && change.countedAt === null) return null;
    return (
      <Panel title="Hồ sơ bị dời hạn">
        <p>Không hồ sơ nào đang giải quyết bị dời hạn.</p>
      </Panel>
    );
  }
  const total = counts.reduce((sum, count) => sum + count.promises, 0);
  return (
    <Panel title={`${formatNumber(total)} hồ sơ dời ngày hẹn trả`}>
      <DefinitionTable
        caption="Số hồ sơ bị dời hạn theo nơi tiếp nhận"
        head={['Nơi tiếp nhận', 'Dời ngày hẹn trả', 'Chỉ dời hạn bước', 'Đã dời', 'Chưa dời được']}
        numeric={[1, 2, 3, 4]}
        rows={counts.map((count) => [
          <Link key="unit" href={withQuery(changePaths.one(change.id), { unit: count.unitId })}>
            {count.unitName}
          </Link>,
          formatNumber(count.promises),
          formatNumber(count.innerOnly),
          formatNumber(count.moved),
          formatNumber(count.failed),
        ])}
      />
    </Panel>
  );
}

function MovesTable({ view }: { view: ChangePageView }) {
  const { change, counts, moves, query } = view;
  const shown = counts.filter(({ unitId }) => query.unitId === null || unitId === query.unitId);
  const total = shown.reduce((sum, count) => sum + count.promises + count.innerOnly, 0);
  if (total === 0) return null;
  const path = changePaths.one(change.id);
  return (
    <DataTable
      caption="Hồ sơ bị dời hạn, từ khi nào sang khi nào"
      rows={moves}
      rowKey={(move) => move.number}
      rowHref={(move) => dossierPath(move.number)}
      exports={fileLinks((format) => withQuery(path, { format }))}
      paging={{ page: query.page, pageSize: PAGE_SIZE, total }}
      hrefFor={({ page }) => withQuery(path, { unit: query.unitId, page })}
      empty={
        <EmptyState
          title="Bạn không xem được các hồ sơ này"
          text="Chỉ đơn vị đang giải quyết và người có quyền xem hồ sơ mới thấy từng hồ sơ."
        />
      }
      columns={[
        {
          key: 'number',
          header: 'Hồ sơ',
          cell: (move) => (
            <>
              <Link href={dossierPath(move.number)}>{move.number}</Link>
              <Note>{move.title}</Note>
            </>
          ),
        },
        { key: 'unit', header: 'Nơi tiếp nhận', cell: (move) => view.unitName(move.unitId) },
        { key: 'from', header: 'Hẹn trả cũ', nowrap: true, cell: (move) => formatDateTime(move.dueFrom) },
        { key: 'to', header: 'Hẹn trả mới', nowrap: true, cell: (move) => <NewDue move={move} /> },
        { key: 'inner', header: 'Bên trong', cell: innerWords },
        { key: 'state', header: 'Tình trạng', cell: (move) => <MoveState move={move} /> },
      ]}
    />
  );
}

function NewDue({ move }: { move: DueMove }) {
  const stays = move.dueFrom.getTime() === move.dueTo.getTime();
  return <>{stays ? 'giữ nguyên' : formatDateTime(move.dueTo)}</>;
}

function innerWords({ steps, timers }: DueMove): string {
  const parts = [
    ...(steps > 0 ? [`${formatNumber(steps)} bước`] : []),
    ...(timers > 0 ? [`${formatNumber(timers)} hẹn giờ`] : []),
  ];
  return parts.join(', ');
}

function MoveState({ move: { movedAt, problem } }: { move: DueMove }) {
  if (problem !== null) {
    return (
      <>
        <StateTag tone="late" text="Chưa dời được" />
        <Note>{problem}</Note>
      </>
    );
  }
  return movedAt === null ? (
    <StateTag tone="wait" text="Sẽ dời" />
  ) : (
    <StateTag tone="fine" text={`Đã dời ${formatDateTime(movedAt)}`} />
  );
}

function DecisionPanel({ view }: { view: ChangePageView }) {
  const { change, mayConfirm, mayDecline, field, formId } = view;
  if (change.state !== 'open') return null;
  if (!mayDecline) {
    return (
      <Panel title="Chờ xác nhận">
        <p>Một người khác có quyền xác nhận lịch làm việc sẽ quyết định đề nghị này.</p>
      </Panel>
    );
  }
  const answers = [
    {
      value: 'confirm',
      text: 'Xác nhận',
      disabled: !mayConfirm || change.countedAt === null,
      hint: mayConfirm
        ? 'Lịch đổi ngay; hạn của từng hồ sơ được dời, người nộp được báo.'
        : 'Bạn là người đề nghị nên không tự xác nhận được.',
    },
    {
      value: 'decline',
      text: mayConfirm ? 'Không xác nhận' : 'Rút đề nghị',
      hint: 'Lịch làm việc và hạn của hồ sơ giữ nguyên.',
    },
  ];
  return (
    <Panel title="Quyết định" accent="gold">
      <Form action={changePaths.decision(change.id)} formId={formId}>
        <RadioGroup {...field('answer')} label="Trả lời đề nghị" options={answers} small />
        <TextArea
          {...field('note')}
          label="Ý kiến"
          rows={3}
          required={false}
          hint="Bắt buộc khi không xác nhận"
        />
        <Button>Gửi quyết định</Button>
      </Form>
    </Panel>
  );
}
