import { formatDate, formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { DossierDue, PhaseTag } from '../due.tsx';
import { dossierPath, PHASE_LABELS, TIMELINESS_LABELS } from '../schema.ts';
import { listHref } from './links.ts';
import { type DossierListQuery, type DossierRow, PAGE_SIZE } from './schema.ts';
import { COUNT_BOUND } from './store.ts';

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

const STATES = [{ value: 'open', text: 'Đang giải quyết' }, ...options(PHASE_LABELS)];
const TIMELINESS = [{ value: 'running-late', text: 'Đang trễ hẹn' }, ...options(TIMELINESS_LABELS)];

function options(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, text]) => ({ value, text }));
}

/** Every dossier that the officer may see, with filters, sorting, paging and export. */
export function DossierListContent({ view }: { view: ListView }) {
  const { query } = view;
  return (
    <>
      <FilterBar action="/dossiers" active={activeFilters(view)} clearHref="/dossiers">
        <TextField
          id="q"
          name="q"
          label="Số hồ sơ, người nộp"
          labelHidden
          placeholder="Số hồ sơ, tên, số định danh, điện thoại"
          value={query.q}
          width="full"
        />
        <SelectField
          id="state"
          name="state"
          label="Trạng thái"
          labelHidden
          placeholder="Mọi trạng thái"
          value={query.state}
          options={STATES}
          autosubmit
        />
        <SelectField
          id="timeliness"
          name="timeliness"
          label="Hạn"
          labelHidden
          placeholder="Đúng hạn và trễ hạn"
          value={query.timeliness}
          options={TIMELINESS}
          autosubmit
        />
        <SelectField
          id="domain"
          name="domain"
          label="Lĩnh vực"
          labelHidden
          placeholder="Mọi lĩnh vực"
          value={query.domain}
          options={view.domains.map((text) => ({ value: text, text }))}
          autosubmit
        />
        <UnitFilter view={view} />
        <DateField
          id="from"
          name="from"
          label="Nhận từ ngày"
          hint=""
          value={query.from && formatDate(query.from)}
        />
        <DateField id="to" name="to" label="Đến ngày" hint="" value={query.to && formatDate(query.to)} />
      </FilterBar>
      {view.total > COUNT_BOUND ? (
        <Note>Có hơn {formatNumber(COUNT_BOUND)} hồ sơ khớp; hãy lọc thêm để danh sách gọn hơn.</Note>
      ) : null}
      <DossierTable view={view} />
    </>
  );
}

function UnitFilter({ view }: { view: ListView }) {
  if (view.units.length < 2) return null;
  const units = view.units.map((unit) => ({ value: String(unit.id), text: unit.shortName }));
  return (
    <SelectField
      id="unit"
      name="unit"
      label="Đơn vị"
      labelHidden
      placeholder="Mọi đơn vị"
      value={String(view.query.unit ?? '')}
      options={units}
      autosubmit
    />
  );
}

function activeFilters(view: ListView) {
  const { query, unitName } = view;
  const labels = {
    ...Object.fromEntries([...STATES, ...TIMELINESS].map((option) => [option.value, option.text])),
  };
  const filters: readonly (readonly [keyof DossierListQuery, string])[] = [
    ['q', query.q && `“${query.q}”`],
    ['state', labels[query.state] ?? ''],
    ['timeliness', labels[query.timeliness] ?? ''],
    ['domain', query.domain],
    ['unit', query.unit === null ? '' : unitName(query.unit)],
    ['from', query.from && `từ ${formatDate(query.from)}`],
    ['to', query.to && `đến ${formatDate(query.to)}`],
  ];
  return filters
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ({
      text,
      removeHref: listHref(query, { [name]: name === 'unit' ? null : '', page: 1 }),
    }));
}

function DossierTable({ view }: { view: ListView }) {
  const { query } = view;
  return (
    <DataTable
      caption="Danh sách hồ sơ"
      rows={view.rows}
      rowKey={(row) => row.number}
      rowHref={(row) => dossierPath(row.number)}
      rowTone={(row) => (row.timeliness === null && row.dueAt < view.now ? 'late' : undefined)}
      sort={{ key: query.sort, dir: query.dir }}
      hrefFor={({ key, dir, page }) =>
        listHref(query, { sort: sortOf(key, query), dir: dir ?? query.dir, page })
      }
      paging={{ page: query.page, pageSize: PAGE_SIZE, total: Math.min(view.total, COUNT_BOUND) }}
      exports={(['csv', 'xlsx'] as const).map((format) => ({
        href: listHref(query, { page: 1 }, format),
        text: format.toUpperCase(),
      }))}
      empty={
        <EmptyState
          title="Không có hồ sơ nào khớp"
          text="Hãy bỏ bớt bộ lọc, hoặc kiểm tra lại số hồ sơ, tên người nộp."
        />
      }
      columns={[
        {
          key: 'received',
          header: 'Hồ sơ',
          nowrap: true,
          sortable: true,
          cell: (row) => (
            <>
              <Link href={dossierPath(row.number)}>{row.number}</Link>
              <Note>nhận {formatDateTime(row.receivedAt)}</Note>
            </>
          ),
        },
        {
          key: 'what',
          header: 'Thủ tục, người nộp',
          cell: (row) => (
            <>
              {row.title}
              <Note>{row.applicantName}</Note>
            </>
          ),
        },
        {
          key: 'where',
          header: 'Đang ở',
          cell: (row) => (
            <>
              <PhaseTag phase={row.phase} />
              <Note>
                {row.stepUnitId === null ? '' : `${view.unitName(row.stepUnitId)}: ${row.stepName}`}
              </Note>
            </>
          ),
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

function sortOf(key: string | undefined, query: DossierListQuery): DossierListQuery['sort'] {
  return key === 'received' || key === 'due' || key === 'number' ? key : query.sort;
}
