import { periodWords } from '#kernel/period/words.ts';
import { REFORM_AREA_LABELS } from '#foundation/figures/schema.ts';
import { Button } from '#web/ui/button.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { figureTag } from '../figure-parts.tsx';
import { indicatorPaths } from '../schema.ts';
import { figureWords } from '../words.ts';
import { catalogueList, type CatalogueQuery, ORIGIN_FILTERS, PAGE_SIZE } from './schema.ts';
import type { CataloguePage, ListedIndicator } from './service.ts';

export type CatalogueView = CataloguePage & {
  readonly query: CatalogueQuery;
  readonly units: readonly Option[];
};

/** Every indicator with its newest figure of one unit. */
export function CatalogueContent({ view }: { readonly view: CatalogueView }) {
  const { query, units, unitId, rows, total } = view;
  return (
    <>
      <FilterBar
        action={catalogueList.path}
        active={catalogueList.active(query, {
          q: query.q === '' ? '' : `Tìm “${query.q}”`,
          area: query.area === '' ? '' : REFORM_AREA_LABELS[query.area],
          origin: query.origin === '' ? '' : ORIGIN_FILTERS[query.origin],
        })}
        clearHref={catalogueList.href({ ...query, q: '', area: '', origin: '', page: 1 })}
      >
        <TextField
          id="q"
          name="q"
          label="Tìm chỉ tiêu"
          labelHidden
          type="search"
          placeholder="Tên, mã, định nghĩa"
          value={query.q}
        />
        <FilterSelect
          name="area"
          label="Nội dung cải cách"
          all="Mọi nội dung"
          options={optionsOf(REFORM_AREA_LABELS)}
          value={query.area}
        />
        <FilterSelect
          name="origin"
          label="Số liệu có từ đâu"
          all="Mọi nguồn"
          options={optionsOf(ORIGIN_FILTERS)}
          value={query.origin}
        />
        <Combobox id="unit" name="unit" label="Đơn vị" labelHidden options={units} value={String(unitId)} />
      </FilterBar>
      <DataTable
        caption="Danh mục chỉ tiêu"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ indicator }) => indicator.code}
        rowHref={({ latest }) => latest.href}
        paging={{ page: query.page, pageSize: PAGE_SIZE, total }}
        hrefFor={({ page }) => catalogueList.href(query, { page })}
        exports={catalogueList.files(query)}
        empty={
          <EmptyState
            title="Không có chỉ tiêu nào như vậy"
            text="Hãy bỏ bớt điều kiện lọc hoặc tìm theo từ khác."
          />
        }
      />
    </>
  );
}

const COLUMNS: readonly Column<ListedIndicator>[] = [
  {
    key: 'name',
    header: 'Chỉ tiêu',
    cell: ({ indicator, latest }) => (
      <>
        <Link href={latest.href}>{indicator.name}</Link>
        <Note>
          {indicator.code} · {REFORM_AREA_LABELS[indicator.area]}
        </Note>
      </>
    ),
  },
  {
    key: 'figure',
    header: 'Số mới nhất',
    cell: ({ indicator, latest }) => (
      <>
        {figureWords(indicator, latest.value)}
        {latest.value === null ? null : <Note>{periodWords(latest.period)}</Note>}
      </>
    ),
  },
  { key: 'origin', header: 'Có từ đâu', cell: ({ latest }) => figureTag(latest) },
];

/** What home affairs can do with the catalogue. */
export function CatalogueActions({ mayManage }: { readonly mayManage: boolean }) {
  return mayManage ? (
    <Button href={indicatorPaths.new} variant="secondary">
      Thêm chỉ tiêu
    </Button>
  ) : null;
}
