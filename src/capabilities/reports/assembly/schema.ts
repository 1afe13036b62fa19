/** What an assembly needs to know beside the template, all of it read beforehand, and what comes out. */
import type { IndicatorKind } from '#foundation/figures/schema.ts';
import { type Figure, type FigureAsk, partOf } from '#capabilities/indicators/schema.ts';
import { periodCode } from '#kernel/period/period.ts';
import type { Block, Frame, ReportDocument } from '../document.ts';
import type { ReportScope, SectionTexts, TemplateContent } from '../schema.ts';

/** What the catalogue says of an indicator, as far as a text needs it. */
export type KnownIndicator = {
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly kind: IndicatorKind;
  /** Codes of the indicators that make it up; empty when none do. */
  readonly parts: readonly string[];
  /** By what it is divided, with words for each value. */
  readonly breakdowns: readonly {
    readonly key: string;
    readonly label: string;
    readonly values: readonly { readonly value: string; readonly label: string }[];
  }[];
};

export type NamedUnit = { readonly id: number; readonly name: string };

export type Surroundings = {
  readonly scope: ReportScope;
  readonly indicators: ReadonlyMap<string, KnownIndicator>;
  /** By code; only those that the template names. */
  readonly unitIds: ReadonlyMap<string, number>;
  readonly unitName: (unitId: number) => string;
  readonly unitsBelow: Readonly<Record<'below' | 'communes' | 'departments', readonly NamedUnit[]>>;
  /** Who issues the report: names as they are, and the name of the place. */
  readonly agency: {
    readonly agency: string;
    readonly parentAgency: string | null;
    readonly place: string;
  };
  /** The note of a document as a template writes it; null when the register has none. */
  readonly noteOf: (written: string) => string | null;
};

/** A figure with the question it answers: what freezing keeps. */
export type ResolvedFigure = { readonly key: string; readonly ask: FigureAsk; readonly figure: Figure };

export type AssemblyInput = {
  readonly template: TemplateContent;
  readonly scope: ReportScope;
  /** By the key of their section; a section without any stands as the template has it. */
  readonly texts: ReadonlyMap<string, SectionTexts>;
  /** Figures as they were frozen, by their keys; they take the place of those of today. */
  readonly frozen?: ReadonlyMap<string, Figure>;
  /** What an issued report has on it: number, date, signer. */
  readonly issued?: Partial<Frame>;
  readonly isDraft: boolean;
  /** Keys of the sections that are wanted; all when not said. Numbers stay those of the whole. */
  readonly only?: readonly string[];
};

export type AssembledSection = {
  readonly key: string;
  /** With the number in front, as headings are written. */
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Keys of the figures in it. */
  readonly figures: readonly string[];
  readonly missing: readonly string[];
};

export type Assembled = {
  readonly document: ReportDocument;
  readonly sections: readonly AssembledSection[];
  readonly figures: readonly ResolvedFigure[];
};

/** Two questions are the same when their keys are. */
export function figureKey({ code, unitId, period, filter }: FigureAsk): string {
  return [code, unitId, periodCode(period), partOf(filter)].join('|');
}
