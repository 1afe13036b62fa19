/** The paper of a chart, in units of its own; `labels` is how many fit below it. */
export type Plot = Readonly<{
  look: 'wide' | 'narrow';
  width: number;
  height: number;
  left: number;
  labels: number;
}>;

/** The numbers at the bottom and at the top of a chart. */
export type Scale = Readonly<{ from: number; to: number }>;

export type PlotScale = Readonly<{ plot: Plot; scale: Scale }>;

const MARGIN = { top: 14, right: 10, bottom: 36 } as const;

/** Where the nth of `count` labels stands from the left; each has an equal share of the width. */
export function placeOf(index: number, count: number, plot: Plot): number {
  const share = (plot.width - MARGIN.right - plot.left) / Math.max(count, 1);
  return tenths(plot.left + share * (index + 0.5));
}

/** Where a number stands from the top. */
export function heightOf(value: number, { plot, scale }: PlotScale): number {
  const share = scale.to > scale.from ? (value - scale.from) / (scale.to - scale.from) : 0;
  const bottom = plot.height - MARGIN.bottom;
  return tenths(bottom - share * (bottom - MARGIN.top));
}

/** The next 1, 2, 4, 5, 6, 8 or 10 times a power of ten, so that quarters of the scale are short numbers. */
export function roundAbove(value: number): number {
  if (value <= 0) return 4;
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 5, 6, 8, 10].find((times) => times * unit >= value) ?? 10;
  return step * unit;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
