/** A report as it was read: what every rule of the checker works on. */
import type { Citation } from '#kernel/citations/citation.ts';
import { readCitations } from './citing/read.ts';
import { readDates } from './dates/read.ts';
import { readPeriods, type WrittenPeriod } from './dates/periods.ts';
import { readFrame } from './frame.ts';
import type { NumberMark } from './passages/marks.ts';
import { passagesOf } from './passages/passages.ts';
import type { OwnFrame, Passage, Place, ReadCitation, ReadFigure, WrittenDate } from './schema.ts';

/** A citation with what is only known while reading. */
export type CitationRead = ReadCitation & Pick<Citation, 'issuerBySymbol' | 'issuerByWords' | 'typeBySymbol'>;

/** What is read without looking at figures. */
export type TextReading = {
  /** As they came, with their damage. Line n is `lines[n - 1]`. */
  readonly lines: readonly string[];
  readonly passages: readonly Passage[];
  /** Numbering at the head of passages, in order. */
  readonly marks: readonly NumberMark[];
  /** In order of passage and offset, like the lists below. */
  readonly dates: readonly WrittenDate[];
  readonly periods: readonly WrittenPeriod[];
  readonly citations: readonly CitationRead[];
  readonly frame: OwnFrame;
};

export type Reading = TextReading & { readonly figures: readonly ReadFigure[] };

/** Reads the lines of a text file, of a PDF (broken lines, notes at the foot) or of a DOCX (one paragraph a line). */
export function readReport(lines: readonly string[]): Reading {
  return { ...readText(lines), figures: [] };
}

export function readText(lines: readonly string[]): TextReading {
  const { passages, marks } = passagesOf(lines);
  const dates = readDates(passages);
  const citations = readCitations(passages, dates);
  const periods = readPeriods(passages);
  return { lines, passages, marks, dates, periods, citations, frame: readFrame(passages, periods) };
}

/** The lines from the first character of a place to its last. */
export function linesOf(reading: Pick<TextReading, 'passages'>, place: Place): readonly number[] {
  const passage = reading.passages[place.passage];
  if (!passage) return [];
  const first = passage.lineAt(place.start);
  const last = passage.lineAt(Math.max(place.start, place.end - 1));
  return first === last ? [first] : [first, last];
}

/** The words at a place. */
export function wordsAt(reading: Pick<TextReading, 'passages'>, place: Place): string {
  return reading.passages[place.passage]?.text.slice(place.start, place.end) ?? '';
}

/** Things that stand in the text, gathered by the passage they stand in. */
export function byPassage<T extends Place>(things: readonly T[]): ReadonlyMap<number, readonly T[]> {
  return Map.groupBy(things, (thing) => thing.passage);
}
