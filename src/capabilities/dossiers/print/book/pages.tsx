import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { withQuery } from '#web/http/list-state.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { RETURN_METHOD_SHORT_LABELS } from '#capabilities/slips/words.ts';
import { dossierPath } from '../../schema.ts';
import { bookList, bookPaths, type BookQuery, type BookRow, PAGE_SIZE } from './schema.ts';
import { type Book, contactOf } from './service.ts';
import { acknowledgementWords } from './words.ts';

export type BookView = { readonly book: Book; readonly query: BookQuery };

/** Form 06 on the screen. */
export function BookContent({ view }: { view: BookView }) {
  const { book, query } = view;
  return (
    <>
      <FilterBar action={bookPaths.page}>
        {book.counters.length > 1 ? (
          <SelectField
            id="unit"
            name="unit"
            label="Nơi tiếp nhận"
            options={book.counters.map(({ id, shortName }) => ({ value: String(id), text: shortName }))}
            value={String(book.period.unitId)}
            autosubmit
          />
        ) : null}
        <DateField id="from" name="from" label="Nhận từ ngày" hint="" value={formatDate(book.period.from)} />
        <DateField id="to" name="to" label="Đến ngày" hint="" value={formatDate(book.period.to)} />
        <SelectField
          id="returned"
          name="returned"
          label="Kết quả"
          placeholder="Đã trả và chưa trả"
          options={[
            { value: 'no', text: 'Chưa trả' },
            { value: 'yes', text: 'Đã trả' },
          ]}
          value={query.returned}
          autosubmit
        />
        <TextField
          id="q"
          name="q"
          label="Tìm trong sổ"
          value={query.q}
          placeholder="Mã hồ sơ, tên"
          width="full"
        />
      </FilterBar>
      <BookTable view={view} />
    </>
  );
}

/** Prints the whole period, whatever page is shown. */
export function BookActions({ query }: { query: BookQuery }) {
  return (
    <Button
      href={withQuery(bookPaths.print, { ...query, page: null })}
      variant="secondary"
      icon="print"
      hotkey="p"
    >
      In sổ
    </Button>
  );
}

function BookTable({ view: { book, query } }: { view: BookView }) {
  return (
    <DataTable
      caption="Sổ theo dõi hồ sơ"
      rows={book.rows}
      rowKey={(row) => row.number}
      rowHref={(row) => dossierPath(row.number)}
      hrefFor={({ page }) => bookList.href(query, { page })}
      paging={{ page: query.page, pageSize: PAGE_SIZE, total: book.total }}
      exports={bookList.files(query)}
      empty={
        <EmptyState
          title="Không có hồ sơ nào được tiếp nhận trong khoảng này"
          text="Hãy chọn ngày hoặc nơi tiếp nhận khác."
        />
      }
      columns={[
        { key: 'line', header: 'TT', numeric: true, cell: (row) => row.line ?? '–' },
        {
          key: 'number',
          header: 'Mã hồ sơ, thủ tục',
          cell: (row) => (
            <>
              <Link href={dossierPath(row.number)}>{row.number}</Link>
              <Note>{row.title}</Note>
            </>
          ),
        },
        {
          key: 'applicant',
          header: 'Cá nhân, tổ chức',
          cell: (row) => (
            <>
              {row.applicantName}
              <Note>{contactOf(row)}</Note>
            </>
          ),
        },
        { key: 'unit', header: 'Cơ quan chủ trì', cell: (row) => book.unitName(row.resolvingUnitId) },
        { key: 'received', header: 'Nhận', nowrap: true, cell: (row) => formatDateTime(row.receivedAt) },
        { key: 'due', header: 'Hẹn trả', nowrap: true, cell: (row) => formatDateTime(row.dueAt) },
        { key: 'returned', header: 'Trả kết quả, ký nhận', cell: (row) => <Returned row={row} /> },
      ]}
    />
  );
}

function Returned({ row }: { row: BookRow }) {
  return (
    <>
      {row.returnedAt === null ? 'Chưa trả' : formatDateTime(row.returnedAt)}
      <Note>{acknowledgementWords(row) || RETURN_METHOD_SHORT_LABELS[row.returnMethod]}</Note>
    </>
  );
}
