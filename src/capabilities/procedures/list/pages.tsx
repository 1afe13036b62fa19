import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { LEVEL_LABELS, ONLINE_LEVEL_LABELS, ONLINE_SHORT_LABELS } from '../labels.ts';
import { optionsOf } from '#web/ui/option.ts';
import { procedurePaths } from '../schema.ts';
import { limitWords } from '../words.ts';
import {
  catalogue,
  PAGE_SIZE,
  type ProcedureListQuery,
  type ProcedureRow,
  STANDING_LABELS,
} from './schema.ts';
import type { ProcedureList } from './service.ts';

type ListView = ProcedureList & { readonly query: ProcedureListQuery };

const STANDINGS = [...optionsOf(STANDING_LABELS), { value: 'has-draft', text: 'Có bản dự thảo' }];
const TONES = { 'in-force': 'fine', coming: 'wait', ended: 'neutral', drafted: 'soon' } as const;

/** One quiet line under the heading. */
export function listLead({ rows, total }: ProcedureList): string {
  if (rows.length === total) return `${formatNumber(total)} thủ tục trong danh mục.`;
  return `${formatNumber(rows.length)} trong ${formatNumber(total)} thủ tục.`;
}

/** What an editor can start from the list. */
export function ListActions() {
  return (
    <>
      <Button href={procedurePaths.coverage} variant="secondary">
        Nơi tiếp nhận
      </Button>
      <Button href={procedurePaths.import} variant="secondary" icon="upload">
        Nhập từ tệp
      </Button>
      <Button href={procedurePaths.new} icon="plus">
        Thêm thủ tục
      </Button>
    </>
  );
}

/** The catalogue with its filters. */
export function ProcedureListContent({ view }: { readonly view: ListView }) {
  const { query } = view;
  return (
    <>
      <FilterBar action={procedurePaths.list} active={activeFilters(query)} clearHref={procedurePaths.list}>
        <TextField
          id="q"
          name="q"
          label="Tìm thủ tục"
          labelHidden
          type="search"
          placeholder="Tên, mã, hoặc cách người dân gọi"
          value={query.q}
          width="full"
        />
        <FilterSelect
          name="domain"
          label="Lĩnh vực"
          all="Mọi lĩnh vực"
          value={query.domain}
          options={view.domains.map((text) => ({ value: text, text }))}
        />
        <FilterSelect
          name="level"
          label="Cấp giải quyết"
          all="Mọi cấp"
          value={query.level}
          options={optionsOf(LEVEL_LABELS)}
        />
        <FilterSelect
          name="online"
          label="Trực tuyến"
          all="Mọi mức trực tuyến"
          value={query.online}
          options={optionsOf(ONLINE_LEVEL_LABELS)}
        />
        <FilterSelect
          name="standing"
          label="Trạng thái"
          all="Mọi trạng thái"
          value={query.standing}
          options={STANDINGS}
        />
      </FilterBar>
      <ProcedureTable view={view} />
    </>
  );
}

function activeFilters(query: ProcedureListQuery) {
  return catalogue.active(query, {
    q: query.q && `“${query.q}”`,
    domain: query.domain,
    level: query.level && LEVEL_LABELS[query.level],
    online: query.online && ONLINE_LEVEL_LABELS[query.online],
    standing: STANDINGS.find(({ value }) => value === query.standing)?.text ?? '',
  });
}

function ProcedureTable({ view }: { readonly view: ListView }) {
  const { query, rows } = view;
  const first = (query.page - 1) * PAGE_SIZE;
  return (
    <DataTable
      caption="Danh mục thủ tục hành chính"
      rows={rows.slice(first, first + PAGE_SIZE)}
      rowKey={(row) => row.slug}
      rowHref={(row) => procedurePaths.one(row.slug)}
      {...(query.sort === 'relevance' ? {} : { sort: { key: query.sort, dir: query.dir } })}
      hrefFor={({ key, dir, page }) =>
        catalogue.href(query, { sort: sortOf(key, query), dir: dir ?? query.dir, page })
      }
      paging={{ page: query.page, pageSize: PAGE_SIZE, total: rows.length }}
      exports={catalogue.files(query, ['csv', 'xlsx', 'json'])}
      empty={
        <EmptyState
          title="Không có thủ tục nào khớp"
          text="Hãy thử từ khác, ví dụ “khai sinh”, hoặc bỏ bớt bộ lọc."
        />
      }
      columns={COLUMNS}
    />
  );
}

const COLUMNS = [
  {
    key: 'name',
    header: 'Thủ tục',
    sortable: true,
    cell: (row: ProcedureRow) => <Link href={procedurePaths.one(row.slug)}>{row.content.shortName}</Link>,
  },
  { key: 'code', header: 'Mã', sortable: true, cell: (row: ProcedureRow) => row.code ?? '–' },
  {
    key: 'domain',
    header: 'Lĩnh vực',
    sortable: true,
    cell: (row: ProcedureRow) => (
      <>
        {row.content.domain}
        <Note>{LEVEL_LABELS[row.content.level]}</Note>
      </>
    ),
  },
  {
    key: 'limit',
    header: 'Thời hạn',
    cell: (row: ProcedureRow) => (
      <>
        {row.content.timeLimit.unit === 'same-day' ? 'Trong ngày' : limitWords(row.content)}
        {row.content.onlineLevel === 'none' ? null : (
          <Note>{ONLINE_SHORT_LABELS[row.content.onlineLevel]}</Note>
        )}
      </>
    ),
  },
  {
    key: 'offered',
    header: 'Nơi nhận',
    sortable: true,
    numeric: true,
    cell: (row: ProcedureRow) => row.offeredBy,
  },
  {
    key: 'standing',
    header: 'Trạng thái',
    cell: (row: ProcedureRow) => (
      <>
        <StateTag tone={TONES[row.standing]} text={STANDING_LABELS[row.standing]} />
        <Note>{standingNote(row)}</Note>
      </>
    ),
  },
] as const;

function standingNote(row: ProcedureRow): string {
  const day = row.standing === 'ended' ? row.validTo : row.validFrom;
  const period = day === null ? '' : `${row.standing === 'ended' ? 'hết từ' : 'từ'} ${formatDate(day)}`;
  const drafts = row.drafts === 0 || row.standing === 'drafted' ? '' : `${row.drafts} bản dự thảo`;
  return [period, drafts].filter(Boolean).join(', ');
}

function sortOf(key: string | undefined, query: ProcedureListQuery): ProcedureListQuery['sort'] {
  return key === 'name' || key === 'code' || key === 'domain' || key === 'offered' ? key : query.sort;
}
