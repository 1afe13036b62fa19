import { formatDate, formatMoney, formatNumber } from '#kernel/vietnamese/format.ts';
import type { Actor } from '#foundation/context.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { StatisticTiles } from '#web/ui/statistic-tiles.tsx';
import type { Period } from '../period.ts';
import { FeeTabs } from '../tabs.tsx';
import { BY_LABELS, KEY_LABELS, totalsList, type TotalsQuery, type TotalsRow } from './schema.ts';
import { collectedOf, type Sums, sumsOf } from './sums.ts';

type TotalsView = {
  readonly rows: readonly TotalsRow[];
  readonly query: TotalsQuery;
  readonly period: Period;
  readonly units: readonly Option[];
  readonly actor: Actor | null;
};

/** What came in and went back in a period, by unit, officer, procedure or day. */
export function TotalsContent({ view }: { readonly view: TotalsView }) {
  const { query, period, units, actor, rows } = view;
  return (
    <>
      <FeeTabs current="totals" actor={actor} />
      <FilterBar action={totalsList.path}>
        <FilterSelect name="by" label="Cộng theo" options={optionsOf(BY_LABELS)} value={query.by} />
        <DateField id="from" name="from" label="Từ ngày" hint="" value={formatDate(period.from)} />
        <DateField id="to" name="to" label="Đến ngày" hint="" value={formatDate(period.to)} />
        {units.length > 1 ? (
          <FilterSelect name="unit" label="Đơn vị thu" all="Mọi đơn vị" options={units} value={query.unit} />
        ) : null}
      </FilterBar>
      <Tiles sums={sumsOf(rows)} />
      <TotalsTable view={view} />
    </>
  );
}

function Tiles({ sums }: { readonly sums: Sums }) {
  return (
    <StatisticTiles
      statistics={[
        {
          label: 'Đã thu theo biên lai',
          value: formatMoney(sums.collected),
          note: `${formatNumber(sums.receipts)} biên lai`,
        },
        { label: 'Đã hoàn trả', value: formatMoney(sums.refunded) },
        { label: 'Còn lại', value: formatMoney(sums.collected - sums.refunded), tone: 'fine' },
        { label: 'Đã miễn, giảm', value: formatMoney(sums.exempted) },
      ]}
    />
  );
}

function TotalsTable({ view: { rows, query } }: { readonly view: TotalsView }) {
  const money = (key: string, header: string, amount: (row: TotalsRow) => number) => ({
    key,
    header,
    numeric: true,
    nowrap: true,
    cell: (row: TotalsRow) => formatMoney(amount(row)),
  });
  return (
    <DataTable
      caption={`Tổng hợp thu phí, lệ phí ${BY_LABELS[query.by].toLowerCase()}`}
      rows={rows}
      rowKey={({ key }) => key}
      exports={totalsList.files(query)}
      empty={<EmptyState title="Không có khoản thu nào trong khoảng này" text="Hãy chọn ngày khác." />}
      columns={[
        { key: 'label', header: KEY_LABELS[query.by], cell: ({ label }) => label },
        {
          key: 'receipts',
          header: 'Biên lai',
          numeric: true,
          cell: ({ receipts }) => formatNumber(receipts),
        },
        money('cash', 'Tiền mặt', ({ cash }) => cash),
        money('transferred', 'Chuyển khoản', ({ transferred }) => transferred),
        money('refunded', 'Hoàn trả', ({ refunded }) => refunded),
        money('net', 'Còn lại', (row) => collectedOf(row) - row.refunded),
        money('exempted', 'Miễn, giảm', ({ exempted }) => exempted),
        money('treasury', 'Nộp Kho bạc', ({ treasury }) => treasury),
      ]}
    />
  );
}
