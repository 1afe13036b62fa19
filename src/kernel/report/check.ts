import { type Reading, readReport } from './reading.ts';
import { RULES } from './rules/all.ts';
import type { CheckResult, Finding, Knowledge } from './schema.ts';

export const NOTHING_KNOWN: Knowledge = { documents: [], figures: [], isDayOff: () => false };

/**
 * Reads a report and says what in it cannot be true, from the first line to the last.
 * @param lines the extracted text, one string a line.
 */
export function checkReport(lines: readonly string[], knowledge: Knowledge = NOTHING_KNOWN): CheckResult {
  return checkReading(readReport(lines), knowledge);
}

/** The same of a report that was read before. */
export function checkReading(reading: Reading, knowledge: Knowledge): CheckResult {
  const findings = RULES.flatMap((rule) => rule.find(reading, knowledge));
  return {
    findings: findings.toSorted(byPlace),
    figures: reading.figures.length,
    citations: reading.citations.length,
  };
}

function byPlace(a: Finding, b: Finding): number {
  return (a.lines[0] ?? 0) - (b.lines[0] ?? 0) || (a.rule < b.rule ? -1 : Number(a.rule > b.rule));
}
