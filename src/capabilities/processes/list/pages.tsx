import { formatNumber } from '#kernel/vietnamese/format.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { processPaths } from '../schema.ts';
import { processPeriod } from '../view/pages.tsx';
import { hoursWords } from '#capabilities/procedures/words.ts';
import { KIND_WORDS, PAGE_SIZE, processes, type ProcessListQuery } from './schema.ts';
import type { ProcessList, ProcessRow } from './service.ts';

type ListView = ProcessList & { readonly query: ProcessListQuery };

/** Every procedure in force with how it is carried out. */
export function ProcessListPage({ view }: { readonly view: ListView }) {
  const { query, rows, domains } = view;
  const first = (query.page - 1) * PAGE_SIZE;
  const active = processes.active(query, {
    q: query.q && `“${query.q}”`,
    domain: query.domain,
    kind: query.kind && KIND_WORDS[query.kind],
  });
  return (
    <>
      <FilterBar action={processPaths.list} active={active} clearHref={processPaths.list}>
        <TextField
          id="q"
          name="q"
          label="Tìm thủ tục"
          labelHidden
          type="search"
          placeholder="Tên thủ tục"
          value={query.q}
          width="full"
        />
        <FilterSelect
          name="domain"
          label="Lĩnh vực"
          all="Mọi lĩnh vực"
          value={query.domain}
          options={domains.map((text) => ({ value: text, text }))}
        />
        <FilterSelect
          name="kind"
          label="Loại quy trình"
          all="Mọi quy trình"
          value={query.kind}
          options={optionsOf(KIND_WORDS)}
        />
      </FilterBar>
      <DataTable
        caption="Quy trình theo thủ tục"
        rows={rows.slice(first, first + PAGE_SIZE)}
        rowKey={(row) => row.slug}
        rowHref={(row) => processPaths.one(row.slug)}
        sort={{ key: query.sort, dir: query.dir }}
        hrefFor={({ key, dir, page }) =>
          processes.href(query, { sort: sortOf(key, query), dir: dir ?? query.dir, page })
        }
        paging={{ page: query.page, pageSize: PAGE_SIZE, total: rows.length }}
        exports={processes.files(query)}
        empty={<EmptyState title="Không có quy trình nào khớp" text="Hãy thử từ khác hoặc bỏ bớt bộ lọc." />}
        columns={COLUMNS}
      />
    </>
  );
}

const COLUMNS = [
  {
    key: 'name',
    header: 'Thủ tục',
    sortable: true,
    cell: (row: ProcessRow) => (
      <>
        <Link href={processPaths.one(row.slug)}>{row.name}</Link>
        <Note>{row.domain}</Note>
      </>
    ),
  },
  {
    key: 'version',
    header: 'Quy trình',
    cell: (row: ProcessRow) => (
      <>
        {row.number === null ? 'Lần lượt các bước' : `Phiên bản ${row.number}`}
        <Note>
          {[
            row.number === null ? '' : processPeriod({ ...row, state: 'published' }),
            row.isBranched ? 'có rẽ nhánh, song song' : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Note>
      </>
    ),
  },
  {
    key: 'steps',
    header: 'Số bước',
    sortable: true,
    numeric: true,
    cell: (row: ProcessRow) => (
      <>
        {formatNumber(row.steps)}
        <Note>{hoursWords(row.minutes / 60)}</Note>
      </>
    ),
  },
  {
    key: 'running',
    header: 'Hồ sơ đang chạy',
    sortable: true,
    numeric: true,
    cell: (row: ProcessRow) => formatNumber(row.running),
  },
  {
    key: 'drafts',
    header: 'Bản dự thảo',
    cell: (row: ProcessRow) => (row.drafts === 0 ? '–' : <StateTag tone="soon" text={`${row.drafts} bản`} />),
  },
] as const;

function sortOf(key: string | undefined, query: ProcessListQuery): ProcessListQuery['sort'] {
  return key === 'name' || key === 'steps' || key === 'running' ? key : query.sort;
}
