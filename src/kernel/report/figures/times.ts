/** Days, months, quarters, years and stretches of them in a text: what figures are told of, and numbers that are none. */
import { type LocalDate, isLocalDate } from '#kernel/local-date.ts';
import { parsePeriod } from '#kernel/period/period.ts';
import { romanValue } from '../passages/marks.ts';
import { unitAt } from './units.ts';

export type Time = {
  readonly start: number;
  readonly end: number;
  /** First and last day; null when no year is said. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
};

const YEAR = '((?:19|20)\\d{2})(?!\\d|[.,]\\d)';
const DAY = /(?<!\d)(?:ngày )?(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?!\d)/g;
const LONG_DAY = /ngày (\d{1,2}) tháng (\d{1,2}),? năm (\d{4})/g;
const MONTH = new RegExp(`(?<![\\d/])tháng (\\d{1,2})(?: ?[/-] ?|,? năm )${YEAR}`, 'g');
const BARE_MONTH = new RegExp(`(?<![\\d/.,])(\\d{1,2}) ?/ ?${YEAR}`, 'g');
const QUARTER = new RegExp(`quý ([ivx]{1,3}|\\d)(?:(?: ?[/-] ?| năm |,? )${YEAR})?`, 'g');
const HALF = new RegExp(`(\\d{1,2}) tháng (đầu|cuối)(?: năm(?: ${YEAR})?)?`, 'g');
const SPAN = new RegExp(`(?<!\\d)${YEAR} ?[-–—] ?(?:năm )?${YEAR}`, 'g');
const LONE_MONTH = /(?<!\p{L})tháng \d{1,2}(?!\d)|ngày \d{1,2}(?: ?\/ ?\d{1,2})?(?![\d.])/gu;
const YEAR_ALONE = new RegExp(`(?<![\\d.,/])${YEAR}`, 'g');

type Found = { readonly start: number; readonly end: number; readonly code: string | null };

/** Times in order, without those that lie in another; two joined by "đến" are one. `low` is the text in lower case. */
export function timesIn(low: string): readonly Time[] {
  if (!/\d/.test(low)) return [];
  const found = [
    ...matches(low, DAY, (parts) => dayCode(parts)),
    ...matches(low, LONG_DAY, (parts) => dayCode(parts)),
    ...matches(low, SPAN, ([from = '', to = '']) => (from <= to ? `${from}-01-01..${to}-12-31` : null)),
    ...matches(low, HALF, ([months, half, year]) => halfCode(months, half, year)),
    ...matches(low, QUARTER, ([quarter = '', year]) => quarterCode(quarter, year)),
    ...matches(low, MONTH, ([month = '', year]) => (year ? `${year}-${month.padStart(2, '0')}` : null)),
    ...matches(low, BARE_MONTH, ([month = '', year]) => (year ? `${year}-${month.padStart(2, '0')}` : null)),
    ...yearsAlone(low),
    ...matches(low, LONE_MONTH, () => null),
  ];
  return joinedTimes(low, apart(low.length, found).map(timeOf));
}

function matches(
  low: string,
  pattern: RegExp,
  code: (parts: readonly (string | undefined)[]) => string | null,
): Found[] {
  return Array.from(low.matchAll(pattern), ({ 0: written, index, ...parts }) => ({
    start: index,
    end: index + written.length,
    code: code([parts[1], parts[2], parts[3]]),
  }));
}

function dayCode([day = '', month = '', year = '']: readonly (string | undefined)[]): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

function halfCode(months = '', half = '', year = ''): string | null {
  const count = Number(months);
  if (year === '' || count > 12) return null;
  const first = half === 'đầu' ? 1 : 13 - count;
  const last = parsePeriod(`${year}-${String(first + count - 1).padStart(2, '0')}`);
  return last && `${year}-${String(first).padStart(2, '0')}-01..${last.to}`;
}

function quarterCode(quarter: string, year = ''): string | null {
  const number = /\d/.test(quarter) ? Number(quarter) : romanValue(quarter.toUpperCase());
  return year === '' || number === null ? null : `${year}-Q${number}`;
}

/** A four-digit number is a year unless it stands before what is counted and nothing before it speaks of time. */
function yearsAlone(low: string): Found[] {
  return matches(low, YEAR_ALONE, ([year = '']) => year).filter(({ start, end }) => {
    const before = low.slice(Math.max(0, start - 14), start);
    if (/(?:năm(?: học)?|từ|đến|tới|với|đoạn|kỳ|sau|trước|tháng|hết|[-–/(]) ?$/.test(before)) return true;
    return !unitAt(low, end).isKnown && !/(?:là|:|số|được|có) ?$/.test(before);
  });
}

/** The earliest written first, and of those that overlap the one found by the fuller pattern. */
function apart(length: number, found: readonly Found[]): readonly Found[] {
  const taken = new Uint8Array(length);
  const kept = found.filter(({ start, end }) => {
    if (taken[start] === 1 || taken[end - 1] === 1) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.toSorted((a, b) => a.start - b.start);
}

function timeOf({ start, end, code }: Found): Time {
  const period = code === null ? null : parsePeriod(code);
  return { start, end, from: period?.from ?? null, to: period?.to ?? null };
}

const UNTIL_NOW = /^ ?(?:đến|tới) (?:nay|hiện nay)/;
const TO = /^ ?(?:đến|tới|-|–)(?: hết| cuối)?(?: ngày| tháng| năm| quý)? ?$/;

function joinedTimes(low: string, times: readonly Time[]): readonly Time[] {
  const joined: Time[] = [];
  for (const time of times) {
    const last = joined.at(-1);
    const between = last && time.start - last.end < 24 ? low.slice(last.end, time.start) : '';
    if (last && last.from !== null && time.to !== null && last.from <= time.to && TO.test(between)) {
      // Two that are joined by "đến" make one stretch.
      joined[joined.length - 1] = { start: last.start, end: time.end, from: last.from, to: time.to };
    } else joined.push(time);
  }
  return joined.map((time) =>
    UNTIL_NOW.test(low.slice(time.end, time.end + 12)) ? { ...time, to: null } : time,
  );
}
