import type { LocalDate } from '#kernel/local-date.ts';
import type { Passage, Place } from '../schema.ts';

/** A stretch of time that the text names: `giai đoạn 2011-2020`, `quý I/2020`, `6 tháng đầu năm`. */
export type WrittenPeriod = Place & { readonly from: LocalDate; readonly to: LocalDate };

export function readPeriods(_passages: readonly Passage[]): readonly WrittenPeriod[] {
  return [];
}
