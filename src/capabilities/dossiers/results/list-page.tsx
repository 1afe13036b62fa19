import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { stateOf } from '#capabilities/results/words.ts';
import {
  bookWords,
  PAGE_SIZE,
  RESULT_KIND_LABELS,
  RESULT_STATE_LABELS,
  type Result,
  resultPaths,
  type ResultQuery,
} from '#capabilities/results/schema.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { resultList } from './schema.ts';
import { periodWords, STATE_TONES } from './words.ts';

export type ResultListView = {
  readonly rows: readonly Result[];
  readonly total: number;
  readonly query: ResultQuery;
  /** Units whose registers the reader sees. */
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly unitName: (unitId: number) => string;
  readonly today: LocalDate;
};

/** The registers of results that the acting post may see, newest first. */
export function ResultListContent({ view }: { view: ResultListView }) {
  return (
    <>
      <Filters view={view} />
      <ResultTable view={view} />
    </>
  );
}

function Filters({ view: { query, units } }: { view: ResultListView }) {
  const unit = units.find(({ id }) => id === query.unit);
  return (
    <FilterBar
      action={resultPaths.list}
      clearHref={resultPaths.list}
      active={resultList.active(query, {
        q: query.q && `“${query.q}”`,
        unit: unit?.name ?? '',
        kind: query.kind && RESULT_KIND_LABELS[query.kind],
        state: query.state && RESULT_STATE_LABELS[query.state],
        from: query.from && `ký từ ${formatDate(query.from)}`,
        to: query.to && `ký đến ${formatDate(query.to)}`,
      })}
    >
      <TextField
        id="q"
        name="q"
        label="Tìm kết quả"
        labelHidden
        placeholder="Số, tên kết quả, người được cấp"
        value={query.q}
      />
      {units.length > 1 ? (
        <FilterSelect
          name="unit"
          label="Đơn vị cấp"
          all="Mọi đơn vị"
          options={units.map(({ id, name }) => ({ value: String(id), text: name }))}
          value={query.unit}
        />
      ) : null}
      <FilterSelect
        name="kind"
        label="Loại kết quả"
        all="Mọi loại"
        options={optionsOf(RESULT_KIND_LABELS)}
        value={query.kind}
      />
      <FilterSelect
        name="state"
        label="Trạng thái"
        all="Mọi trạng thái"
        options={optionsOf(RESULT_STATE_LABELS)}
        value={query.state}
      />
      <DateField
        id="from"
        name="from"
        label="Ký từ ngày"
        hint=""
        value={query.from && formatDate(query.from)}
      />
      <DateField id="to" name="to" label="Đến ngày" hint="" value={query.to && formatDate(query.to)} />
    </FilterBar>
  );
}

function ResultTable({ view: { rows, total, query, unitName, today } }: { view: ResultListView }) {
  return (
    <DataTable
      caption="Sổ đăng ký kết quả"
      rows={rows}
      rowKey={({ id }) => String(id)}
      rowHref={({ id }) => resultPaths.one(id)}
      hrefFor={({ page }) => resultList.href(query, { page })}
      paging={{ page: query.page, pageSize: PAGE_SIZE, total }}
      exports={resultList.files(query)}
      empty={
        <EmptyState
          title="Chưa có kết quả nào"
          text="Kết quả vào sổ khi hồ sơ giải quyết xong. Hãy bỏ bớt điều kiện lọc nếu đang lọc."
        />
      }
      columns={columns(unitName, today)}
    />
  );
}

function columns(unitName: (unitId: number) => string, today: LocalDate): readonly Column<Result>[] {
  return [
    {
      key: 'book',
      header: 'Số vào sổ',
      cell: (row) => (
        <>
          <Link href={resultPaths.one(row.id)}>{bookWords(row)}</Link>
          <Note>{unitName(row.unitId)}</Note>
        </>
      ),
    },
    {
      key: 'title',
      header: 'Kết quả',
      cell: (row) => (
        <>
          {row.title || '(đã tiêu hủy)'}
          <Note>{[row.documentNumber, `ký ${formatDate(row.issuedOn)}`].filter(Boolean).join(', ')}</Note>
        </>
      ),
    },
    {
      key: 'holder',
      header: 'Cấp cho',
      cell: (row) => (
        <>
          {row.holder}
          <Note>{row.dossierNumber}</Note>
        </>
      ),
    },
    {
      key: 'state',
      header: 'Hiệu lực',
      cell: (row) => {
        const state = stateOf(row, today);
        return (
          <>
            <StateTag tone={STATE_TONES[state]} text={RESULT_STATE_LABELS[state]} />
            <Note>{periodWords(row)}</Note>
          </>
        );
      },
    },
  ];
}
