import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { scorePath } from '../schema.ts';
import { outOfWords } from '../words.ts';
import {
  BY_LABELS,
  type DossierTotalRow,
  PAGE_SIZE,
  type TotalRow,
  totalsList,
  type TotalsQuery,
} from './schema.ts';
import type { Totals } from './service.ts';
import { averageOf } from './words.ts';

type TotalsView = { readonly totals: Totals; readonly query: TotalsQuery };

/** Points by unit, by officer or by dossier, with what each criterion says. */
export function TotalsContent({ view }: { readonly view: TotalsView }) {
  const { totals, query } = view;
  return (
    <>
      <FilterBar action={totalsList.path}>
        <FilterSelect name="by" label="Cộng theo" options={optionsOf(BY_LABELS)} value={query.by} />
        {totals.units.length > 1 ? (
          <FilterSelect
            name="unit"
            label="Đơn vị tiếp nhận"
            all="Mọi đơn vị"
            options={totals.units.map(({ id, shortName }) => ({ value: String(id), text: shortName }))}
            value={query.unit}
          />
        ) : null}
        <DateField id="from" name="from" label="Trả từ ngày" hint="" value={formatDate(totals.from)} />
        <DateField id="to" name="to" label="Đến ngày" hint="" value={formatDate(totals.to)} />
      </FilterBar>
      {query.by === 'dossier' ? <DossierTable view={view} /> : <TotalTable view={view} />}
      <Inset>Điểm trung bình tính trên các tiêu chí có dữ liệu, cao nhất là 2. {criteriaWords(totals)}</Inset>
    </>
  );
}

const EMPTY = (
  <EmptyState
    title="Chưa có hồ sơ nào được chấm trong thời gian này"
    text="Điểm được chốt khi trả kết quả; hãy chọn thời gian khác."
  />
);

function TotalTable({ view }: { readonly view: TotalsView }) {
  const { totals, query } = view;
  const columns: readonly Column<TotalRow>[] = [
    { key: 'unit', header: 'Đơn vị', cell: ({ unitId }) => totals.unitName(unitId) },
    ...(query.by === 'officer'
      ? [{ key: 'officer', header: 'Cán bộ', cell: ({ officerName }: TotalRow) => officerName ?? '' }]
      : []),
    { key: 'dossiers', header: 'Số hồ sơ', numeric: true, cell: ({ dossiers }) => formatNumber(dossiers) },
    {
      key: 'average',
      header: 'Trung bình',
      numeric: true,
      cell: ({ total, known }) => shown(averageOf(total, known)),
    },
    ...totals.set.criteria.map(({ code }) => ({
      key: code,
      header: `TC ${code}`,
      numeric: true,
      cell: ({ criteria }: TotalRow) => {
        const sum = criteria[code];
        return shown(sum ? averageOf(sum.sum, sum.count) : null);
      },
    })),
  ];
  return (
    <DataTable
      caption="Điểm trung bình"
      columns={columns}
      rows={totals.rows}
      rowKey={({ unitId, officerId }) => `${unitId}-${officerId ?? ''}`}
      exports={totalsList.files(query)}
      empty={EMPTY}
    />
  );
}

function DossierTable({ view }: { readonly view: TotalsView }) {
  const { totals, query } = view;
  const columns: readonly Column<DossierTotalRow>[] = [
    {
      key: 'number',
      header: 'Mã hồ sơ',
      nowrap: true,
      cell: ({ number }) => <Link href={scorePath(number)}>{number}</Link>,
    },
    { key: 'title', header: 'Thủ tục', cell: ({ title }) => title },
    { key: 'unit', header: 'Đơn vị tiếp nhận', cell: ({ unitId }) => totals.unitName(unitId) },
    { key: 'returned', header: 'Ngày trả', nowrap: true, cell: ({ returnedAt }) => formatDate(returnedAt) },
    {
      key: 'total',
      header: 'Điểm',
      numeric: true,
      cell: ({ total, known }) => outOfWords(total, known),
    },
  ];
  return (
    <DataTable
      caption="Điểm từng hồ sơ"
      columns={columns}
      rows={totals.dossiers}
      rowKey={({ number }) => number}
      rowHref={({ number }) => scorePath(number)}
      paging={{ page: query.page, pageSize: PAGE_SIZE, total: totals.scored }}
      hrefFor={({ page }) => totalsList.href(query, { page })}
      exports={totalsList.files(query)}
      empty={EMPTY}
    />
  );
}

function shown(average: number | null): string {
  return average === null ? '–' : formatNumber(average);
}

function criteriaWords({ set }: Totals): string {
  return `TC là tiêu chí: ${set.criteria.map(({ code, name }) => `${code}. ${name}`).join('; ')}.`;
}
