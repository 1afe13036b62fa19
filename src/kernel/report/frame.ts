import type { WrittenPeriod } from './dates/periods.ts';
import type { OwnFrame, Passage } from './schema.ts';

export function readFrame(_passages: readonly Passage[], _periods: readonly WrittenPeriod[]): OwnFrame {
  return { date: null, period: null };
}
