import { formatDate, formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { TIMELINESS_LABELS } from '#capabilities/slips/words.ts';
import { DossierDue, isRunningLate, PhaseTag } from '../due.tsx';
import { dossierPath, PHASE_LABELS } from '../schema.ts';
import { type DossierListQuery, type DossierRow, dossiersList, PAGE_SIZE } from './schema.ts';
import { COUNT_BOUND } from './list/store.ts';

export type ListView = {
  readonly query: DossierListQuery;
  readonly rows: readonly DossierRow[];
  readonly total: number;
  readonly units: readonly Unit[];
  readonly domains: readonly string[];
  readonly unitName: (unitId: number) => string;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
};

const STATES = [
  { value: 'open', text: 'Đang giải quyết' },
  { value: 'paused', text: 'Đang tạm dừng tính thời gian' },
  ...optionsOf(PHASE_LABELS),
];
const TIMELINESS = [{ value: 'running-late', text: 'Đang trễ hẹn' }, ...optionsOf(TIMELINESS_LABELS)];

/** Every dossier that the officer may see, with filters, sorting, paging and export. */
export function DossierListContent({ view }: { view: ListView }) {
  return (
    <>
      <FilterBar
        action={dossiersList.path}
        hidden={view.query.tag ? [{ name: 'tag', value: view.query.tag }] : []}
        active={activeFilters(view)}
        clearHref={dossiersList.path}
      >
        <TextField
          id="q"
          name="q"
          label="Số hồ sơ, người nộp"
          labelHidden
          placeholder="Số hồ sơ, tên, số định danh, điện thoại"
          value={view.query.q}
          width="full"
        />
        <ChoiceFilters view={view} />
        <PeriodFilter query={view.query} />
      </FilterBar>
      {view.total > COUNT_BOUND ? (
        <Note>Có hơn {formatNumber(COUNT_BOUND)} hồ sơ khớp; hãy lọc thêm để danh sách gọn hơn.</Note>
      ) : null}
      <DossierTable view={view} />
    </>
  );
}

function ChoiceFilters({ view }: { view: ListView }) {
  const { query, domains, units } = view;
  const domainOptions = domains.map((text) => ({ value: text, text }));
  const unitOptions = units.map((unit) => ({ value: String(unit.id), text: unit.shortName }));
  return (
    <>
      <FilterSelect
        name="state"
        label="Trạng thái"
        all="Mọi trạng thái"
        value={query.state}
        options={STATES}
      />
      <FilterSelect
        name="timeliness"
        label="Hạn"
        all="Đúng và trễ hạn"
        value={query.timeliness}
        options={TIMELINESS}
      />
      <FilterSelect
        name="domain"
        label="Lĩnh vực"
        all="Mọi lĩnh vực"
        value={query.domain}
        options={domainOptions}
      />
      {units.length > 1 ? (
        <FilterSelect name="unit" label="Đơn vị" all="Mọi đơn vị" value={query.unit} options={unitOptions} />
      ) : null}
    </>
  );
}

function PeriodFilter({ query: { from, to } }: { query: DossierListQuery }) {
  return (
    <>
      <DateField id="from" name="from" label="Nhận từ ngày" hint="" value={from && formatDate(from)} />
      <DateField id="to" name="to" label="Đến ngày" hint="" value={to && formatDate(to)} />
    </>
  );
}

function activeFilters(view: ListView) {
  const { query, unitName } = view;
  const labels = Object.fromEntries([...STATES, ...TIMELINESS].map((option) => [option.value, option.text]));
  return dossiersList.active(query, {
    q: query.q && `“${query.q}”`,
    state: labels[query.state] ?? '',
    timeliness: labels[query.timeliness] ?? '',
    domain: query.domain,
    tag: query.tag && `nhãn “${query.tag}”`,
    unit: query.unit === null ? '' : unitName(query.unit),
    from: query.from && `từ ${formatDate(query.from)}`,
    to: query.to && `đến ${formatDate(query.to)}`,
  });
}

function DossierTable({ view }: { view: ListView }) {
  const { query, rows, total, now } = view;
  return (
    <DataTable
      caption="Danh sách hồ sơ"
      rows={rows}
      rowKey={(row) => row.number}
      rowHref={(row) => dossierPath(row.number)}
      rowTone={(row) => (isRunningLate(row, now) ? 'late' : undefined)}
      sort={{ key: query.sort, dir: query.dir }}
      hrefFor={({ key, dir, page }) =>
        dossiersList.href(query, { sort: sortOf(key, query), dir: dir ?? query.dir, page })
      }
      paging={{ page: query.page, pageSize: PAGE_SIZE, total: Math.min(total, COUNT_BOUND) }}
      exports={dossiersList.files(query)}
      empty={
        <EmptyState
          title="Không có hồ sơ nào khớp"
          text="Hãy bỏ bớt bộ lọc, hoặc kiểm tra lại số hồ sơ, tên người nộp."
        />
      }
      columns={columnsOf(view)}
    />
  );
}

function columnsOf({ unitName, calendar, now }: ListView): readonly Column<DossierRow>[] {
  return [
    {
      key: 'received',
      header: 'Hồ sơ',
      nowrap: true,
      sortable: true,
      cell: (row) => (
        <>
          <Link href={dossierPath(row.number)}>{row.number}</Link>
          <Note>
            nhận {formatDateTime(row.receivedAt)}
            {row.linked ? ' · hồ sơ liên thông' : ''}
          </Note>
        </>
      ),
    },
    { key: 'what', header: 'Thủ tục, người nộp', cell: whatCell },
    {
      key: 'where',
      header: 'Đang ở',
      cell: (row) => (
        <>
          <PhaseTag phase={row.phase} />
          <Note>{row.stepUnitId === null ? '' : `${unitName(row.stepUnitId)}: ${row.stepName}`}</Note>
        </>
      ),
    },
    {
      key: 'due',
      header: 'Hẹn trả',
      sortable: true,
      cell: (row) => <DossierDue dossier={row} calendar={calendar} now={now} />,
    },
  ];
}

/** Procedure and applicant, the same in every list. */
export function whatCell(row: { readonly title: string; readonly applicantName: string }) {
  return (
    <>
      {row.title}
      <Note>{row.applicantName}</Note>
    </>
  );
}

function sortOf(key: string | undefined, query: DossierListQuery): DossierListQuery['sort'] {
  return key === 'received' || key === 'due' || key === 'number' ? key : query.sort;
}
