import { CITATION_TYPE_LABELS } from '#kernel/citations/types.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import {
  documentList,
  documentPaths,
  type DocumentQuery,
  isDoubtful,
  numberOf,
  PAGE_SIZE,
  type RegisteredDocument,
} from '../schema.ts';

type ListView = {
  readonly documents: readonly RegisteredDocument[];
  readonly total: number;
  readonly query: DocumentQuery;
  readonly issuers: readonly string[];
};

const SURE_LABELS = { doubtful: 'Còn điều nghi ngờ', sure: 'Không có nghi ngờ' } as const;

/** The register, found by number, issuer, title or year. */
export function DocumentListContent({ view }: { readonly view: ListView }) {
  const { documents, total, query } = view;
  return (
    <>
      <Filters view={view} />
      <DataTable
        caption={`${formatNumber(total)} văn bản`}
        columns={COLUMNS}
        rows={documents}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => documentPaths.one(id)}
        paging={{ page: query.page, pageSize: PAGE_SIZE, total }}
        hrefFor={({ page }) => documentList.href(query, { page })}
        exports={documentList.files(query)}
        empty={
          <EmptyState
            title="Không có văn bản nào như vậy"
            text="Hãy bỏ bớt điều kiện lọc, hoặc tìm theo số, ký hiệu hay từ khác trong trích yếu."
          />
        }
      />
    </>
  );
}

function Filters({ view: { query, issuers } }: { readonly view: ListView }) {
  const { q, type, issuer, year, sure } = query;
  return (
    <FilterBar
      action={documentList.path}
      active={documentList.active(query, {
        q: q && `Tìm “${q}”`,
        type: type && CITATION_TYPE_LABELS[type],
        issuer,
        year: year === null ? '' : `Năm ${year}`,
        sure: sure && SURE_LABELS[sure],
      })}
      clearHref={documentList.path}
    >
      <TextField
        id="q"
        name="q"
        label="Tìm văn bản"
        labelHidden
        type="search"
        placeholder="Số, ký hiệu, trích yếu; gõ không dấu cũng được"
        value={q}
      />
      <FilterSelect
        name="type"
        label="Loại văn bản"
        all="Mọi loại"
        options={optionsOf(CITATION_TYPE_LABELS)}
        value={type}
      />
      <FilterSelect
        name="issuer"
        label="Cơ quan ban hành"
        all="Mọi cơ quan"
        options={issuers.map((name) => ({ value: name, text: name }))}
        value={issuer}
      />
      <FilterSelect
        name="sure"
        label="Độ tin cậy"
        all="Chắc chắn hay không"
        options={optionsOf(SURE_LABELS)}
        value={sure}
      />
      <TextField
        id="year"
        name="year"
        label="Năm"
        labelHidden
        inputmode="numeric"
        width="short"
        placeholder="Năm"
        value={year === null ? '' : String(year)}
      />
    </FilterBar>
  );
}

const COLUMNS: readonly Column<RegisteredDocument>[] = [
  {
    key: 'number',
    header: 'Số, ký hiệu',
    cell: (document) => (
      <>
        <Link href={documentPaths.one(document.id)}>{numberOf(document) || 'Không có số'}</Link>
        <Note>{CITATION_TYPE_LABELS[document.type]}</Note>
      </>
    ),
  },
  {
    key: 'title',
    header: 'Trích yếu',
    cell: (document) => (
      <>
        {document.title} {isDoubtful(document) ? <StateTag tone="soon" text="Còn nghi ngờ" /> : null}
      </>
    ),
  },
  { key: 'issuer', header: 'Cơ quan ban hành', cell: ({ issuer }) => issuer || '–' },
  {
    key: 'date',
    header: 'Ngày',
    cell: ({ issuedOn }) => (issuedOn === null ? 'Chưa rõ' : formatDate(issuedOn)),
  },
];
