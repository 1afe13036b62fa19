import { formatDate, formatDateTime, formatMoney } from '#kernel/vietnamese/format.ts';
import type { Actor } from '#foundation/context.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { StateTag } from '#web/ui/state-tag.tsx';
import type { Period } from '../period.ts';
import { feePaths, METHOD_LABELS, VOID_REASON_LABELS } from '../schema.ts';
import { FeeTabs } from '../tabs.tsx';
import { receiptWords } from '../words.ts';
import { PAGE_SIZE, type ReceiptRow, receiptsList, type ReceiptsQuery } from './schema.ts';

type ListView = {
  readonly rows: readonly ReceiptRow[];
  readonly query: ReceiptsQuery;
  readonly period: Period;
  readonly units: readonly Option[];
  readonly unitName: (unitId: number) => string;
  readonly actor: Actor | null;
};

const VOIDED = [
  { value: 'no', text: 'Còn giá trị' },
  { value: 'yes', text: 'Đã hủy' },
];

/** Every collection of a period, voided ones with their reason. */
export function ReceiptListContent({ view }: { readonly view: ListView }) {
  const { query, period, units, actor } = view;
  return (
    <>
      <FeeTabs current="receipts" actor={actor} />
      <FilterBar action={receiptsList.path}>
        <DateField id="from" name="from" label="Từ ngày" hint="" value={formatDate(period.from)} />
        <DateField id="to" name="to" label="Đến ngày" hint="" value={formatDate(period.to)} />
        {units.length > 1 ? (
          <FilterSelect name="unit" label="Đơn vị thu" all="Mọi đơn vị" options={units} value={query.unit} />
        ) : null}
        <FilterSelect
          name="method"
          label="Cách nộp"
          all="Mọi cách nộp"
          options={optionsOf(METHOD_LABELS)}
          value={query.method}
        />
        <FilterSelect name="voided" label="Giá trị" all="Cả đã hủy" options={VOIDED} value={query.voided} />
      </FilterBar>
      <ReceiptTable view={view} />
    </>
  );
}

function ReceiptTable({ view: { rows, query, unitName } }: { readonly view: ListView }) {
  return (
    <DataTable
      caption="Biên lai, chứng từ thu"
      rows={rows}
      rowKey={({ id }) => String(id)}
      rowHref={({ paymentId }) => feePaths.payment(paymentId)}
      hrefFor={({ page }) => receiptsList.href(query, { page })}
      paging={{ page: query.page, pageSize: PAGE_SIZE, total: rows[0]?.total ?? 0 }}
      exports={receiptsList.files(query)}
      empty={<EmptyState title="Không có biên lai nào trong khoảng này" text="Hãy chọn ngày khác." />}
      columns={[
        { key: 'number', header: 'Biên lai', cell: (row) => <NumberCell row={row} /> },
        {
          key: 'dossier',
          header: 'Hồ sơ',
          cell: (row) => (
            <>
              {row.dossierNumber}
              <Note>{row.title}</Note>
            </>
          ),
        },
        { key: 'payer', header: 'Người nộp', cell: (row) => row.payer },
        {
          key: 'at',
          header: 'Thu',
          cell: (row) => (
            <>
              {formatDateTime(row.collectedAt)}
              <Note>{row.collectorName ?? unitName(row.unitId)}</Note>
            </>
          ),
        },
        { key: 'method', header: 'Cách nộp', cell: (row) => <MethodCell row={row} /> },
        {
          key: 'amount',
          header: 'Số tiền',
          numeric: true,
          nowrap: true,
          cell: (row) => formatMoney(row.amount),
        },
      ]}
    />
  );
}

function NumberCell({ row }: { readonly row: ReceiptRow }) {
  return (
    <>
      <Link href={feePaths.payment(row.paymentId)}>{receiptWords(row) ?? 'Giấy nộp tiền'}</Link>
      {row.voidReason === null ? null : (
        <>
          {' '}
          <StateTag tone="late" text="Đã hủy" />
          <Note>{VOID_REASON_LABELS[row.voidReason]}</Note>
        </>
      )}
    </>
  );
}

function MethodCell({ row }: { readonly row: ReceiptRow }) {
  return (
    <>
      {METHOD_LABELS[row.method]}
      {row.reference === '' ? null : (
        <Note>
          {row.reference} · {formatDate(row.paidOn)}
        </Note>
      )}
    </>
  );
}
