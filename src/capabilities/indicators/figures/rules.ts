import type { LocalDate } from '#kernel/local-date.ts';
import { contains, type Period, periodCode } from '#kernel/period/period.ts';
import type { ComputedValue } from '#foundation/figures/schema.ts';
import {
  type Figure,
  type FigureAsk,
  figurePath,
  type Indicator,
  type Observation,
  partOf,
} from '../schema.ts';

/** How the figure of a period comes about: counted from records, or as a source states it. */
export type Way = 'computed' | 'observed';

/**
 * Records answer for periods that begin on or after the day from which they are whole; before it, and for what nobody
 * computes, sources do. A period that the day falls into is asked of sources first.
 */
export function wayOf({ declaration, since }: Indicator, period: Period): readonly Way[] {
  if (!declaration) return ['observed'];
  if (since === null || period.from >= since) return ['computed', 'observed'];
  return period.to < since ? ['observed'] : ['observed', 'computed'];
}

/**
 * The observation that answers for a period: the one of just that period; else of a state the latest day within it; else
 * of a stretch of time the longest one within it. The figure says which period it is really of.
 */
export function observationFor(
  { periods }: Pick<Indicator, 'periods'>,
  period: Period,
  observations: readonly Observation[],
): Observation | null {
  const code = periodCode(period);
  const exact = observations.find((observation) => periodCode(observation.period) === code);
  if (exact) return exact;
  const within = observations.filter((observation) => contains(period, observation.period));
  if (periods.includes('instant')) {
    const days = within.filter((observation) => observation.period.kind === 'instant');
    const latest = days.toSorted((one, other) => (one.period.from < other.period.from ? 1 : -1))[0];
    if (latest) return latest;
  }
  if (period.kind !== 'range') return null;
  const stretches = within.filter((observation) => observation.period.kind === 'range');
  return stretches.toSorted((one, other) => lengthOf(other.period) - lengthOf(one.period))[0] ?? null;
}

/** What is the same in every answer to a question. */
function frameOf({ name, unitOfMeasure, kind, code }: Indicator, ask: FigureAsk) {
  const { unitId, filter } = ask;
  return { code, name, unitOfMeasure, kind, unitId, part: partOf(filter), href: figurePath(ask) };
}

/** A figure as a source states it. */
export function observedFigure(indicator: Indicator, ask: FigureAsk, observation: Observation): Figure {
  const { period, value, content, enteredAt, certainty, note, documentId, sourceTitle, place } = observation;
  return {
    ...frameOf(indicator, ask),
    ...ends(observation),
    period,
    value,
    content,
    certainty,
    note,
    origin: 'observed',
    takenAt: enteredAt,
    source: {
      documentId,
      title: sourceTitle,
      place,
    },
  };
}

/** A figure as the records give it now. */
export function computedFigure(
  indicator: Indicator,
  ask: FigureAsk,
  { counted, at, note }: { readonly counted: ComputedValue; readonly at: Date; readonly note: string },
): Figure {
  return {
    ...frameOf(indicator, ask),
    ...ends(counted),
    period: ask.period,
    value: counted.value,
    content: '',
    note,
    takenAt: at,
    origin: 'computed',
    certainty: null,
    source: null,
  };
}

/** No figure, and why. */
export function missingFigure(
  indicator: Indicator,
  ask: FigureAsk,
  { at, note }: { readonly at: Date; readonly note: string },
): Figure {
  return {
    ...frameOf(indicator, ask),
    period: ask.period,
    value: null,
    content: '',
    note,
    takenAt: at,
    origin: 'none',
    certainty: null,
    source: null,
  };
}

function ends({
  numerator,
  denominator,
}: {
  readonly numerator?: number | null;
  readonly denominator?: number | null;
}): Pick<Figure, 'numerator' | 'denominator'> {
  return { ...(numerator != null && { numerator }), ...(denominator != null && { denominator }) };
}

function lengthOf({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): number {
  return Date.parse(to) - Date.parse(from);
}
