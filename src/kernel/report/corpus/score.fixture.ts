/** Measures the checker on the corpus: how many planted errors it finds, and how often it is wrong. */
import { checkReport } from '../check.ts';
import type { Finding } from '../schema.ts';
import { ERRORS, rulesOf } from './planted.fixture.ts';
import { type Planted, type Report, writeReport } from './report.fixture.ts';

export type Tally = { readonly planted: number; readonly found: number };

export type FalseAlarm = { readonly report: Report; readonly finding: Finding };
export type Miss = { readonly report: Report; readonly planted: Planted; readonly got: readonly Finding[] };

export type Score = {
  readonly reports: number;
  /** Of 45 lines that are not empty. */
  readonly pages: number;
  readonly byError: ReadonlyMap<string, Tally>;
  /** Errors and warnings on nothing planted. */
  readonly alarms: readonly FalseAlarm[];
  /** Hints on nothing planted. */
  readonly hints: readonly FalseAlarm[];
  readonly misses: readonly Miss[];
};

const LINES_OF_PAGE = 45;
/** Characters of a line of print: lines of a DOCX are paragraphs and count for as many. */
const WIDTH = 85;

/** Writes and checks reports; every second is sound, the others have one to six errors. */
export function scoreOf(count: number, firstSeed = 1): Score {
  const byError = new Map<string, { planted: number; found: number }>(
    ERRORS.map((error) => [error, { planted: 0, found: 0 }]),
  );
  const alarms: FalseAlarm[] = [];
  const hints: FalseAlarm[] = [];
  const misses: Miss[] = [];
  let pages = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const report = writeReport(seed, wanted(seed, byError));
    pages += pagesOf(report.lines);
    const { findings } = checkReport(report.lines, report.knowledge);
    for (const planted of report.planted) {
      const tally = byError.get(planted.error);
      if (tally === undefined) throw new Error(`unknown error: ${planted.error}`);
      tally.planted += 1;
      if (findings.some((finding) => isRight(finding, planted))) tally.found += 1;
      else misses.push({ report, planted, got: findings.filter((finding) => isNear(finding, planted)) });
    }
    for (const finding of findings.filter((one) => !isCaused(one, report))) {
      (finding.severity === 'hint' ? hints : alarms).push({ report, finding });
    }
  }
  return { reports: count, pages, byError, alarms, hints, misses };
}

/** Those that were planted least so far. */
function wanted(seed: number, byError: ReadonlyMap<string, Tally>): readonly string[] {
  if (seed % 2 === 0) return [];
  return [...byError.entries()]
    .toSorted(([, a], [, b]) => a.planted - b.planted)
    .map(([error]) => error)
    .slice(0, 1 + (seed % 12));
}

function pagesOf(lines: readonly string[]): number {
  const printed = lines.reduce(
    (sum, line) => sum + (line.trim() === '' ? 0 : Math.ceil(line.length / WIDTH)),
    0,
  );
  return printed / LINES_OF_PAGE;
}

const isRight = (finding: Finding, planted: Planted): boolean =>
  rulesOf(planted.error).includes(finding.rule) && isNear(finding, planted);

/** On its lines or one beside them. */
const isNear = ({ lines }: Finding, planted: Planted): boolean =>
  lines.some((line) => planted.lines.some((own) => Math.abs(own - line) <= 1));

/** Numbering that is wrong once is wrong further down too. */
const isCaused = (finding: Finding, { planted }: Report): boolean =>
  planted.some(
    (one) =>
      isNear(finding, one) || (one.error === 'numbering' && rulesOf('numbering').includes(finding.rule)),
  );
