import { z } from 'zod';
import { isLocalDate } from '#kernel/local-date.ts';
import { type Period, parsePeriod, PERIOD_KINDS, periodCode } from '#kernel/period/period.ts';
import {
  INDICATOR_KINDS,
  type IndicatorDeclaration,
  type IndicatorKind,
  REFORM_AREAS,
} from '#foundation/figures/schema.ts';
import { UNIT_FUNCTIONS } from '#foundation/organisation/schema.ts';
import { CERTAINTIES, type Certainty, type FigureOrigin } from './words.ts';

export const CODE_SHAPE = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/;

const code = z
  .string()
  .trim()
  .max(40, 'Mã chỉ tiêu dài nhất 40 ký tự.')
  .regex(CODE_SHAPE, 'Mã chỉ tiêu gồm chữ in hoa không dấu, chữ số và gạch nối, ví dụ BC-GIAO.');

/** What must hold between the figures of one unit and period. Codes are those of indicators. */
export const relation = z.discriminatedUnion('kind', [
  /** This one is the sum of those: parts of a whole; used and unused of what was given. */
  z.object({ kind: z.literal('sum'), of: z.array(code).min(1).max(30).readonly() }).readonly(),
  z.object({ kind: z.literal('at-most'), of: code }).readonly(),
  z.object({ kind: z.literal('ratio'), numerator: code, denominator: code }).readonly(),
  /** The values of a breakdown of this one make the whole. */
  z.object({ kind: z.literal('parts'), key: z.string() }).readonly(),
]);
export type Relation = z.infer<typeof relation>;
export const relations = z.array(relation).max(20).readonly();

/** Into what an entered figure is divided; computed ones divide themselves. */
export const observedBreakdown = z
  .object({
    key: z.string().regex(/^[a-z0-9-]{1,30}$/),
    label: z.string().min(1).max(100),
    values: z
      .array(
        z
          .object({ value: z.string().regex(/^[a-z0-9-]{1,40}$/), label: z.string().min(1).max(200) })
          .readonly(),
      )
      .min(1)
      .max(60)
      .readonly(),
  })
  .readonly();
export type ObservedBreakdown = z.infer<typeof observedBreakdown>;
export const observedBreakdowns = z.array(observedBreakdown).max(10).readonly();

export const periodKinds = z.array(z.enum(PERIOD_KINDS)).min(1, 'Hãy chọn ít nhất một loại kỳ.').readonly();

const day = z.string().refine(isLocalDate, 'Ngày không có thật; ghi như 31/3/2020.');
const words = (longest: number) => z.string().trim().max(longest, `Dài nhất ${longest} ký tự.`);

/** What is said of an indicator, all of it editable. */
export const described = z
  .object({
    name: words(200).min(3, 'Hãy ghi tên chỉ tiêu.'),
    definition: words(2000),
    unitOfMeasure: words(40),
    area: z.enum(REFORM_AREAS, { error: 'Hãy chọn nội dung cải cách.' }),
    kind: z.enum(INDICATOR_KINDS, { error: 'Hãy chọn loại chỉ tiêu.' }),
    periods: periodKinds,
    /** Field of work of the unit that answers for it; empty: none. */
    ownerFunction: z.union([z.enum(UNIT_FUNCTIONS), z.literal('')]),
    source: words(500),
    /** Code of the period with which it is compared, such as `2015`; empty: none is fixed. */
    base: z
      .string()
      .trim()
      .refine(
        (text) => text === '' || parsePeriod(text) !== null,
        'Hãy ghi kỳ gốc như 2015 hoặc 2015-12-31.',
      ),
    method: words(2000),
    relations,
    breakdowns: observedBreakdowns,
    /** First day from which computed figures are whole; before it a series holds what was entered. */
    since: day.nullable(),
  })
  .readonly();
export type Described = z.infer<typeof described>;

/** A new indicator whose figures people enter. */
export const indicatorInput = described.unwrap().extend({ code }).readonly();
export type IndicatorInput = z.infer<typeof indicatorInput>;

/** An indicator of the catalogue: what its declaration and the people who edit it say. */
export type Indicator = Described & {
  readonly code: string;
  readonly computed: boolean;
  /** First day on which it is no longer offered; null while it is. */
  readonly retiredOn: string | null;
  /** Last event of its history, for forms; 0 for one that is as it was declared. */
  readonly sequence: number;
  /** Breakdowns that a computed one makes itself; their values are asked from it. */
  readonly declaration: IndicatorDeclaration | null;
};

export type FigureAsk = {
  readonly code: string;
  readonly unitId: number;
  readonly period: Period;
  /** Narrows to one value of a breakdown: `{ channel: 'online' }`. */
  readonly filter?: Readonly<Record<string, string>>;
};

export type FigureSource = {
  readonly documentId: number | null;
  readonly title: string;
  readonly place: string;
};

/** An answer to a `FigureAsk`. */
export type Figure = {
  readonly code: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly kind: IndicatorKind;
  readonly unitId: number;
  /** The period that the figure is of: the one asked for, or of a state the latest day in it that was observed. */
  readonly period: Period;
  /** `key=value` of a breakdown; empty for the whole. */
  readonly part: string;
  /** Count or sum; of a ratio the share (0.984 for 98,4 %); 1 or 0 for yes or no; of a list its length. */
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  /** What a list names, one a line. */
  readonly content: string;
  readonly origin: FigureOrigin;
  readonly takenAt: Date;
  readonly source: FigureSource | null;
  readonly certainty: Certainty | null;
  readonly note: string;
  /** The page that shows the figure with what is behind it. */
  readonly href: string;
};

/** The text form of a filter, in which observations keep it. */
export function partOf(filter: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(filter ?? {})
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}=${value}`)
    .toSorted()
    .join('&');
}

/** A filter of its text form. */
export function filterOf(part: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(part));
}

const amount = z.number({ error: 'Hãy ghi một số.' }).finite().nullable();
const AMOUNT_OR_WORDS = 'Hãy ghi số, hoặc nội dung khi nguồn không nêu số.';

/** One figure that a source states. */
export const observationInput = z
  .object({
    code,
    unitId: z.number().int().positive(),
    period: z.custom<Period>((given) => isPeriod(given), 'Kỳ này không có.'),
    part: z.string().max(200),
    value: amount,
    numerator: amount,
    denominator: amount,
    content: words(10_000),
    documentId: z.number().int().positive().nullable(),
    sourceTitle: words(500),
    place: words(200),
    certainty: z.enum(CERTAINTIES),
    note: words(2000),
    /** Last event of the observation that the form showed; 0 when it showed none. */
    sequence: z.number().int().nonnegative(),
  })
  .readonly()
  .refine(({ value, content }) => value !== null || content !== '', {
    error: AMOUNT_OR_WORDS,
    path: ['value'],
  })
  .refine(({ documentId, sourceTitle }) => documentId !== null || sourceTitle !== '', {
    error: 'Hãy ghi nguồn của số liệu.',
    path: ['sourceTitle'],
  });
export type ObservationInput = z.infer<typeof observationInput>;

/** An observation as it is kept. */
export type Observation = Omit<ObservationInput, 'sequence'> & {
  readonly id: number;
  readonly sequence: number;
  readonly enteredBy: number | null;
  readonly enteredAt: Date;
};

/** A relation that does not hold, in words. Never a reason to refuse what a source really says. */
export type RelationWarning = {
  readonly code: string;
  readonly relation: Relation;
  readonly unitId: number;
  readonly period: Period;
  readonly message: string;
};

export const indicatorPaths = {
  list: '/indicators',
  new: '/indicators/new',
  searchJson: '/indicators/search.json',
  one: (indicator: string): string => `/indicators/${indicator}`,
  edit: (indicator: string): string => `/indicators/${indicator}/edit`,
  retire: (indicator: string): string => `/indicators/${indicator}/retire`,
  enter: (indicator: string): string => `/indicators/${indicator}/figures/new`,
  observation: (id: number | string): string => `/observations/${id}`,
  withdraw: (id: number | string): string => `/observations/${id}/withdraw`,
} as const;

/** The page of one figure: its indicator for a unit and period. */
export function figurePath({ code: indicator, unitId, period, filter }: FigureAsk): string {
  const query = new URLSearchParams({ unit: String(unitId), period: periodCode(period) });
  const part = partOf(filter);
  if (part !== '') query.set('part', part);
  return `${indicatorPaths.one(indicator)}?${query.toString()}`;
}

function isPeriod(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  const { kind, from, to } = given as Partial<Period>; // Compared part by part with the one that its code gives.
  if (kind === undefined || from === undefined || to === undefined) return false;
  const read = parsePeriod(periodCode({ kind, from, to }));
  return read !== null && read.kind === kind && read.from === from && read.to === to;
}
