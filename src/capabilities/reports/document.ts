/**
 * A finished report as all its forms are made from it: the web page, the DOCX, the PDF and the workbook of its annexes
 * say the same because they are written from the same value.
 */
import type { LocalDate } from '#kernel/local-date.ts';

/** What stands around the text by Decree 30/2020/NĐ-CP, annex I, part I. */
export type Frame = {
  /** The agency above, in capitals as it is to stand; null where there is none. */
  readonly parentAgency: string | null;
  readonly agency: string;
  /** `15/BC-UBND`; null before it has one: a space is left. */
  readonly number: string | null;
  readonly place: string;
  /** Null before it is issued: `ngày … tháng … năm …`. */
  readonly date: LocalDate | null;
  readonly typeName: string;
  readonly title: string;
  readonly recipients: readonly string[];
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`; empty when the head signs for themselves. */
  readonly authority: readonly string[];
  readonly signerTitle: string;
  /** Name of whoever signs; empty before it is known. */
  readonly signer: string;
};

/** Words in a paragraph. A figure opens where it comes from: on screen its page, on paper its line in the annex of sources. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: boolean; readonly slanted?: boolean }
  | { readonly kind: 'figure'; readonly text: string; readonly source: number }
  /** Mark of the note with this number. */
  | { readonly kind: 'note'; readonly number: number };

export type TableCell = { readonly runs: readonly Run[]; readonly align: 'start' | 'end' | 'middle' };

export type Table = {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
};

export type Chart = {
  readonly caption: string;
  readonly unitOfMeasure: string;
  readonly bars: readonly { readonly label: string; readonly value: number | null }[];
};

export type Block =
  /** Level 1 is a part ("Phần I"), 2 "I.", 3 "1.", 4 "1.1.", 5 "a)". */
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5;
      readonly number: string;
      readonly text: string;
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** An item with the mark in front of it: "-", "+". */
  | { readonly kind: 'item'; readonly mark: '-' | '+'; readonly runs: readonly Run[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: Chart };

/** A note at the foot of the page. */
export type Footnote = { readonly number: number; readonly text: string };

/** Where a figure comes from, as the annex of sources lists it. */
export type FigureSourceLine = {
  readonly number: number;
  readonly indicatorCode: string;
  readonly name: string;
  readonly value: string;
  readonly period: string;
  readonly unit: string;
  /** `tính từ hồ sơ`, `Báo cáo …, dòng 840`. */
  readonly source: string;
  readonly takenAt: Date;
  /** The page of the figure in this installation, as a path. */
  readonly href: string;
};

export type Annex = { readonly number: string; readonly title: string; readonly tables: readonly Table[] };

export type ReportDocument = {
  readonly frame: Frame;
  readonly blocks: readonly Block[];
  readonly notes: readonly Footnote[];
  readonly annexes: readonly Annex[];
  readonly sources: readonly FigureSourceLine[];
  /** What has no data, as sentences; stands at the top of a draft and nowhere once it is issued. */
  readonly missing: readonly string[];
  /** A draft is marked on every page. */
  readonly isDraft: boolean;
};
