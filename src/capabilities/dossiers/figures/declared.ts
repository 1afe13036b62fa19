import type { IndicatorDeclaration } from '#foundation/figures/schema.ts';
import type { PeriodKind } from '#kernel/period/period.ts';
import { fromHappening, fromWork } from './counting.ts';
import type { Happening, Work, WorkCounts } from './schema.ts';

const PERIODS: readonly PeriodKind[] = ['month', 'quarter', 'half-year', 'year', 'range', 'instant'];

const OF_DOSSIERS = { unitOfMeasure: 'hồ sơ', area: 'procedures', kind: 'count', periods: PERIODS } as const;
const COUNTED_ONCE = 'Hồ sơ liên thông tính một lần, ở hồ sơ gốc; tính cho đơn vị tiếp nhận.';

type Words = Pick<IndicatorDeclaration, 'code' | 'name' | 'definition'> &
  Partial<Pick<IndicatorDeclaration, 'method' | 'relations'>>;

/** One column of Form II.06 of Circular 01/2020/TT-VPCP, or near to it. */
export function ofWork(work: Work, words: Words): IndicatorDeclaration {
  return {
    method: COUNTED_ONCE,
    ...words,
    ...OF_DOSSIERS,
    ...fromWork(work, (counts) => ({ value: counts[work] })),
  };
}

/** A share of two of its columns; the records are those above the line. */
export function shareOfWork(
  [numerator, denominator]: readonly [(counts: WorkCounts) => number, Work],
  behind: Work,
  words: Words,
): IndicatorDeclaration {
  return {
    method: COUNTED_ONCE,
    ...words,
    ...OF_DOSSIERS,
    unitOfMeasure: '%',
    kind: 'ratio',
    ...fromWork(behind, (counts) => divided(numerator(counts), counts[denominator])),
  };
}

/** Days from reception to the result, weekends included, over what got a result. */
export function averageDays(words: Words): IndicatorDeclaration {
  return {
    method: COUNTED_ONCE,
    ...words,
    ...OF_DOSSIERS,
    unitOfMeasure: 'ngày',
    kind: 'average',
    ...fromWork('finished', (counts) => divided(counts.finishedDays, counts.finished)),
  };
}

/** How often something happened to dossiers. */
export function ofHappening(
  happening: Happening,
  words: Words & { readonly unitOfMeasure?: string },
): IndicatorDeclaration {
  return {
    method: 'Đếm theo ngày việc xảy ra; một hồ sơ có thể có nhiều lần. Tính cho đơn vị tiếp nhận.',
    ...OF_DOSSIERS,
    ...words,
    ...fromHappening(happening),
  };
}

function divided(numerator: number, denominator: number) {
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}
