import { isLocalDate, type LocalDate } from '#kernel/local-date.ts';
import { parsePeriod, type Period, periodBefore, yearsLater } from '#kernel/period/period.ts';
import { periodWords } from '#kernel/period/words.ts';
import { parseDate } from '#kernel/vietnamese/format.ts';
import type { When } from './nodes.ts';

const RELATIVE = {
  own: 'kỳ báo cáo',
  before: 'kỳ trước',
  comparison: 'kỳ so sánh',
  end: 'cuối kỳ',
  'year-before': 'cùng kỳ năm trước',
} as const;

/** A period in the words of a template; what `parseWhen` reads. */
export function whenWords(when: When): string {
  return when.kind === 'fixed' ? periodWords(when.period) : RELATIVE[when.kind];
}

/** `năm 2015`, `quý I/2020`, `tháng 3/2020`, `31/3/2020`, `giai đoạn 2011 - 2020`, `kỳ trước` …; null when it names no period. */
export function parseWhen(written: string): When | null {
  const words = written.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
  for (const [kind, name] of Object.entries(RELATIVE)) {
    // The keys of the table are the kinds.
    if (name === words) return { kind: kind as keyof typeof RELATIVE };
  }
  const period = readPeriod(words);
  return period === null ? null : { kind: 'fixed', period };
}

/** The period meant in a report; null when it is compared with nothing. */
export function resolveWhen(
  when: When,
  { period, comparison }: { readonly period: Period; readonly comparison: Period | null },
): Period | null {
  switch (when.kind) {
    case 'own':
      return period;
    case 'before':
      return periodBefore(period);
    case 'comparison':
      return comparison;
    case 'end':
      return { kind: 'instant', from: period.to, to: period.to };
    case 'year-before':
      return yearsLater(period, -1);
    case 'fixed':
      return when.period;
  }
}

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

type Reader = readonly [pattern: RegExp, code: (...parts: readonly string[]) => string];

/** Words and the code of the period they name. */
const READERS: readonly Reader[] = [
  [/^năm (\d{4})$/u, (year) => year ?? ''],
  [
    /^quý (i|ii|iii|iv|[1-4]) ?(?:năm |\/ ?)(\d{4})$/u,
    (quarter = '', year = '') => `${year}-Q${QUARTERS[quarter] ?? quarter}`,
  ],
  [
    /^tháng (\d{1,2}) ?(?:năm |\/ ?)(\d{4})$/u,
    (month = '', year = '') => `${year}-${month.padStart(2, '0')}`,
  ],
  [/^6 tháng (đầu|cuối) năm (\d{4})$/u, (half, year = '') => `${year}-H${half === 'đầu' ? 1 : 2}`],
  [
    /^(?:giai đoạn|từ năm) (\d{4}) ?(?:-|–|đến|đến năm) ?(\d{4})$/u,
    (from = '', to = '') => `${from}-01-01..${to}-12-31`,
  ],
  [/^từ (?:ngày )?([\d/]+) đến (?:ngày )?([\d/]+)$/u, (from = '', to = '') => `${dayOf(from)}..${dayOf(to)}`],
  [/^(?:ngày )?(\d{1,2}\/\d{1,2}\/\d{4})$/u, (day = '') => dayOf(day)],
];

function readPeriod(words: string): Period | null {
  for (const [pattern, code] of READERS) {
    const found = pattern.exec(words);
    if (found) return parsePeriod(code(...found.slice(1)));
  }
  return null;
}

/** Empty when there is no such day, which makes no period either. */
function dayOf(written: string): LocalDate {
  const day = parseDate(written);
  return day !== null && isLocalDate(day) ? day : '';
}
