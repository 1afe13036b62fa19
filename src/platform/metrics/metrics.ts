/**
 * Figures of a process in the text format that Prometheus reads (version 0.0.4). Labels hold codes and patterns of addresses
 * only, never what a person typed, and a family never grows beyond `MOST_SERIES`.
 */
export type Labels = Readonly<Record<string, string>>;

export type Counter = { readonly add: (labels?: Labels, by?: number) => void };
export type Histogram = { readonly observe: (value: number, labels?: Labels) => void };
export type Sample = { readonly labels?: Labels; readonly value: number };

export type Metrics = {
  readonly counter: (name: string, help: string) => Counter;
  /** `bounds` are the upper ends of the buckets, rising; the unit is that of the name. */
  readonly histogram: (name: string, help: string, bounds: readonly number[]) => Histogram;
  /** Read when somebody asks. Values that are no numbers are left out. */
  readonly gauge: (name: string, help: string, read: () => readonly Sample[]) => void;
  /** The same for what only grows, kept elsewhere. */
  readonly counterOf: (name: string, help: string, read: () => readonly Sample[]) => void;
  readonly text: () => string;
};

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Seconds a person or a statement may take. */
export const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

/** Label sets of one family; further ones are counted together. */
const MOST_SERIES = 1000;
const OVERFLOW: Labels = { overflow: 'true' };

type Family = { readonly head: string; readonly lines: () => readonly string[] };

export function createMetrics(): Metrics {
  const families = new Map<string, Family>();
  const add = (name: string, kind: string, family: Pick<Family, 'lines'> & { help: string }): void => {
    const head = `# HELP ${name} ${family.help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n# TYPE ${name} ${kind}`;
    families.set(name, { head, lines: family.lines });
  };
  const read =
    (kind: 'gauge' | 'counter') => (name: string, help: string, samples: () => readonly Sample[]) =>
      add(name, kind, {
        help,
        lines: () =>
          samples()
            .filter(({ value }) => Number.isFinite(value))
            .map(({ labels, value }) => line(name, labels ?? {}, value)),
      });
  return {
    counter: (name, help) => {
      const series = seriesOf(() => ({ count: 0 }));
      add(name, 'counter', {
        help,
        lines: () => series.all().map(([labels, { count }]) => line(name, labels, count)),
      });
      return {
        add: (labels = {}, by = 1) => {
          series.of(labels).count += by;
        },
      };
    },
    histogram: (name, help, bounds) => {
      const series = seriesOf(() => ({ counts: bounds.map(() => 0), sum: 0, count: 0 }));
      add(name, 'histogram', {
        help,
        lines: () => series.all().flatMap(([labels, one]) => bucketLines(name, bounds, [labels, one])),
      });
      return { observe: (value, labels = {}) => note(series.of(labels), bounds, value) };
    },
    gauge: read('gauge'),
    counterOf: read('counter'),
    text: () =>
      [...families.values()]
        .map(({ head, lines }) => [head, ...lines()])
        .filter((lines) => lines.length > 1)
        .map((lines) => `${lines.join('\n')}\n`)
        .join(''),
  };
}

type Buckets = { readonly counts: number[]; sum: number; count: number };

function note(buckets: Buckets, bounds: readonly number[], value: number): void {
  buckets.sum += value;
  buckets.count += 1;
  const at = bounds.findIndex((bound) => value <= bound);
  if (at !== -1) buckets.counts[at] = (buckets.counts[at] ?? 0) + 1;
}

/** Buckets are cumulative: each counts everything up to its end. */
function bucketLines(
  name: string,
  bounds: readonly number[],
  [labels, { counts, sum, count }]: readonly [Labels, Buckets],
): readonly string[] {
  let below = 0;
  const lines = bounds.map((bound, at) => {
    below += counts[at] ?? 0;
    return line(`${name}_bucket`, { ...labels, le: String(bound) }, below);
  });
  return [
    ...lines,
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ];
}

/** Values by their labels, one for each set, made when first asked for. */
function seriesOf<Value>(make: () => Value) {
  const known = new Map<string, readonly [Labels, Value]>();
  const of = (labels: Labels): Value => {
    const key = JSON.stringify(Object.entries(labels));
    const found = known.get(key);
    if (found) return found[1];
    if (known.size >= MOST_SERIES && labels !== OVERFLOW) return of(OVERFLOW);
    const value = make();
    known.set(key, [labels, value]);
    return value;
  };
  return { of, all: () => [...known.values()] };
}

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escape(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
}

function escape(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
