import type { LocalDate } from '#kernel/local-date.ts';
import {
  type Period,
  periodAround,
  periodBefore,
  periodCode,
  type PeriodKind,
  yearsLater,
} from '#kernel/period/period.ts';
import type { Figure, Indicator } from './schema.ts';

/** Kinds of periods that make a line; stretches of time overlap and stand in a list. */
export type SeriesKind = Exclude<PeriodKind, 'range'>;

export type Series = {
  /** Of which the periods are; null when all are stretches of time. */
  readonly kind: PeriodKind;
  /** In the order of their beginnings; those without any figure at the ends are left out. */
  readonly figures: readonly Figure[];
  /** The first day from which records answer, where the series has figures from before it too. */
  readonly changeOver: LocalDate | null;
};

/** As far back as records are counted for a line, by kind of period. */
const LONGEST = { month: 24, quarter: 12, 'half-year': 10, year: 10, instant: 10 } as const;

type Asked = {
  readonly observed: readonly Period[];
  readonly today: LocalDate;
  readonly kind?: SeriesKind | undefined;
};

/** The periods of a series: those that sources state, and those that records can answer for. */
export function seriesPeriods(
  indicator: Pick<Indicator, 'periods' | 'computed' | 'since'>,
  { observed, today, kind: wanted }: Asked,
): { readonly kind: PeriodKind; readonly periods: readonly Period[] } {
  const kind = wanted ?? usualKind(indicator, observed);
  const stated = observed.filter((period) => period.kind === kind);
  const counted = indicator.computed && kind !== 'range' ? countedPeriods(indicator, kind, today) : [];
  const periods = new Map([...stated, ...counted].map((period) => [periodCode(period), period]));
  return { kind, periods: [...periods.values()].toSorted(inTime) };
}

/** The figures of a series, without empty ones before the first and after the last that says something. */
export function seriesWith(
  { since }: Pick<Indicator, 'since'>,
  kind: PeriodKind,
  figures: readonly Figure[],
): Series {
  const first = figures.findIndex(({ origin, value }) => origin === 'observed' || (value ?? 0) !== 0);
  const told = first < 0 ? [] : figures.slice(first);
  const isMixed = ['observed', 'computed'].every((origin) => told.some((figure) => figure.origin === origin));
  return { kind, figures: told, changeOver: isMixed ? since : null };
}

/** The kind most of what is entered has; of what is only computed the year, or the coarsest it knows. */
function usualKind({ periods }: Pick<Indicator, 'periods'>, observed: readonly Period[]): PeriodKind {
  const often = [...periods].toSorted((one, other) => countOf(observed, other) - countOf(observed, one));
  const [most] = often;
  if (most !== undefined && countOf(observed, most) > 0) return most;
  return (
    (['year', 'half-year', 'quarter', 'month', 'instant'] as const).find((kind) => periods.includes(kind)) ??
    'range'
  );
}

function countOf(observed: readonly Period[], kind: PeriodKind): number {
  return observed.filter((period) => period.kind === kind).length;
}

function countedPeriods(
  { since }: Pick<Indicator, 'since'>,
  kind: SeriesKind,
  today: LocalDate,
): readonly Period[] {
  const periods: Period[] = [];
  let period: Period = kind === 'instant' ? { kind, from: today, to: today } : periodAround(kind, today);
  while (periods.length < LONGEST[kind] && (since === null || period.to >= since)) {
    periods.unshift(period);
    period = kind === 'instant' ? yearsLater(period, -1) : periodBefore(period);
  }
  return periods;
}

function inTime(one: Period, other: Period): number {
  return one.from < other.from ? -1 : one.from > other.from ? 1 : one.to < other.to ? -1 : 1;
}
