/** The day a report was made on and the time it is about, as far as it says so itself. */
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts';
import { datesIn } from '../dates/written.ts';
import type { WrittenPeriod } from '../dates/periods.ts';
import type { OwnFrame, Passage } from '../schema.ts';

/** The title stands near the head; what is further down speaks of other times. */
const HEAD_PASSAGES = 25;

export function readFrame(
  lines: readonly string[],
  passages: readonly Passage[],
  periods: readonly WrittenPeriod[],
): OwnFrame {
  return { date: placeDate(passages) ?? stampDate(lines), period: ownPeriod(passages, periods) };
}

/** `An Lão, ngày 28 tháng 4 năm 2020` under the national title, before the text begins. */
function placeDate(passages: readonly Passage[]): LocalDate | null {
  for (const { text } of passages.slice(0, HEAD_PASSAGES)) {
    if (text.length > 200) continue;
    const found = /(?:^|[\t ])\p{Lu}[\p{L} .-]{1,40}, ?(?=ngày)/u.exec(text);
    if (!found) continue;
    const [date] = datesIn(text.slice(found.index + found[0].length));
    if (date?.start === 0 && date.date !== null) return date.date;
  }
  return null;
}

const STAMP = /(?<!\d)(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}/;
const SIGNED = /(?:Ngày ký|Thời gian ký|Ký ngày|ký ngày) ?:? ?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/;

/** The first time stamp of an electronic signature: whoever signs first signs the text itself. */
function stampDate(lines: readonly string[]): LocalDate | null {
  const dates = lines.flatMap((line) => {
    const stamp = STAMP.exec(line)?.[1];
    const [, day = '', month = '', year = ''] = SIGNED.exec(line) ?? [];
    const date = stamp ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isLocalDate(date) ? [date] : [];
  });
  return dates.toSorted()[0] ?? null;
}

/** Of the periods in the title the longest: `tổng kết 10 năm giai đoạn 2011 - 2020 và phương hướng năm 2021`. */
function ownPeriod(passages: readonly Passage[], periods: readonly WrittenPeriod[]): OwnFrame['period'] {
  const title = titlePassages(passages);
  const found = periods.filter(({ passage }) => title.has(passage));
  const [first] = found;
  if (!first) return null;
  const { from, to } = found.find(({ kind }) => kind === 'years') ?? first;
  return from <= to ? { from, to } : null;
}

const LONGEST_TITLE = 3;

/** `BÁO CÁO` and what stands under it, or the first headline when there is no such word. */
function titlePassages(passages: readonly Passage[]): ReadonlySet<number> {
  const head = passages.slice(0, HEAD_PASSAGES);
  const named = head.find(({ kind, text }) => kind === 'heading' && /^(?:BÁO CÁO|PHỤ LỤC)/.test(text));
  const start = named ?? head.find(({ kind }) => kind === 'heading');
  if (!start) return new Set();
  const below = passages
    .slice(start.index, start.index + LONGEST_TITLE)
    .filter(
      ({ kind, text }) => kind === 'heading' && text.length < 400 && !/^(?:Phần|PHẦN|I\.|1\.)/.test(text),
    );
  return new Set(below.map(({ index }) => index));
}
