import type { ComponentChildren } from 'preact';
import type { Tone } from './tone.ts';

/** One figure with its name; `href` leads to the records it counts. */
export type Statistic = Readonly<{
  label: string;
  value: ComponentChildren;
  note?: ComponentChildren;
  tone?: Tone;
  href?: string;
}>;

/** The few figures that matter, side by side. */
export function StatisticTiles({ statistics }: Readonly<{ statistics: readonly Statistic[] }>) {
  return (
    <dl class="mc-tiles">
      {statistics.map(({ label, value, note, tone = 'neutral', href }) => (
        <div key={label} class={`mc-tile mc-tile--${tone}`}>
          <dt>{label}</dt>
          <dd class="mc-tile__value">{href ? <a href={href}>{value}</a> : value}</dd>
          {note ? <dd class="mc-tile__note">{note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
