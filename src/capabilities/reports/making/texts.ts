/** From what units wrote to what an assembly takes. Pure. */
import { parsePeriod, type Period } from '#kernel/period/period.ts';
import type { ReportScope, Section, SectionTexts } from '../schema.ts';
import { COLLECTED, type Report, type ReportPart } from './schema.ts';

/** The texts of each section that somebody wrote in. Collected parts stand in the order in which they were given out. */
export function textsOf(
  parts: readonly ReportPart[],
  unitName: (unitId: number) => string,
): ReadonlyMap<string, SectionTexts> {
  const bySection = Map.groupBy(parts, ({ sectionKey }) => sectionKey);
  return new Map(
    [...bySection].map(([key, own]) => {
      const whole = own.find(({ isCollected }) => !isCollected);
      const collected = own
        .filter(({ isCollected, texts }) => isCollected && (texts.writings[COLLECTED] ?? '').trim() !== '')
        .map(({ unitId, texts }) => ({ unitName: unitName(unitId), text: texts.writings[COLLECTED] ?? '' }));
      const texts: SectionTexts = {
        body: whole?.texts.body ?? null,
        writings: whole?.texts.writings ?? {},
        parts: collected,
      };
      return [key, texts] as const;
    }),
  );
}

/** What a report is about. Its codes were checked when it was made. */
export function scopeOf({ unitId, period, comparison }: Report): ReportScope {
  return { unitId, period: periodOf(period), comparison: comparison === null ? null : periodOf(comparison) };
}

export function periodOf(code: string): Period {
  const period = parsePeriod(code);
  if (period === null) throw new Error(`No period: ${code}`);
  return period;
}

/** Somebody writes it: it has words of its own, or every commune writes a part. */
export function isWritten({ body, isCollected }: Section): boolean {
  return body.trim() !== '' || isCollected;
}
