/** A report as it was read: what every rule of the checker works on. */
import { type CitationRead, readCitations } from './citing/read.ts';
import { readDates } from './dates/read.ts';
import { readPeriods, type WrittenPeriod } from './dates/periods.ts';
import { type FigureReading, readFigures } from './figures/read.ts';
import { readFrame } from './frame/frame.ts';
import type { NumberMark } from './passages/marks.ts';
import { passagesOf } from './passages/passages.ts';
import type { OwnFrame, Passage, WrittenDate } from './schema.ts';

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

export type Reading = TextReading & FigureReading;

/** Reads the lines of a text file, of a PDF (broken lines, notes at the foot) or of a DOCX (one paragraph a line). */
export function readReport(lines: readonly string[]): Reading {
  const text = readText(lines);
  return { ...text, ...readFigures(text) };
}

export function readText(lines: readonly string[]): TextReading {
  const { passages, marks } = passagesOf(lines);
  const dates = readDates(passages);
  const citations = readCitations(passages, dates);
  const periods = readPeriods(passages);
  return { lines, passages, marks, dates, periods, citations, frame: readFrame(lines, passages, periods) };
}
