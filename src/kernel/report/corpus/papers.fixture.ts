/** Documents that a report cites, numbered by one registry: in a year, a later one has the higher number. */
import { addDays, daysBetween, type LocalDate, weekdayOf } from '#kernel/local-date.ts';
import { CENTRAL } from './central.fixture.ts';
import type { Frame } from './frame.fixture.ts';
import type { Random } from './random.fixture.ts';

export type Paper = {
  readonly type: string;
  readonly number: string;
  /** Year in the number, of normative documents. */
  readonly year: number | null;
  readonly symbol: string;
  readonly date: LocalDate;
  readonly issuer: string;
  readonly title: string;
};

type Series = {
  readonly type: string;
  readonly symbol: string;
  readonly issuer: string;
  readonly hasYear?: boolean;
};

/** What offices of a district (or a commune) and those above it number. */
function seriesOf(place: string): readonly Series[] {
  const [people, council] = [`UBND ${place}`, `HĐND ${place}`];
  const party = place.startsWith('huyện') ? 'Huyện ủy' : place.startsWith('xã') ? 'Đảng ủy xã' : 'Thành ủy';
  const short = place.startsWith('huyện') ? 'HU' : place.startsWith('xã') ? 'ĐU' : 'TU';
  return [
    { type: 'Quyết định', symbol: 'QĐ-UBND', issuer: people },
    { type: 'Quyết định', symbol: 'QĐ-UBND', issuer: people },
    { type: 'Kế hoạch', symbol: 'KH-UBND', issuer: people },
    { type: 'Kế hoạch', symbol: 'KH-UBND', issuer: people },
    { type: 'Chỉ thị', symbol: 'CT-UBND', issuer: people },
    { type: 'Thông báo', symbol: 'TB-UBND', issuer: people },
    { type: 'Công văn', symbol: 'UBND-NV', issuer: people },
    { type: 'Công văn', symbol: 'UBND-VP', issuer: people },
    { type: 'Nghị quyết', symbol: 'NQ-HĐND', issuer: council },
    { type: 'Quyết định', symbol: 'QĐ-UBND', issuer: people, hasYear: true },
    { type: 'Kế hoạch', symbol: `KH/${short}`, issuer: party },
    { type: 'Chỉ thị', symbol: `CT/${short}`, issuer: party },
    { type: 'Nghị quyết', symbol: `NQ/${short}`, issuer: party },
    { type: 'Chương trình hành động', symbol: `CTr/${short}`, issuer: party },
    { type: 'Quyết định', symbol: 'QĐ-UBND', issuer: 'UBND tỉnh' },
    { type: 'Kế hoạch', symbol: 'KH-UBND', issuer: 'UBND tỉnh' },
    { type: 'Công văn', symbol: 'SNV-CCHC', issuer: 'Sở Nội vụ' },
    { type: 'Nghị quyết', symbol: 'NQ-HĐND', issuer: 'HĐND tỉnh', hasYear: true },
  ];
}

type Planned = Series & { readonly date: LocalDate };

export type PapersAsked = {
  readonly frame: Frame;
  readonly place: string;
  readonly titles: readonly string[];
  readonly random: Random;
};

/** Documents of offices around the report, and those of the centre that were there before it. */
export function papersOf({ frame, place, titles, random }: PapersAsked): readonly Paper[] {
  const series = seriesOf(place);
  const first = addDays(frame.from, -120);
  const span = daysBetween(first, frame.date) - 3;
  const planned = Array.from({ length: 22 }, (): Planned => {
    const date = workingDayBefore(addDays(first, random.between(0, span)));
    return { ...random.pick(series), date };
  }).toSorted((a, b) => a.date.localeCompare(b.date));
  const local = numbered(planned, random).map((paper, at) => ({
    ...paper,
    title: titleOf(titles[at % titles.length] ?? '', { at: Math.floor(at / titles.length), paper }),
  }));
  const central = CENTRAL.filter(({ date }) => date < frame.date);
  return [...local, ...random.some(central, 8)];
}

const ADDED = ['', ' (điều chỉnh)', ' đợt 2', ' (bổ sung lần hai)'];

function titleOf(
  title: string,
  { at, paper }: { readonly at: number; readonly paper: { readonly date: LocalDate } },
): string {
  return `${title.replaceAll('{y}', paper.date.slice(0, 4))}${ADDED[at % ADDED.length]}`;
}

/** Numbers by date, of every issuer, kind and year by themselves. */
function numbered(planned: readonly Planned[], random: Random): readonly Omit<Paper, 'title'>[] {
  const last = new Map<string, { readonly number: number; readonly date: LocalDate }>();
  return planned.map(({ type, symbol, issuer, hasYear = false, date }) => {
    const year = date.slice(0, 4);
    // Letters have one register for all who draft them.
    const book = [issuer, type === 'Công văn' ? type : symbol, hasYear, year].join('|');
    const before = last.get(book) ?? { number: 0, date: `${year}-01-01` };
    const pace = type === 'Quyết định' || type === 'Công văn' ? 9 : 1;
    const days = Math.max(0, daysBetween(before.date, date));
    const number =
      before.number + 1 + random.between(Math.floor((days * pace) / 12), Math.ceil((days * pace) / 5));
    last.set(book, { number, date });
    return {
      type,
      number: number < 10 ? `0${number}` : String(number),
      year: hasYear ? Number(year) : null,
      symbol,
      date,
      issuer,
    };
  });
}

function workingDayBefore(date: LocalDate): LocalDate {
  const weekday = weekdayOf(date);
  return weekday === 6 ? addDays(date, -1) : weekday === 0 ? addDays(date, -2) : date;
}
