import { formatDate, formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { optionsOf } from '#web/ui/option.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { dossierPath } from '../schema.ts';
import { detailWords } from './exports.ts';
import { REVIEWED_DAYS, UNUSUAL_OUTSIDE } from './rules.ts';
import {
  MANNER_LABELS,
  PAGE_SIZE,
  readsList,
  type ReadsQuery,
  type ReviewedRead,
  type UnusualDay,
} from './schema.ts';
import type { ReadsReview } from './service.ts';

type UnitName = (unitId: number) => string;
export type ReadsView = {
  readonly review: ReadsReview;
  readonly query: ReadsQuery;
  readonly unitName: UnitName;
};

/** Who read what, for the head of a unit and for whoever answers for the protection of personal data. */
export function ReadsContent({ view }: { readonly view: ReadsView }) {
  const { query, review, unitName } = view;
  const isUnusual = query.view === 'unusual';
  return (
    <>
      <Tabs
        label="Lượt xem"
        tabs={[
          {
            href: readsList.href(query, { view: 'all', page: 1 }),
            text: 'Mọi lượt xem',
            current: !isUnusual,
          },
          {
            href: readsList.href(query, { view: 'unusual', page: 1 }),
            text: 'Ngày cần xem lại',
            current: isUnusual,
            ...(isUnusual ? { count: review.total } : {}),
          },
        ]}
      />
      <Filters view={view} />
      {isUnusual ? (
        <UnusualTable days={review.unusual} query={query} unitName={unitName} />
      ) : (
        <ReadsTable
          rows={review.rows}
          unitName={unitName}
          paging={{ page: query.page, pageSize: PAGE_SIZE, total: review.total }}
          query={query}
        />
      )}
    </>
  );
}

function Filters({ view: { query, review } }: { readonly view: ReadsView }) {
  const officer = review.readers.find(({ id }) => id === query.officer);
  return (
    <FilterBar
      action={readsList.path}
      hidden={query.view === 'all' ? [] : [{ name: 'view', value: query.view }]}
      clearHref={readsList.path}
      active={readsList.active(query, {
        q: query.q && `“${query.q}”`,
        officer: officer?.name ?? '',
        manner: query.manner && MANNER_LABELS[query.manner],
        from: query.from && `từ ${formatDate(query.from)}`,
        to: query.to && `đến ${formatDate(query.to)}`,
      })}
    >
      <TextField
        id="q"
        name="q"
        label="Số hồ sơ hoặc tên cán bộ"
        labelHidden
        placeholder="Số hồ sơ, tên cán bộ"
        value={query.q}
      />
      <FilterSelect
        name="officer"
        label="Cán bộ"
        all="Mọi cán bộ"
        options={review.readers.map(({ id, name }) => ({ value: String(id), text: name }))}
        value={query.officer}
      />
      <FilterSelect
        name="manner"
        label="Cách xem"
        all="Mọi cách xem"
        options={optionsOf(MANNER_LABELS)}
        value={query.manner}
      />
      <DateField id="from" name="from" label="Từ ngày" hint="" value={query.from && formatDate(query.from)} />
      <DateField id="to" name="to" label="Đến ngày" hint="" value={query.to && formatDate(query.to)} />
    </FilterBar>
  );
}

type ReadsTableProps = {
  readonly rows: readonly ReviewedRead[];
  readonly unitName: UnitName;
  readonly paging?: { readonly page: number; readonly pageSize: number; readonly total: number };
  readonly query?: ReadsQuery;
};

/** Reads, latest first. Shared by the list of all and the list of one dossier. */
export function ReadsTable({ rows, unitName, paging, query }: ReadsTableProps) {
  return (
    <DataTable
      caption="Lượt xem"
      rows={rows}
      rowKey={(row) =>
        `${row.subject}-${row.number}-${row.officerId}-${row.firstAt.getTime()}-${row.manner}-${row.detail}`
      }
      rowTone={(row) => (row.isOutside ? 'soon' : undefined)}
      columns={[
        { key: 'when', header: 'Khi nào', nowrap: true, cell: (row) => <When row={row} /> },
        { key: 'who', header: 'Cán bộ', cell: (row) => <Who row={row} unitName={unitName} /> },
        { key: 'what', header: 'Đã xem', cell: (row) => <What row={row} /> },
        { key: 'record', header: 'Hồ sơ, phiếu', cell: (row) => <Which row={row} /> },
        { key: 'outside', header: 'Liên quan', cell: (row) => <Outside row={row} /> },
      ]}
      {...(paging ? { paging } : {})}
      {...(query
        ? {
            hrefFor: ({ page }: { readonly page?: number }) => readsList.href(query, { page: page ?? 1 }),
            exports: readsList.files(query),
          }
        : {})}
      empty={
        <EmptyState
          title="Chưa có lượt xem nào"
          text="Đổi bộ lọc để xem khoảng thời gian hoặc cán bộ khác."
        />
      }
    />
  );
}

function When({ row: { firstAt, lastAt, times } }: { readonly row: ReviewedRead }) {
  return (
    <>
      {formatDateTime(firstAt)}
      {times > 1 ? (
        <Note>
          {formatNumber(times)} lần, lần cuối {formatDateTime(lastAt)}
        </Note>
      ) : null}
    </>
  );
}

function Who({ row, unitName }: { readonly row: ReviewedRead; readonly unitName: UnitName }) {
  return (
    <>
      {row.officerName}
      <Note>{[row.postTitle, unitName(row.unitId)].filter(Boolean).join(', ')}</Note>
    </>
  );
}

function What({ row }: { readonly row: ReviewedRead }) {
  const detail = detailWords(row);
  return (
    <>
      {MANNER_LABELS[row.manner]}
      {detail ? <Note>{detail}</Note> : null}
    </>
  );
}

function Which({ row: { subject, number } }: { readonly row: ReviewedRead }) {
  if (number === null) return <>Người nộp đã ghi ở quầy</>;
  return subject === 'dossier' ? <Link href={dossierPath(number, 'reads')}>{number}</Link> : <>{number}</>;
}

function Outside({ row: { isOutside } }: { readonly row: ReviewedRead }) {
  return isOutside ? <StateTag tone="soon" text="Không tham gia xử lý" /> : <>Tham gia xử lý</>;
}

type UnusualTableProps = {
  readonly days: readonly UnusualDay[];
  readonly query: ReadsQuery;
  readonly unitName: UnitName;
};

function UnusualTable({ days, query, unitName }: UnusualTableProps) {
  const hrefOf = ({ officerId, day }: UnusualDay): string =>
    readsList.href(query, { view: 'all', officer: officerId, from: day, to: day, page: 1 });
  return (
    <>
      <p class="govuk-body">
        Những ngày một cán bộ xem từ {UNUSUAL_OUTSIDE} hồ sơ trở lên mà họ không tham gia xử lý. Kiểm tra,
        thống kê cũng có thể như vậy: hãy hỏi lý do trước khi kết luận. Không chọn ngày thì xem{' '}
        {REVIEWED_DAYS} ngày gần đây.
      </p>
      <DataTable
        caption="Ngày cần xem lại"
        rows={days}
        rowKey={(row) => `${row.officerId}-${row.day}-${row.unitId}-${row.postTitle}`}
        rowHref={hrefOf}
        columns={[
          {
            key: 'day',
            header: 'Ngày',
            nowrap: true,
            cell: (row) => <Link href={hrefOf(row)}>{formatDate(row.day)}</Link>,
          },
          {
            key: 'who',
            header: 'Cán bộ',
            cell: (row) => (
              <>
                {row.officerName}
                <Note>{[row.postTitle, unitName(row.unitId)].filter(Boolean).join(', ')}</Note>
              </>
            ),
          },
          {
            key: 'dossiers',
            header: 'Hồ sơ đã xem',
            numeric: true,
            cell: (row) => formatNumber(row.dossiers),
          },
          {
            key: 'outside',
            header: 'Không tham gia xử lý',
            numeric: true,
            cell: (row) => formatNumber(row.outside),
          },
        ]}
        exports={readsList.files(query)}
        empty={<EmptyState title="Không có ngày nào cần xem lại" />}
      />
    </>
  );
}
