import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { TextField } from '#web/ui/text-field.tsx';
import {
  DIRECTION_LABELS,
  PAGE_SIZE,
  POSTAL_LABELS,
  type PostalOrder,
  postList,
  postPaths,
  type PostQuery,
} from '../schema.ts';
import { moneyWords, StateCell } from '../state.tsx';
import { COUNT_BOUND } from '../store.ts';
import { placeWords } from '../words.ts';

export type OrdersView = {
  readonly query: PostQuery;
  readonly rows: readonly PostalOrder[];
  readonly total: number;
  readonly units: readonly Unit[];
};

const STATES = [{ value: 'open', text: 'Chưa xong' }, ...optionsOf(POSTAL_LABELS)];

/** Parcels of dossiers, with filters, paging and export. */
export function OrdersContent({ view }: { readonly view: OrdersView }) {
  const { query, rows, total } = view;
  return (
    <>
      <Filters view={view} />
      {total >= COUNT_BOUND ? (
        <Note>Có hơn {formatNumber(COUNT_BOUND)} bưu gửi khớp; hãy lọc thêm để danh sách gọn hơn.</Note>
      ) : null}
      <DataTable
        caption="Bưu gửi"
        rows={rows}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => postPaths.one(id)}
        rowTone={({ state }) => (state === 'failed' ? 'late' : undefined)}
        hrefFor={({ page }) => postList.href(query, { page })}
        paging={{ page: query.page, pageSize: PAGE_SIZE, total }}
        exports={postList.files(query)}
        empty={
          <EmptyState
            title="Không có bưu gửi nào khớp"
            text="Bưu gửi được lập từ trang của hồ sơ: hồ sơ đã có kết quả và người nộp nhận qua bưu chính."
          />
        }
        columns={COLUMNS}
      />
    </>
  );
}

/** Above the list: the paper that the courier signs, and what the codes of the post mean. */
export function ListActions({
  mayPost,
  mayManage,
}: {
  readonly mayPost: boolean;
  readonly mayManage: boolean;
}) {
  return (
    <>
      {mayManage ? (
        <Button href={postPaths.statuses} variant="secondary">
          Mã của bưu chính
        </Button>
      ) : null}
      {mayPost ? (
        <Button href={postPaths.courierList} variant="secondary" icon="print">
          In danh sách giao bưu tá
        </Button>
      ) : null}
    </>
  );
}

function Filters({ view: { query, units } }: { readonly view: OrdersView }) {
  const unitOptions = units.map((unit) => ({ value: String(unit.id), text: unit.shortName }));
  const words = Object.fromEntries(STATES.map(({ value, text }) => [value, text]));
  return (
    <FilterBar
      action={postPaths.list}
      clearHref={postPaths.list}
      active={postList.active(query, {
        q: query.q && `“${query.q}”`,
        state: words[query.state] ?? '',
        direction: query.direction && DIRECTION_LABELS[query.direction],
        unit: units.find(({ id }) => id === query.unit)?.shortName ?? '',
      })}
    >
      <TextField
        id="q"
        name="q"
        label="Số hồ sơ, số bưu gửi"
        labelHidden
        placeholder="Số hồ sơ, số bưu gửi, mã của bưu chính"
        value={query.q}
        width="full"
      />
      <FilterSelect
        name="state"
        label="Tình trạng"
        all="Mọi tình trạng"
        options={STATES}
        value={query.state}
      />
      <FilterSelect
        name="direction"
        label="Chiều"
        all="Cả hai chiều"
        options={optionsOf(DIRECTION_LABELS)}
        value={query.direction}
      />
      {units.length > 1 ? (
        <FilterSelect name="unit" label="Đơn vị" all="Mọi đơn vị" options={unitOptions} value={query.unit} />
      ) : null}
    </FilterBar>
  );
}

const COLUMNS: readonly Column<PostalOrder>[] = [
  {
    key: 'number',
    header: 'Bưu gửi',
    cell: ({ id, number, trackingCode, createdAt }) => (
      <>
        <Link href={postPaths.one(id)}>{number}</Link>
        <Note>
          {trackingCode ? `${trackingCode}, ` : ''}lập {formatDateTime(createdAt)}
        </Note>
      </>
    ),
  },
  {
    key: 'what',
    header: 'Thủ tục, chiều gửi',
    cell: ({ dossierTitle, direction }) => (
      <>
        {dossierTitle}
        <Note>{DIRECTION_LABELS[direction]}</Note>
      </>
    ),
  },
  {
    key: 'person',
    header: 'Người nộp',
    cell: ({ direction, sender, receiver }) => {
      const person = direction === 'to-applicant' ? receiver : sender;
      return (
        <>
          {person.name}
          <Note>{placeWords(person)}</Note>
        </>
      );
    },
  },
  { key: 'money', header: 'Tiền', cell: (order) => moneyWords(order) },
  { key: 'state', header: 'Tình trạng', cell: (order) => <StateCell order={order} /> },
];
