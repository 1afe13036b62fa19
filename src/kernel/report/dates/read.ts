import type { Passage, WrittenDate } from '../schema.ts';
import { datesIn } from './written.ts';

/** Every date of a report, in order, with the passage it stands in. */
export function readDates(passages: readonly Passage[]): readonly WrittenDate[] {
  return passages.flatMap(({ index, text }) => datesIn(text).map((found) => ({ ...found, passage: index })));
}
