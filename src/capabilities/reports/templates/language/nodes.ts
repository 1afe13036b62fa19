/** What a text in the language of templates says, once it is read. */
import type { Period } from '#kernel/period/period.ts';

/** A period as a template names it: relative to the report's own, or a fixed one. */
export type When =
  | { readonly kind: 'own' | 'before' | 'comparison' | 'end' | 'year-before' }
  | { readonly kind: 'fixed'; readonly period: Period };

export type FigureReference = {
  readonly code: string;
  readonly when: When;
  /** Null: the unit of the report. */
  readonly unitCode: string | null;
  readonly filter: Readonly<Record<string, string>>;
};

/** How a figure is said. */
export type FigureForm =
  | { readonly kind: 'value' | 'number' | 'words' | 'share' | 'ratio' }
  | { readonly kind: 'change'; readonly from: When }
  /** Its parts in brackets: the indicators that are named, or the values of a breakdown; neither: by its relations. */
  | { readonly kind: 'parts'; readonly codes: readonly string[]; readonly key: string | null };

export type Comparison = '>' | '<' | '>=' | '<=' | '=' | '<>';

export type Test = {
  readonly reference: FigureReference;
  /** Null: whether there is a figure at all. */
  readonly compare: { readonly by: Comparison; readonly with: number } | null;
};

export type TableRows =
  | { readonly kind: 'indicators'; readonly codes: readonly string[] }
  | { readonly kind: 'units'; readonly which: 'below' | 'communes' | 'departments' }
  | { readonly kind: 'periods'; readonly every: 'year' | 'quarter' | 'month' }
  /** One for each value of a breakdown. */
  | { readonly kind: 'breakdown'; readonly key: string };

export type TableColumn =
  | { readonly kind: 'when'; readonly when: When }
  /** From the first column of a period to the last: in numbers, in percent; and the share of the first row in the last period. */
  | { readonly kind: 'change' | 'growth' | 'share' }
  | { readonly kind: 'code'; readonly code: string };

export type TableSpecification = {
  readonly caption: string;
  readonly rows: TableRows;
  readonly columns: readonly TableColumn[];
  /** The period of columns that are indicators. */
  readonly when: When;
};

export type SingleWord = 'period' | 'comparison' | 'unit' | 'last-day';

/** `line` is where it begins in the text, from 1. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'word'; readonly word: SingleWord }
  | {
      readonly kind: 'figure';
      readonly line: number;
      readonly reference: FigureReference;
      readonly form: FigureForm;
    }
  | { readonly kind: 'documents'; readonly line: number; readonly documents: readonly string[] }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'condition';
      readonly line: number;
      readonly test: Test;
      readonly then: readonly Node[];
      readonly otherwise: readonly Node[] | null;
    }
  | { readonly kind: 'table' | 'chart'; readonly line: number; readonly table: TableSpecification }
  /** `name` is its place among the places for writing of its text: `1`, `2` …; texts are kept by it. */
  | { readonly kind: 'writing'; readonly name: string; readonly prompt: string };

/** Where a text cannot be read, and why: for an official. Lines and columns count from 1. */
export type LanguageProblem = { readonly line: number; readonly column: number; readonly message: string };
