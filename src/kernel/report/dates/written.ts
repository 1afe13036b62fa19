/** Dates as they stand in sentences: `ngày 07 tháng 11 năm 2018`, `23/4 /2018`, `tháng 3/2020`; also such as do not exist. */
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts';

export type DateFound = {
  readonly start: number;
  readonly end: number;
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  /** Null when incomplete or when there is no such day. */
  readonly date: LocalDate | null;
};

const DATE = new RegExp(
  [
    String.raw`(?<!\p{L})ngày ?:? ?(?<d1>\d{1,2}) ?tháng ?(?<m1>\d{1,2}) ?,? ?(?:năm|/|-) ?(?<y1>\d{4})(?!\d)`,
    String.raw`(?<!\p{L})(?:ngày ?:? ?)?(?<![\d/.,-])(?<d2>\d{1,2}) ?(?<s>[/.-]) ?(?<m2>\d{1,2}) ?\k<s> ?(?<y2>\d{4})(?![\d/])`,
    String.raw`(?<!\p{L})ngày ?:? ?(?<d3>\d{1,2}) ?(?<t>[/.-]) ?(?<m3>\d{1,2}) ?\k<t> ?(?<y3>\d{2})(?![\d/])`,
    String.raw`(?<!\p{L})ngày ?:? ?(?<d4>\d{1,2}) ?(?:tháng|/|-) ?(?<m4>\d{1,2})(?![\d/%]| ?[/-] ?\d)`,
    String.raw`(?<!\p{L})tháng ?(?<m5>\d{1,2}) ?(?:/|-|\.|,? ?năm) ?(?<y5>\d{4})(?!\d)`,
    String.raw`(?<!\p{L})(?:đến|từ|tới|hết|thời điểm) ?(?<m6>\d{1,2}) ?/ ?(?<y6>(?:19|20)\d{2})(?![\d/])`,
    String.raw`(?<!\p{L})ngày ?[.…_ ]{0,20}tháng ?[.…_ ]{0,20}năm(?: ?(?<y7>\d{4}))?`,
  ].join('|'),
  'giu',
);

export function datesIn(text: string): readonly DateFound[] {
  return [...text.matchAll(DATE)].map((match) => {
    const named = match.groups ?? {};
    const part = (name: string): number | null => {
      const written = [1, 2, 3, 4, 5, 6, 7]
        .map((form) => named[`${name}${form}`])
        .find((one) => one !== undefined);
      return written === undefined ? null : Number(written);
    };
    const day = part('d');
    const month = part('m');
    const year = part('y');
    const full = year !== null && year < 100 ? year + 2000 : year;
    return {
      start: match.index,
      end: match.index + match[0].length,
      day,
      month,
      year: full,
      date: dateOf(day, month, full),
    };
  });
}

/** The day of three numbers, or null when there is none or one is missing. */
export function dateOf(day: number | null, month: number | null, year: number | null): LocalDate | null {
  if (day === null || month === null || year === null) return null;
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}
