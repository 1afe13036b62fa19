/** What goes wrong when one document is named. */
import type { LocalDate } from '#kernel/local-date.ts';
import type { Frame } from '../frame.fixture.ts';
import type { Paper } from '../papers.fixture.ts';
import type { Random } from '../random.fixture.ts';
import { dayOf, day, type Hand } from '../writing.fixture.ts';
import { type Mention, mentionOf } from './mention.fixture.ts';
import { addDays, weekdayOf } from '#kernel/local-date.ts';

export type Mistake = { readonly error: string; readonly what: string; readonly mention: Mention };

type Asked = { readonly paper: Paper; readonly hand: Hand; readonly frame: Frame; readonly random: Random };

/** Mistakes that show in the one mention. */
export function mistakesOf(asked: Asked): readonly Mistake[] {
  const mention = mentionOf(asked.paper, asked.hand);
  return [...inNumber(mention, asked), ...inDate(mention, asked)];
}

const OTHER_TYPES = ['Quyết định', 'Kế hoạch', 'Chỉ thị', 'Thông báo', 'Nghị quyết'];

function inNumber(mention: Mention, { random, paper }: Asked): readonly Mistake[] {
  const other = random.pick(OTHER_TYPES.filter((type) => type !== mention.type));
  const found: Mistake[] = [
    {
      error: 'type-against-symbol',
      what: 'the type is not that of the symbol',
      mention: { ...mention, type: other },
    },
  ];
  if (paper.year !== null) {
    const year = paper.year + random.pick([-2, -1, 1]);
    found.push({ error: 'number-year', what: 'the year in the number', mention: { ...mention, year } });
    if (/^(?:NĐ|TT)-|^QH/.test(paper.symbol))
      found.push({
        error: 'number-missing',
        what: 'no year in the number',
        mention: { ...mention, year: null },
      });
  }
  if (!paper.symbol.startsWith('QH'))
    found.push({ error: 'number-missing', what: 'no number', mention: { ...mention, number: null } });
  return found;
}

function inDate(mention: Mention, { paper, hand, frame, random }: Asked): readonly Mistake[] {
  const year = Number(paper.date.slice(0, 4));
  const impossible = random.pick([
    { day: 31, month: random.pick([4, 6, 9, 11]) },
    { day: random.between(30, 31), month: 2 },
    { day: random.between(1, 28), month: random.between(13, 18) },
    { day: random.between(32, 39), month: random.between(1, 12) },
  ]);
  const found: Mistake[] = [
    {
      error: 'no-such-day',
      what: 'a day that does not exist',
      mention: { ...mention, date: dayOf({ ...impossible, year }, hand) },
    },
  ];
  if (paper.year !== null) return found;
  const late: LocalDate = addDays(frame.date, random.between(15, 900));
  found.push({
    error: 'after-report',
    what: 'a day after the report',
    mention: { ...mention, date: day(late, hand) },
  });
  found.push({ error: 'date-missing', what: 'no date', mention: { ...mention, date: null } });
  const sunday = addDays(paper.date, 7 - weekdayOf(paper.date));
  if (sunday < frame.date)
    found.push({
      error: 'day-off',
      what: 'signed on a Sunday',
      mention: { ...mention, date: day(sunday, hand) },
    });
  return found;
}

/** Mistakes of a second mention against the first. */
export function contradictionsOf(
  { paper, hand, frame, random }: Asked,
  titles: readonly string[],
): readonly Mistake[] {
  const mention = mentionOf(paper, hand);
  const [year = 0, month = 0, dayOfMonth = 0] = paper.date.split('-').map(Number);
  const found: Mistake[] = [];
  const dated = (date: LocalDate, what: string): void => {
    if (date < frame.date && date !== paper.date && date.startsWith(String(year)))
      found.push({ error: 'date-differs', what, mention: { ...mention, date: day(date, hand) } });
  };
  if (dayOfMonth <= 12 && dayOfMonth !== month) {
    const swapped = `${year}-${String(dayOfMonth).padStart(2, '0')}-${String(month).padStart(2, '0')}`;
    dated(swapped, 'day and month changed over');
  }
  dated(addDays(paper.date, random.pick([-9, -3, -1, 1, 2, 10])), 'another day');
  dated(addDays(paper.date, random.pick([-31, -61, 30, 61])), 'another month');
  const issuer = ['UBND tỉnh', 'Sở Nội vụ', 'Bộ Nội vụ'].find((name) => name !== paper.issuer) ?? '';
  found.push({ error: 'issuer-differs', what: 'another issuer', mention: { ...mention, issuer } });
  if (paper.type === 'Công văn')
    found.push({
      error: 'type-differs',
      what: 'a letter is called something else',
      mention: { ...mention, type: random.pick(['Báo cáo', 'Thông báo', 'Tờ trình']) },
    });
  const other = random.pick(titles.filter((title) => !paper.title.startsWith(title.slice(0, 12))));
  found.push({
    error: 'title-differs',
    what: 'another title',
    mention: { ...mention, title: other.replaceAll('{y}', String(year)) },
  });
  return found;
}
