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

const WIDTH = 640;
const HEIGHT = 240;
const PLOT = { left: 52, right: 630, top: 14, bottom: 206 } as const;

/** Lines over time as an image, with the same numbers in a table below. */
export function LineChart(props: LineChartProps) {
  const format = props.format ?? formatNumber;
  const scale = props.range ?? { from: 0, to: roundAbove(largest(props.series)) };
  return (
    <figure class="mc-chart">
      <figcaption>{props.caption}</figcaption>
      <Legend series={props.series} />
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${props.caption}. Số liệu ở bảng bên dưới.`}
      >
        <Grid scale={scale} format={format} />
        <LabelAxis labels={props.labels} />
        {props.series.map((line, index) => (
          <Line key={line.name} values={line.values} scale={scale} index={index} />
        ))}
      </svg>
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

type Scale = Readonly<{ from: number; to: number }>;

function Grid({ scale, format }: Readonly<{ scale: Scale; format: (value: number) => string }>) {
  const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => scale.from + share * (scale.to - scale.from));
  return (
    <g class="mc-chart__grid">
      {steps.map((value) => (
        <g key={value}>
          <path d={`M${PLOT.left} ${heightOf(value, scale)}H${PLOT.right}`} />
          <text x={PLOT.left - 8} y={heightOf(value, scale) + 4} text-anchor="end">
            {format(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** At most twelve labels, so that they do not run into each other. */
function LabelAxis({ labels }: Readonly<{ labels: readonly string[] }>) {
  const every = Math.ceil(labels.length / 12);
  return (
    <g class="mc-chart__axis">
      {labels.map((label, index) =>
        index % every === 0 ? (
          <text key={label} x={placeOf(index, labels.length)} y={PLOT.bottom + 22} text-anchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Line({ values, scale, index }: Readonly<{ values: Series['values']; scale: Scale; index: number }>) {
  const points = values.flatMap((value, at) =>
    value === undefined ? [] : [{ at, x: placeOf(at, values.length), y: heightOf(value, scale) }],
  );
  const path = points.map((point, order) => {
    const follows = order > 0 && points[order - 1]?.at === point.at - 1;
    return `${follows ? 'L' : 'M'}${point.x} ${point.y}`;
  });
  return (
    <g class={`mc-line mc-line--${index % 4}`}>
      <path d={path.join('')} />
      {points.map((point) => (
        <circle key={point.at} cx={point.x} cy={point.y} r="3.5" />
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

function placeOf(index: number, count: number): number {
  const inset = (PLOT.right - PLOT.left) / (2 * Math.max(count, 1));
  const width = PLOT.right - PLOT.left - 2 * inset;
  return round(PLOT.left + inset + (count > 1 ? (width * index) / (count - 1) : 0));
}

function heightOf(value: number, { from, to }: Scale): number {
  const share = to > from ? (value - from) / (to - from) : 0;
  return round(PLOT.bottom - share * (PLOT.bottom - PLOT.top));
}

function largest(series: readonly Series[]): number {
  return Math.max(0, ...series.flatMap((line) => line.values.filter((value) => value !== undefined)));
}

/** The next 1, 2, 4, 6 or 8 times a power of ten, so that quarters of the scale are short numbers. */
function roundAbove(value: number): number {
  if (value <= 0) return 4;
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 8, 10].find((times) => times * unit >= value) ?? 10;
  return step * unit;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
