import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import { workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { renderedRows } from '#web/ui/rendered-rows.ts';
import { StateTag } from '#web/ui/state-tag.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { DossierDue, isRunningLate } from '../due.tsx';
import { dossierPath } from '../schema.ts';
import {
  type InboxCounts,
  type InboxQuery,
  type InboxRow,
  type InboxTab,
  INBOX_TAB_LABELS,
  inboxList,
  PAGE_SIZE,
} from './schema.ts';

export type InboxView = {
  readonly query: InboxQuery;
  readonly counts: InboxCounts;
  readonly rows: readonly InboxRow[];
  readonly total: number;
  readonly domains: readonly string[];
  readonly calendar: WorkingCalendar;
  readonly now: Date;
  readonly officerId: number;
  readonly formId: string;
};

/** One line under the heading: how much there is, and what is late, first. */
export function inboxLead(counts: InboxCounts) {
  if (counts.unit === 0) return 'Đơn vị không có hồ sơ nào đang chờ.';
  return (
    <>
      {counts.unit} hồ sơ ở đơn vị ·{' '}
      {counts.late > 0 ? <StateTag tone="late" text={`${counts.late} trễ hẹn`} /> : 'không có hồ sơ trễ hẹn'}{' '}
      · {counts.soon} đến hạn hôm nay và ngày làm việc tới
    </>
  );
}

/** What waits at the unit: tabs, filters, the list with bulk pass-on, keys. */
export function InboxContent({ view }: { view: InboxView }) {
  const { query } = view;
  return (
    <>
      <InboxTabs view={view} />
      <FilterBar
        action={inboxList.path}
        hidden={[{ name: 'tab', value: query.tab }]}
        active={activeFilters(query)}
        clearHref={inboxList.href(query, { domain: '', q: '', page: 1 })}
      >
        <FilterSelect
          name="domain"
          label="Lĩnh vực"
          all="Mọi lĩnh vực"
          value={query.domain}
          options={view.domains.map((domain) => ({ value: domain, text: domain }))}
        />
        <TextField
          id="q"
          name="q"
          label="Tên, số hồ sơ"
          labelHidden
          placeholder="Lọc theo tên, số hồ sơ"
          value={query.q}
        />
      </FilterBar>
      <InboxTable view={view} />
      <Note>
        <Kbd>j</Kbd> <Kbd>k</Kbd> di chuyển · <Kbd>Enter</Kbd> mở · <Kbd>x</Kbd> chọn · <Kbd>n</Kbd> tiếp nhận
        mới · <Kbd>?</Kbd> mọi phím tắt
      </Note>
    </>
  );
}

function InboxTabs({ view: { query, counts } }: { view: InboxView }) {
  const count: Readonly<Record<InboxTab, number>> = { ...counts, 'sent-back': counts.sentBack };
  // A label table's keys are exactly its codes.
  const tabs = (Object.keys(INBOX_TAB_LABELS) as InboxTab[]).map((tab) => ({
    href: inboxList.href(query, { tab, page: 1 }),
    text: INBOX_TAB_LABELS[tab],
    count: count[tab],
    current: tab === query.tab,
    hot: tab === 'late' || tab === 'sent-back',
  }));
  return <Tabs tabs={tabs} label="Phần của hộp việc" />;
}

function activeFilters(query: InboxQuery) {
  return inboxList.active(query, { domain: query.domain, q: query.q && `“${query.q}”` });
}

function InboxTable({ view }: { view: InboxView }) {
  const { query, rows, total, formId } = view;
  return (
    <DataTable
      caption="Hồ sơ đang chờ ở đơn vị"
      rows={rows}
      rowKey={(row) => `${row.number}:${row.sequence}:${row.stepPosition}`}
      rowHref={(row) => dossierPath(row.number)}
      rowTone={(row) => (isRunningLate(row, view.now) ? 'late' : undefined)}
      sort={{ key: query.sort, dir: query.dir }}
      hrefFor={({ key, dir, page }) =>
        inboxList.href(query, { sort: sortOf(key, query), dir: dir ?? query.dir, page })
      }
      rendered={{
        known: renderedRows(view.calendar, formatDateTime(view.now)),
        // What a row shows of its dossier changes with a deed alone, and every deed has its number.
        keyOf: ({ number, sequence, officerId, officerName }) =>
          `${number} ${sequence} ${officerName} ${officerId === view.officerId}`,
      }}
      paging={{ page: query.page, pageSize: PAGE_SIZE, total }}
      exports={inboxList.files(query)}
      selection={{
        formId: 'bulk',
        action: '/inbox/pass-on',
        hidden: [{ name: 'formId', value: formId }],
        labelFor: (row) => `Chọn hồ sơ ${row.number}`,
        actions: <Button variant="secondary">Chuyển bước các hồ sơ đã chọn</Button>,
      }}
      empty={<Empty query={query} />}
      columns={[
        {
          key: 'received',
          header: 'Hồ sơ',
          nowrap: true,
          sortable: true,
          cell: (row) => <NumberCell row={row} />,
        },
        { key: 'what', header: 'Thủ tục, người nộp', cell: (row) => <WhatCell row={row} /> },
        {
          key: 'step-due',
          header: 'Bước hiện tại',
          sortable: true,
          cell: (row) => <StepCell row={row} view={view} />,
        },
        {
          key: 'due',
          header: 'Hẹn trả',
          sortable: true,
          cell: (row) => <DossierDue dossier={row} calendar={view.calendar} now={view.now} />,
        },
      ]}
    />
  );
}

function sortOf(key: string | undefined, query: InboxQuery): InboxQuery['sort'] {
  return key === 'received' || key === 'step-due' || key === 'due' ? key : query.sort;
}

function NumberCell({ row }: { row: InboxRow }) {
  return (
    <>
      <Link href={dossierPath(row.number)}>{row.number}</Link>
      <Note>nhận {formatDateTime(row.receivedAt)}</Note>
    </>
  );
}

function WhatCell({ row }: { row: InboxRow }) {
  return (
    <>
      {row.title}
      <Note>{row.applicantName}</Note>
    </>
  );
}

function StepCell({ row, view }: { row: InboxRow; view: InboxView }) {
  return (
    <>
      {row.stepName}
      <Note>
        {row.custody === 'handed' ? 'chờ xác nhận đã nhận bàn giao · ' : ''}
        {row.sentBack ? 'bị trả lại · ' : ''}
        {holderWords(row, view.officerId)}
        {quotaWords(row, view)}
      </Note>
    </>
  );
}

function holderWords(row: InboxRow, officerId: number): string {
  if (row.officerId === null) return 'chưa ai nhận';
  return row.officerId === officerId ? 'bạn đang thụ lý' : `${row.officerName} đang thụ lý`;
}

function quotaWords({ stepDueAt }: InboxRow, { calendar, now }: InboxView): string {
  if (stepDueAt === null || stepDueAt >= now) return '';
  const over = workingMinutesBetween(calendar, stepDueAt, now);
  return over < 1 ? '' : ` · quá định mức ${durationWords(over, calendar.minutesPerWorkingDay)}`;
}

function Empty({ query }: { query: InboxQuery }) {
  if (query.q || query.domain) {
    return (
      <EmptyState
        title="Không có hồ sơ nào khớp"
        text="Bỏ bớt bộ lọc, hoặc tìm trong mục Hồ sơ để thấy cả hồ sơ đã chuyển đi."
      />
    );
  }
  const text =
    query.tab === 'mine' ? 'Hồ sơ chuyển đến bước của bạn sẽ hiện ở đây.' : 'Không có hồ sơ nào ở phần này.';
  return <EmptyState title="Không có việc đang chờ" text={text} />;
}
