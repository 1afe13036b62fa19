import type { PeriodKind } from '#kernel/period/period.ts';
import { periodWords } from '#kernel/period/words.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { LineChart } from '#web/ui/line-chart.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { fileLinks } from '#web/http/list-state.ts';
import { figureTag } from '../figure-parts.tsx';
import type { Figure, Indicator } from '../schema.ts';
import { figureText, figureWords } from '../words.ts';
import { SERIES_LABELS } from './schema.ts';
import type { IndicatorView } from './view.ts';

/** The figures of a unit over time: a line of regular periods, and all of them in a table with where each comes from. */
export function SeriesPanel({ view }: { readonly view: IndicatorView }) {
  const { indicator, series, href } = view;
  const { figures, kind, changeOver } = series;
  return (
    <Panel title="Theo thời gian">
      <Kinds view={view} />
      {figures.length === 0 ? <EmptyState title="Chưa có số liệu của kỳ nào" /> : null}
      {changeOver === null ? null : (
        <Inset>
          Từ ngày {formatDate(changeOver)} số liệu tính từ dữ liệu của hệ thống; trước ngày đó lấy từ báo cáo,
          văn bản đã nhập.
        </Inset>
      )}
      {figures.length > 1 && kind !== 'range' ? (
        <SeriesChart indicator={indicator} figures={figures} />
      ) : null}
      {figures.length > 0 ? (
        <>
          <DefinitionTable
            caption={`${indicator.name} theo thời gian`}
            head={['Kỳ', 'Số liệu', 'Có từ đâu']}
            numeric={[1]}
            rows={figures.map((figure) => row(view, figure))}
          />
          <ExportLinks links={fileLinks((format) => `${href({})}&format=${format}`)} />
        </>
      ) : null}
    </Panel>
  );
}

function Kinds({ view: { indicator, observations, series, href } }: { readonly view: IndicatorView }) {
  const kinds = indicator.periods.filter(
    (kind): kind is keyof typeof SERIES_LABELS =>
      kind in SERIES_LABELS &&
      (indicator.computed || observations.some(({ period }) => period.kind === kind)),
  );
  if (kinds.length < 2) return null;
  return (
    <Tabs
      label="Loại kỳ"
      tabs={kinds.map((kind) => ({
        href: href({ series: kind }),
        text: SERIES_LABELS[kind],
        current: kind === series.kind,
      }))}
    />
  );
}

type ChartProps = { readonly indicator: Indicator; readonly figures: readonly Figure[] };

function SeriesChart({ indicator, figures }: ChartProps) {
  const { kind, name, unitOfMeasure } = indicator;
  const line = (origin: Figure['origin']) =>
    figures.map((one) => (one.origin === origin ? (one.value ?? undefined) : undefined));
  const lines = [
    { name: 'Nhập từ nguồn', values: line('observed') },
    { name: 'Tính từ dữ liệu', values: line('computed') },
  ].filter(({ values }) => values.some((value) => value !== undefined));
  const unit = kind === 'ratio' || unitOfMeasure === '' ? '' : ` (${unitOfMeasure})`;
  return (
    <LineChart
      caption={`${name}${unit}`}
      labels={figures.map(({ period }) => shortLabel(period))}
      series={lines}
      format={(value) =>
        kind === 'ratio' ? figureText(kind, value) : formatNumber(Math.round(value * 100) / 100)
      }
    />
  );
}

/** A period in as few signs as the axis of a chart has room for. */
function shortLabel({ kind, from }: { readonly kind: PeriodKind; readonly from: string }): string {
  const [year = '', month = ''] = from.split('-');
  switch (kind) {
    case 'month':
      return `${Number(month)}/${year}`;
    case 'quarter':
      return `Q${Math.ceil(Number(month) / 3)}/${year}`;
    case 'half-year':
      return `${Number(month) === 1 ? 'Đầu' : 'Cuối'} ${year}`;
    case 'instant':
      return formatDate(from);
    case 'year':
    case 'range':
      return year;
  }
}

function row({ indicator }: IndicatorView, figure: Figure) {
  const words = periodWords(figure.period);
  return [
    <Link key="period" href={figure.href}>
      {words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)}
    </Link>,
    figureWords(indicator, figure.value),
    <>
      {figureTag(figure)}
      {figure.source ? (
        <Note>{[figure.source.title, figure.source.place].filter((text) => text !== '').join(', ')}</Note>
      ) : null}
    </>,
  ];
}
