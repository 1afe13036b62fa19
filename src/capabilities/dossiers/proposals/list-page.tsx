import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { StateTag } from '#web/ui/state-tag.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { codesOf } from '#kernel/labels.ts';
import { DossierDue } from '../due.tsx';
import {
  APPROVAL_VIEW_LABELS,
  approvalList,
  type ApprovalQuery,
  OUTCOME_LABELS,
  PAGE_SIZE,
  PROPOSAL_LABELS,
  proposalPaths,
  type ProposalRow,
} from './schema.ts';

export type ApprovalsView = {
  readonly query: ApprovalQuery;
  readonly rows: readonly ProposalRow[];
  readonly total: number;
  /** How many wait for the reader, whatever is shown. */
  readonly waiting: number;
  readonly unitName: (unitId: number) => string;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
};

/** What waits for the reader's decision, what they proposed, what was decided. */
export function ApprovalsContent({ view }: { view: ApprovalsView }) {
  const { query, rows, total } = view;
  return (
    <>
      <Tabs label="Đề nghị" tabs={codesOf(APPROVAL_VIEW_LABELS).map((code) => tabOf(code, view))} />
      <FilterBar
        action={approvalList.path}
        hidden={[{ name: 'view', value: query.view }]}
        active={approvalList.active(query, {
          kind: query.kind && PROPOSAL_LABELS[query.kind],
          q: query.q && `“${query.q}”`,
        })}
        clearHref={approvalList.href(query, { kind: '', q: '', page: 1 })}
      >
        <FilterSelect
          name="kind"
          label="Đề nghị gì"
          all="Mọi đề nghị"
          value={query.kind}
          options={optionsOf(PROPOSAL_LABELS)}
        />
        <TextField
          id="q"
          name="q"
          label="Số hồ sơ"
          labelHidden
          placeholder="Lọc theo số hồ sơ"
          value={query.q}
        />
      </FilterBar>
      <DataTable
        caption="Đề nghị"
        rows={rows}
        rowKey={(row) => `${row.number} ${row.ordinal}`}
        rowHref={(row) => proposalPaths.one(row.number, row.ordinal)}
        paging={{ page: query.page, pageSize: PAGE_SIZE, total }}
        hrefFor={({ page }) => approvalList.href(query, { page })}
        exports={approvalList.files(query)}
        empty={<EmptyState title={emptyTitle(query)} text="Đề nghị được gửi từ trang của từng hồ sơ." />}
        columns={columnsOf(view)}
      />
    </>
  );
}

function tabOf(code: ApprovalQuery['view'], { query, waiting }: ApprovalsView) {
  return {
    href: approvalList.href(query, { view: code, page: 1 }),
    text: APPROVAL_VIEW_LABELS[code],
    current: query.view === code,
    ...(code === 'to-decide' ? { count: waiting, hot: true } : {}),
  };
}

function emptyTitle({ view, kind, q }: ApprovalQuery): string {
  if (kind !== '' || q !== '') return 'Không có đề nghị nào khớp';
  return view === 'to-decide' ? 'Không có đề nghị nào chờ bạn duyệt' : 'Chưa có đề nghị nào';
}

function columnsOf({ unitName, calendar, now }: ApprovalsView): readonly Column<ProposalRow>[] {
  return [
    {
      key: 'what',
      header: 'Đề nghị',
      cell: (row) => (
        <>
          <Link href={proposalPaths.one(row.number, row.ordinal)}>{PROPOSAL_LABELS[row.kind]}</Link>
          <Note>{row.reason}</Note>
        </>
      ),
    },
    {
      key: 'dossier',
      header: 'Hồ sơ',
      cell: (row) => (
        <>
          {row.title}
          <Note>
            {row.number} · {row.applicantName}
          </Note>
        </>
      ),
    },
    {
      key: 'who',
      header: 'Người đề nghị',
      cell: (row) => (
        <>
          {row.proposedByName ?? 'Người nộp hồ sơ'}
          <Note>
            {unitName(row.unitId)} · {formatDateTime(row.proposedAt)}
          </Note>
        </>
      ),
    },
    {
      key: 'state',
      header: 'Hẹn trả, kết quả',
      cell: (row) => <Outcome row={row} calendar={calendar} now={now} />,
    },
  ];
}

function Outcome({ row, calendar, now }: { row: ProposalRow; calendar: WorkingCalendar; now: Date }) {
  if (row.outcome === null) {
    return <DossierDue dossier={{ phase: 'processing', dueAt: row.dueAt }} calendar={calendar} now={now} />;
  }
  return (
    <>
      <StateTag tone={row.outcome === 'accepted' ? 'fine' : 'neutral'} text={OUTCOME_LABELS[row.outcome]} />
      <Note>
        {row.decidedByName} · {row.decidedAt ? formatDateTime(row.decidedAt) : ''}
      </Note>
    </>
  );
}
