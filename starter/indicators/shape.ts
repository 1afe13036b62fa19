/** How the figures of the report are written down: each with the line of the text on which it stands. */
import type { ReformArea } from '#foundation/figures/schema.ts';
import type { IndicatorInput } from '#capabilities/indicators/schema.ts';
import type { Certainty } from '#capabilities/indicators/words.ts';

/** An observed indicator and what the report states of it. */
export type StarterIndicator = {
  readonly indicator: IndicatorInput;
  readonly figures: readonly StatedFigure[];
};

export type StatedFigure = {
  /** Code of a period. */
  readonly period: string;
  /** `key=value` of a breakdown; empty for the whole. */
  readonly part: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly content: string;
  readonly certainty: Certainty;
  readonly note: string;
  /** Lines of the text as it was extracted, from 1. */
  readonly lines: readonly number[];
  /** How it stands on each of these lines, when that is not the figure in digits. */
  readonly said: string | null;
};

type Said = Partial<Omit<StatedFigure, 'period' | 'value' | 'lines'>>;

/** A number that the report states for a period, with its line or lines. */
// oxlint-disable-next-line max-params -- rows of a table: when, how much, where, and what is particular
export function stated(
  period: string,
  value: number | null,
  lines: number | readonly number[],
  said: Said = {},
): StatedFigure {
  return {
    period,
    value,
    part: '',
    numerator: null,
    denominator: null,
    content: '',
    certainty: 'certain',
    note: '',
    said: null,
    lines: typeof lines === 'number' ? [lines] : lines,
    ...said,
  };
}

/** `13/13`: a share with both its ends. */
export function share(
  period: string,
  [numerator, denominator]: readonly [number, number],
  line: number,
): StatedFigure {
  const ends = { numerator, denominator, said: `${numerator}/${denominator}` };
  return stated(period, numerator / denominator, line, ends);
}

/** Names that the report lists, with how many they are. */
// oxlint-disable-next-line max-params -- rows of a table: when, how much, where, and what is particular
export function listed(
  period: string,
  names: readonly string[],
  lines: number | readonly number[],
  said: Said = {},
): StatedFigure {
  return stated(period, names.length, lines, { content: names.join('\n'), ...said });
}

/** Parts of a breakdown: `[value, number, line]`. */
export function partsOf(
  period: string,
  key: string,
  parts: readonly (readonly [value: string, amount: number, line: number, said?: Said])[],
): readonly StatedFigure[] {
  return parts.map(([value, amount, line, said]) =>
    stated(period, amount, line, { part: `${key}=${value}`, ...said }),
  );
}

type Words = Pick<IndicatorInput, 'code' | 'name' | 'definition' | 'unitOfMeasure' | 'periods'> &
  Partial<Pick<IndicatorInput, 'kind' | 'ownerFunction' | 'base' | 'relations' | 'breakdowns' | 'method'>>;

/** What makes an indicator of an area, with everything that is usual left out. */
export function indicatorsOf(area: ReformArea, ownerFunction: IndicatorInput['ownerFunction']) {
  return (
    words: Words,
    ...figures: readonly (StatedFigure | readonly StatedFigure[])[]
  ): StarterIndicator => ({
    indicator: {
      area,
      ownerFunction,
      kind: 'count',
      base: '',
      method: '',
      relations: [],
      breakdowns: [],
      since: null,
      source: 'Số liệu đơn vị báo cáo',
      ...words,
    },
    figures: figures.flat(),
  });
}

/** A breakdown with its values in words. */
export function breakdown(key: string, label: string, values: Readonly<Record<string, string>>) {
  return {
    key,
    label,
    values: Object.entries(values).map(([value, words]) => ({ value, label: words })),
  };
}

/** Periods that the report speaks of. */
export const DECADE = '2011-01-01..2020-12-31';
/** "từ năm 2015 đến nay": to the end of March 2020, to which its figures are taken. */
export const SINCE_2015 = '2015-01-01..2020-03-31';
/** "đến nay", "tháng 3/2020". */
export const NOW = '2020-03-31';
