import { formatNumber } from '#kernel/vietnamese/format.ts';
import { BarChart } from '#web/ui/bar-chart.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { figureWords } from '../words.ts';
import { PAGE_SIZE } from './schema.ts';
import type { IndicatorView } from './view.ts';

/** As many bars as are read at one look; the rest is in the smaller ones of their own pages. */
const MOST_BARS = 30;

/** A figure by the values of one of its keys; each bar leads to its own figure. */
export function BreakdownPanel({ view }: { readonly view: IndicatorView }) {
  const { breakdown, keys, indicator, href } = view;
  if (!breakdown) return null;
  const parts = breakdown.parts.toSorted((one, other) => (other.figure.value ?? 0) - (one.figure.value ?? 0));
  return (
    <Panel title="Chia theo">
      {keys.length > 1 ? (
        <Tabs
          label="Chia theo"
          tabs={keys.map(({ key, label }) => ({
            href: href({ by: key }),
            text: label,
            current: key === breakdown.key,
          }))}
        />
      ) : null}
      {parts.length === 0 ? (
        <EmptyState title="Kỳ này không có số liệu chia nhỏ" />
      ) : (
        <BarChart
          caption={`${indicator.name} theo ${breakdown.label.toLocaleLowerCase('vi')}`}
          labelHeader={breakdown.label}
          valueHeader="Số liệu"
          bars={parts.slice(0, MOST_BARS).map(({ value, label, figure }) => ({
            label,
            value: figure.value ?? 0,
            text: figureWords(indicator, figure.value),
            href: href({ part: `${breakdown.key}=${value}` }),
          }))}
        />
      )}
      {parts.length > MOST_BARS ? (
        <p class="govuk-body">Còn {formatNumber(parts.length - MOST_BARS)} phần nhỏ hơn không vẽ ở đây.</p>
      ) : null}
    </Panel>
  );
}

/** The same figure for the units directly below. */
export function UnitsPanel({ view }: { readonly view: IndicatorView }) {
  const { below, indicator, unitName } = view;
  if (below.length === 0) return null;
  return (
    <Panel title="Theo đơn vị">
      <BarChart
        caption={`${indicator.name} theo đơn vị`}
        labelHeader="Đơn vị"
        valueHeader="Số liệu"
        bars={below.map(({ unitId, figure }) => ({
          label: unitName(unitId),
          value: figure.value ?? 0,
          text: figureWords(indicator, figure.value),
          href: figure.href,
        }))}
      />
    </Panel>
  );
}

/** Exactly the records that the figure counts; those that the reader may not open stand without a link. */
export function RecordsPanel({ view }: { readonly view: IndicatorView }) {
  const { records, figure, query, href } = view;
  if (figure.origin !== 'computed') return null;
  return (
    <Panel title="Tính từ những bản ghi này" id="ban-ghi">
      <DataTable
        caption="Bản ghi đã tính"
        columns={[
          {
            key: 'name',
            header: 'Bản ghi',
            nowrap: true,
            cell: ({ name, href: page }) => (page === null ? name : <Link href={page}>{name}</Link>),
          },
          { key: 'detail', header: 'Nội dung', cell: ({ detail }) => detail },
        ]}
        rows={records.records}
        rowKey={({ id }) => id}
        paging={{ page: query.page, pageSize: PAGE_SIZE, total: records.total }}
        hrefFor={({ page }) => `${href({ page })}#ban-ghi`}
        empty={<EmptyState title="Không có bản ghi nào trong kỳ này" />}
      />
    </Panel>
  );
}
