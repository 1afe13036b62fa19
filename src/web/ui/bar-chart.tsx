import type { Tone } from './tone.ts';

/** One bar: its name, its number, and the number as it is written. */
export type Bar = Readonly<{ label: string; value: number; text: string; tone?: Tone; href?: string }>;

type BarChartProps = Readonly<{
  caption: string;
  bars: readonly Bar[];
  /** The number a full bar stands for; the largest value when not given. */
  max?: number;
  captionShown?: boolean;
  labelHeader?: string;
  valueHeader?: string;
}>;

/** Bars inside the very table that holds their numbers, so that both are read as one. */
export function BarChart(props: BarChartProps) {
  const max = props.max ?? Math.max(...props.bars.map((bar) => bar.value), 0);
  return (
    <table class="mc-bars">
      <caption class={props.captionShown ? undefined : 'govuk-visually-hidden'}>{props.caption}</caption>
      <thead class="govuk-visually-hidden">
        <tr>
          <th scope="col">{props.labelHeader ?? 'Tên'}</th>
          <th scope="col">{props.valueHeader ?? 'Giá trị'}</th>
        </tr>
      </thead>
      <tbody>
        {props.bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}</th>
            <td>
              <BarShape bar={bar} max={max} />
              <b>{bar.text}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BarShape({ bar, max }: Readonly<{ bar: Bar; max: number }>) {
  const width = max > 0 ? Math.round((bar.value / max) * 1000) / 10 : 0;
  return (
    <svg class={`mc-bar mc-bar--${bar.tone ?? 'fine'}`} height="10" aria-hidden="true" focusable="false">
      <rect class="mc-bar__ground" width="100%" height="10" rx="5" />
      {width > 0 ? (
        <rect class="mc-bar__value" width={`${Math.min(width, 100)}%`} height="10" rx="5" />
      ) : null}
    </svg>
  );
}
