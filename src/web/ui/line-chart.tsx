import { heightOf, placeOf, type Plot, type PlotScale, roundAbove, type Scale } from './chart-scale.ts';
import { DefinitionTable } from './definition-table.tsx';
import { formatNumber } from '#kernel/vietnamese/format.ts';

/** A line of the chart: a name and one number per label; `undefined` where nothing is known. */
export type Series = Readonly<{ name: string; values: readonly (number | undefined)[] }>;

type LineChartProps = Readonly<{
  caption: string;
  labels: readonly string[];
  series: readonly Series[];
  /** How a number is written; Vietnamese digits when not given. */
  format?: (value: number) => string;
  /** Ends of the scale; from 0 to the next round number above the largest value when not given. */
  range?: Readonly<{ from: number; to: number }>;
}>;

/** The same chart twice, for a wide and for a narrow screen, so that its words are readable on both. */
const WIDE: Plot = { look: 'wide', width: 640, height: 240, left: 56, labels: 12 };
const NARROW: Plot = { look: 'narrow', width: 300, height: 220, left: 50, labels: 5 };

/** Lines over time as an image, with the same numbers in a table below. */
export function LineChart(props: LineChartProps) {
  const format = props.format ?? formatNumber;
  const scale = props.range ?? { from: 0, to: roundAbove(largest(props.series)) };
  return (
    <figure class="mc-chart">
      <figcaption>{props.caption}</figcaption>
      <Legend series={props.series} />
      <Drawing chart={props} plot={WIDE} scale={scale} />
      <Drawing chart={props} plot={NARROW} scale={scale} />
      <details class="mc-details">
        <summary>Xem bảng số liệu</summary>
        <ChartTable {...props} format={format} />
      </details>
    </figure>
  );
}

function Legend({ series }: Readonly<{ series: readonly Series[] }>) {
  if (series.length < 2) return null;
  return (
    <ul class="mc-chart__legend">
      {series.map((line, index) => (
        <li key={line.name}>
          <svg width="28" height="10" aria-hidden="true">
            <path class={`mc-line mc-line--${index % 4}`} d="M0 5h28" />
          </svg>
          {line.name}
        </li>
      ))}
    </ul>
  );
}

type DrawingProps = Readonly<{ chart: LineChartProps; plot: Plot; scale: Scale }>;

function Drawing({ chart, plot, scale }: DrawingProps) {
  return (
    <svg
      class={`mc-chart__${plot.look}`}
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      role="img"
      aria-label={`${chart.caption}. Số liệu ở bảng bên dưới.`}
    >
      <Grid plot={plot} scale={scale} format={chart.format ?? formatNumber} />
      <LabelAxis plot={plot} labels={chart.labels} />
      {chart.series.map((line, index) => (
        <Line key={line.name} values={line.values} at={{ plot, scale }} index={index} />
      ))}
    </svg>
  );
}

type GridProps = Readonly<{ plot: Plot; scale: Scale; format: (value: number) => string }>;

function Grid({ plot, scale, format }: GridProps) {
  const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => scale.from + share * (scale.to - scale.from));
  return (
    <g class="mc-chart__grid">
      {steps.map((value) => {
        const y = heightOf(value, { plot, scale });
        return (
          <g key={value}>
            <path d={`M${plot.left} ${y}H${plot.width - 10}`} />
            <text x={plot.left - 8} y={y + 5} text-anchor="end">
              {format(value)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function LabelAxis({ plot, labels }: Readonly<{ plot: Plot; labels: readonly string[] }>) {
  const every = Math.ceil(labels.length / plot.labels);
  return (
    <g class="mc-chart__axis">
      {labels.map((label, index) =>
        index % every === 0 ? (
          <text key={label} x={placeOf(index, labels.length, plot)} y={plot.height - 12} text-anchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </g>
  );
}

type LineProps = Readonly<{ values: Series['values']; at: PlotScale; index: number }>;

function Line({ values, at, index }: LineProps) {
  const points = values.flatMap((value, order) =>
    value === undefined ? [] : [{ order, x: placeOf(order, values.length, at.plot), y: heightOf(value, at) }],
  );
  const path = points.map(({ order, x, y }, nth) => {
    const follows = nth > 0 && points[nth - 1]?.order === order - 1;
    return `${follows ? 'L' : 'M'}${x} ${y}`;
  });
  return (
    <g class={`mc-line mc-line--${index % 4}`}>
      <path d={path.join('')} />
      {points.map((point) => (
        <circle key={point.order} cx={point.x} cy={point.y} r="3.5" />
      ))}
    </g>
  );
}

function ChartTable(props: LineChartProps & Readonly<{ format: (value: number) => string }>) {
  return (
    <DefinitionTable
      caption={props.caption}
      head={['Kỳ', ...props.series.map((line) => line.name)]}
      numeric={props.series.map((_, index) => index + 1)}
      rows={props.labels.map((label, at) => [
        label,
        ...props.series.map(({ values }) => {
          const value = values[at];
          return value === undefined ? '—' : props.format(value);
        }),
      ])}
    />
  );
}

function largest(series: readonly Series[]): number {
  return Math.max(0, ...series.flatMap((line) => line.values.filter((value) => value !== undefined)));
}
