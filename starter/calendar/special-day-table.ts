/** How the yearly tables of special days are written: one legal notice, and the days that rest on it. */
import type { LocalDate } from '#kernel/local-date.ts';
import type { SpecialDay, SpecialDayKind } from '#kernel/working-time/calendar.ts';

/**
 * `sure`: the day follows from the law, or the notice was found quoted in public sources.
 * `likely`: expected, but its notice has not been seen; to be checked before it is relied on.
 */
export type Certainty = 'sure' | 'likely';

/** A special day of the starter with how sure we are of it. */
export type StarterSpecialDay = SpecialDay & { readonly certainty: Certainty };

type Row = readonly [date: LocalDate, kind: SpecialDayKind, name: string];

/** The days that rest on one legal notice. */
export function under(
  legalNotice: string,
  rows: readonly Row[],
  certainty: Certainty = 'sure',
): readonly StarterSpecialDay[] {
  return rows.map(([date, kind, name]) => ({ date, kind, name, legalNotice, certainty }));
}

export const NEW_YEAR = 'Tết Dương lịch';
export const HUNG_KINGS = 'Giỗ Tổ Hùng Vương (mùng 10 tháng 3 âm lịch)';
export const VICTORY_DAY = 'Ngày Chiến thắng';
export const LABOUR_DAY = 'Ngày Quốc tế lao động';
export const NATIONAL_DAY = 'Quốc khánh';
export const CULTURE_DAY = 'Ngày Văn hóa Việt Nam';

/** Ten days a year until 2020. */
export const CODE_2012_HOLIDAYS = 'Điều 115 khoản 1 Bộ luật Lao động 2012';
export const CODE_2012_IN_LIEU = 'Điều 115 khoản 3 Bộ luật Lao động 2012';
/** Eleven days a year from 1 January 2021: one more beside 2 September. */
export const CODE_2019_HOLIDAYS = 'Điều 112 khoản 1 Bộ luật Lao động 2019';
export const CODE_2019_IN_LIEU = 'Điều 111 khoản 3 Bộ luật Lao động 2019';
/** Twelve days from 2026. */
export const CULTURE_DAY_RESOLUTION = 'Điều 2 Nghị quyết số 28/2026/QH16';
