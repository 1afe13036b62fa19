/** What a capability says of the figures that can be computed from its own records, for the catalogue of indicators. */
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { Period, PeriodKind } from '#kernel/period/period.ts';
import type { Context } from '#foundation/context.ts';

export type ReformArea =
  'direction' | 'institutions' | 'procedures' | 'organisation' | 'staff' | 'finance' | 'modernisation';

/** The contents of administrative reform, in the order of reports on it. */
export const REFORM_AREA_LABELS = {
  direction: 'Chỉ đạo, điều hành',
  institutions: 'Cải cách thể chế',
  procedures: 'Cải cách thủ tục hành chính',
  organisation: 'Tổ chức bộ máy hành chính',
  staff: 'Cán bộ, công chức, viên chức',
  finance: 'Cải cách tài chính công',
  modernisation: 'Hiện đại hóa hành chính',
} as const satisfies Labels<ReformArea>;

export const REFORM_AREAS = codesOf(REFORM_AREA_LABELS);

export type IndicatorKind = 'count' | 'sum' | 'ratio' | 'average' | 'list' | 'yes-no';

export const INDICATOR_KIND_LABELS = {
  count: 'Số đếm',
  sum: 'Tổng cộng',
  ratio: 'Tỷ lệ',
  average: 'Bình quân',
  list: 'Danh sách',
  'yes-no': 'Có hoặc không',
} as const satisfies Labels<IndicatorKind>;

export const INDICATOR_KINDS = codesOf(INDICATOR_KIND_LABELS);

/** The figure of some units (a unit and all below it as of the period) in a period, narrowed by a filter of the indicator's own. */
export type FigureQuestion = {
  readonly unitIds: readonly number[];
  readonly period: Period;
  readonly filter: Readonly<Record<string, string>>;
};

/**
 * A count or sum; of a ratio the share (0.984 for 98,4 %) and of an average the mean, each with its two ends; 1 or 0 for yes or no; of a list its length.
 * Null: nothing can be said, as of a ratio of nothing.
 */
export type ComputedValue = {
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
};

/** One record that was counted. */
export type CountedRecord = {
  readonly id: string;
  /** What people call it: a dossier number, a title. */
  readonly name: string;
  readonly detail: string;
  /** Where it is read, if it has a page. */
  readonly href: string | null;
};

export type CountedRecords = { readonly total: number; readonly records: readonly CountedRecord[] };

/** Where a list of records is asked to begin and how long it may be. */
export type RecordWindow = { readonly offset: number; readonly limit: number };

/** An indicator that a capability computes; what it is called and means can be edited in the catalogue afterwards. */
export type IndicatorDeclaration = {
  /** Short and lasting, in upper-case ASCII: `HS-NHAN`. */
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  /** What is counted, as it stands behind the number: `hồ sơ`, `%`, `thủ tục`. */
  readonly unitOfMeasure: string;
  readonly area: ReformArea;
  readonly kind: IndicatorKind;
  /** For which it can be asked. */
  readonly periods: readonly PeriodKind[];
  /** How it is computed, for people. */
  readonly method: string;
  /** The first day for which records exist; before it a series holds what others stated. */
  readonly since?: string;
  /** What must hold between it and others by how it is computed, by their codes. */
  readonly relations?: readonly FigureRelation[];
  /** Parts by a filter: key and Vietnamese words, with the values it may take in this installation. */
  readonly breakdowns?: readonly FigureBreakdown[];
  readonly compute: (ctx: Context, question: FigureQuestion) => Promise<ComputedValue>;
  readonly records: (ctx: Context, question: FigureQuestion, window: RecordWindow) => Promise<CountedRecords>;
  /**
   * The same question by every value of a key at once, where one look at the records is enough: of one of its breakdowns,
   * or `unit`, the identifier of the unit that has the records. Values that count nothing may be left out.
   */
  readonly computeParts?: (
    ctx: Context,
    question: FigureQuestion,
    key: string,
  ) => Promise<ReadonlyMap<string, ComputedValue>>;
  /** Which of the records, by their ids, whoever asks may open; without it all. */
  readonly mayOpen?: (ctx: Context, records: readonly CountedRecord[]) => Promise<ReadonlySet<string>>;
};

/** What must hold between the figures of one unit and period. */
export type FigureRelation =
  /** This one is the sum of those: parts of a whole; used and unused of what was given. */
  | { readonly kind: 'sum'; readonly of: readonly string[] }
  | { readonly kind: 'at-most'; readonly of: string }
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
  /** The values of a breakdown of this one make the whole. */
  | { readonly kind: 'parts'; readonly key: string };

export type FigureBreakdown = {
  readonly key: string;
  readonly label: string;
  readonly values: (ctx: Context) => Promise<readonly { readonly value: string; readonly label: string }[]>;
};
