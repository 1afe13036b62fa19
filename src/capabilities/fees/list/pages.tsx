import { formatDateTime, formatMoney } from '#kernel/vietnamese/format.ts';
import type { Actor } from '#foundation/context.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { feePaths, ORIGIN_LABELS, PAYMENT_STATE_LABELS } from '../schema.ts';
import { FeeTabs } from '../tabs.tsx';
import { PAYMENT_TONES } from '../tones.ts';
import { PAGE_SIZE, type PaymentRow, paymentsList, type PaymentsQuery } from './schema.ts';

type ListView = {
  readonly rows: readonly PaymentRow[];
  readonly query: PaymentsQuery;
  readonly units: readonly Option[];
  readonly unitName: (unitId: number) => string;
  readonly actor: Actor | null;
};

const STATES = [{ value: 'all', text: 'Mọi tình trạng' }, ...optionsOf(PAYMENT_STATE_LABELS)];

/** What is to be collected; the transfer's mark, a number or a name finds a payment. */
export function PaymentListContent({ view }: { readonly view: ListView }) {
  const { query, units, actor } = view;
  return (
    <>
      <FeeTabs current="list" actor={actor} />
      <FilterBar action={paymentsList.path}>
        <TextField
          id="q"
          name="q"
          label="Số hồ sơ, người nộp, nội dung chuyển khoản"
          labelHidden
          placeholder="Số hồ sơ, tên, hoặc mã MC… của chuyển khoản"
          value={query.q}
          width="full"
        />
        <FilterSelect name="state" label="Tình trạng" options={STATES} value={query.state} />
        {units.length > 1 ? (
          <FilterSelect name="unit" label="Đơn vị thu" all="Mọi đơn vị" options={units} value={query.unit} />
        ) : null}
      </FilterBar>
      <PaymentTable view={view} />
    </>
  );
}

function PaymentTable({ view: { rows, query, unitName } }: { readonly view: ListView }) {
  return (
    <DataTable
      caption="Khoản phải thu"
      rows={rows}
      rowKey={({ id }) => String(id)}
      rowHref={({ id }) => feePaths.payment(id)}
      hrefFor={({ page }) => paymentsList.href(query, { page })}
      paging={{ page: query.page, pageSize: PAGE_SIZE, total: rows[0]?.total ?? 0 }}
      exports={paymentsList.files(query)}
      empty={
        <EmptyState
          title={query.state === 'open' ? 'Không có khoản nào đang chờ thu' : 'Không có khoản nào khớp'}
          text="Khoản phải thu lập khi tiếp nhận hồ sơ, theo bước giải quyết, hoặc từ trang của hồ sơ."
        />
      }
      columns={[
        { key: 'number', header: 'Hồ sơ', cell: (row) => <DossierCell row={row} /> },
        { key: 'applicant', header: 'Người nộp hồ sơ', cell: (row) => row.applicantName },
        { key: 'origin', header: 'Lập', cell: (row) => <Asked row={row} unitName={unitName} /> },
        {
          key: 'amount',
          header: 'Số tiền',
          numeric: true,
          nowrap: true,
          cell: (row) => formatMoney(row.amount),
        },
        {
          key: 'state',
          header: 'Tình trạng',
          cell: ({ state }) => <StateTag tone={PAYMENT_TONES[state]} text={PAYMENT_STATE_LABELS[state]} />,
        },
      ]}
    />
  );
}

function DossierCell({ row: { id, number, title } }: { readonly row: PaymentRow }) {
  return (
    <>
      <Link href={feePaths.payment(id)}>{number}</Link>
      <Note>{title}</Note>
    </>
  );
}

function Asked({ row, unitName }: { readonly row: PaymentRow; readonly unitName: ListView['unitName'] }) {
  return (
    <>
      {formatDateTime(row.askedAt)}
      <Note>
        {ORIGIN_LABELS[row.origin]} · {unitName(row.unitId)}
      </Note>
    </>
  );
}
