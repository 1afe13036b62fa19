/** What a report of the corpus is about: whose, on which period, made out on which day. */
import { addDays, type LocalDate, weekdayOf } from '#kernel/local-date.ts';
import { capital } from './writing.fixture.ts';
import type { Random } from './random.fixture.ts';

export type Frame = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly date: LocalDate;
  /** `năm 2023`, `6 tháng đầu năm 2023`, `giai đoạn 2016 - 2020`. */
  readonly words: string;
  /** What it is compared with: `năm 2022`, `cùng kỳ năm 2022`. */
  readonly base: string;
  /** What is planned: `năm 2024`. */
  readonly next: string;
  readonly year: number;
  /** A last day up to which figures are counted; not after the report. */
  readonly countedTo: LocalDate;
};

type Draft = Pick<Frame, 'from' | 'to' | 'words' | 'base' | 'next'>;

export function frameOf(random: Random): Frame {
  const year = random.between(2012, 2024);
  const draft = random.pick([yearly, yearly, halfYearly, quarterly, nineMonths, decade])(year, random);
  const isEarly = draft.words.startsWith('năm') && random.chance(0.5);
  const date = workingDay(addDays(draft.to, isEarly ? -random.between(8, 25) : random.between(2, 20)));
  const countedTo = date < draft.to ? addDays(`${year}-12-01`, -1) : draft.to;
  return { ...draft, date, year, countedTo };
}

/** The day itself, or the Monday after it. */
export function workingDay(date: LocalDate): LocalDate {
  const weekday = weekdayOf(date);
  return weekday === 6 ? addDays(date, 2) : weekday === 0 ? addDays(date, 1) : date;
}

function yearly(year: number): Draft {
  return {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    words: `năm ${year}`,
    base: `năm ${year - 1}`,
    next: `năm ${year + 1}`,
  };
}

function halfYearly(year: number): Draft {
  return {
    from: `${year}-01-01`,
    to: `${year}-06-30`,
    words: `6 tháng đầu năm ${year}`,
    base: `cùng kỳ năm ${year - 1}`,
    next: `6 tháng cuối năm ${year}`,
  };
}

function nineMonths(year: number): Draft {
  return {
    from: `${year}-01-01`,
    to: `${year}-09-30`,
    words: `9 tháng đầu năm ${year}`,
    base: `cùng kỳ năm ${year - 1}`,
    next: `3 tháng cuối năm ${year}`,
  };
}

const ENDS = ['03-31', '06-30', '09-30'];
const NUMERALS = ['I', 'II', 'III', 'IV'];

function quarterly(year: number, random: Random): Draft {
  const quarter = random.between(0, 2);
  return {
    from: `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`,
    to: `${year}-${ENDS[quarter]}`,
    words: `quý ${NUMERALS[quarter]}${random.chance(0.5) ? '/' : ' năm '}${year}`,
    base: `cùng kỳ năm ${year - 1}`,
    next: `quý ${NUMERALS[quarter + 1]} năm ${year}`,
  };
}

function decade(year: number, random: Random): Draft {
  const from = year - random.pick([4, 9]);
  return {
    from: `${from}-01-01`,
    to: `${year}-12-31`,
    words: `giai đoạn ${from}${random.pick(['-', ' - ', ' – '])}${year}`,
    base: `năm ${from}`,
    next: `giai đoạn ${year + 1}-${year + 5}`,
  };
}

/** The period at the head of a sentence: `Trong năm 2023`, `Năm 2023`. */
export function inPeriod(frame: Frame, random: Random): string {
  const isLong = frame.words.startsWith('giai');
  return capital(
    random.pick([
      frame.words,
      `trong ${frame.words}`,
      isLong ? `trong cả ${frame.words}` : `tính chung ${frame.words}`,
    ]),
  );
}
