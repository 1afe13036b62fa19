/** What the checker of reports reads in a text and what it says of it. Lines count from 1, as in the extracted text. */
import { codesOf, type Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';

export type Severity = 'error' | 'warning' | 'hint';

export const SEVERITY_LABELS = {
  error: 'Sai',
  warning: 'Nên sửa',
  hint: 'Gợi ý xem lại',
} as const satisfies Labels<Severity>;

export const SEVERITIES = codesOf(SEVERITY_LABELS);

/** Something that cannot be true, or is to be looked at: for an official, in Vietnamese. */
export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly lines: readonly number[];
  /** The words as they stand in the text, shortened in the middle when long. */
  readonly quote: string;
  readonly message: string;
  /** What to do; empty when the message says it. */
  readonly suggestion: string;
};

/** A running piece of text: a heading, a paragraph, an item of a list, a note. Joined of its lines, with single spaces. */
export type Passage = {
  readonly index: number;
  readonly kind: 'heading' | 'body' | 'note' | 'table-row' | 'furniture';
  readonly text: string;
  /** Number of the line on which the character at an offset of `text` stands. */
  readonly lineAt: (offset: number) => number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Headings above it, the outermost first: indexes of passages. */
  readonly under: readonly number[];
};

/** Where something stands: a passage and the offsets of its text, end not in it. */
export type Place = { readonly passage: number; readonly start: number; readonly end: number };

/** A day as it is written, which need not exist: parts are null where they are missing. */
export type WrittenDate = Place & {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  /** Null when incomplete or when there is no such day. */
  readonly date: LocalDate | null;
};

/** A document that the text names. What is not written is null; `type` and `issuer` are codes of `#kernel/citations`. */
export type ReadCitation = Place & {
  readonly written: string;
  readonly type: string | null;
  readonly number: string | null;
  /** Year that is part of the number, as in 61/2018/NĐ-CP. */
  readonly yearInNumber: number | null;
  /** As written and repaired: `QĐ-UBND`. */
  readonly symbol: string | null;
  readonly issuer: string | null;
  readonly date: WrittenDate | null;
  readonly title: string | null;
};

/** A number with what it counts. */
export type ReadFigure = Place & {
  readonly written: string;
  readonly value: number;
  /** Least and most for "từ 3 đến 4", "hơn 300" (null: open). The same as value when exact. */
  readonly bounds: { readonly from: number | null; readonly to: number | null };
  /** The classifier or unit behind it: `người`, `biên chế`, `%`; empty when there is none. */
  readonly unit: string;
  /** The words before it that say what is counted, folded for comparing: `vien chuc co mat`. */
  readonly subject: string;
  /** From and to that the words around give; null when nothing is said. */
  readonly period: { readonly from: LocalDate; readonly to: LocalDate } | null;
};

/** What the report says of itself. */
export type OwnFrame = {
  readonly date: LocalDate | null;
  readonly period: { readonly from: LocalDate; readonly to: LocalDate } | null;
};

/** What is known from outside of the text: registers and figures of one's own. All optional. */
export type Knowledge = {
  readonly documents: readonly KnownDocument[];
  readonly figures: readonly KnownFigure[];
  /** Whether offices are closed on a day. */
  readonly isDayOff: (date: LocalDate) => boolean;
};

export type KnownDocument = {
  readonly type: string;
  readonly number: string;
  readonly symbol: string;
  readonly issuer: string | null;
  readonly date: LocalDate | null;
  readonly title: string;
  /** The last day on which it was in force; null while it is or when that is not known. */
  readonly inForceUntil: LocalDate | null;
};

export type KnownFigure = {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
};

export type CheckResult = {
  readonly findings: readonly Finding[];
  readonly figures: number;
  readonly citations: number;
};
