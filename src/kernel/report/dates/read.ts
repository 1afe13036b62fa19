import type { Passage, WrittenDate } from '../schema.ts';

export function readDates(_passages: readonly Passage[]): readonly WrittenDate[] {
  return [];
}
