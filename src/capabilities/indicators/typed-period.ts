import { parseDate } from '#kernel/vietnamese/format.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { parsePeriod, type Period } from '#kernel/period/period.ts';

const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

/**
 * A period as people write it: `2020`, `năm 2020`, `quý I/2020`, `tháng 3 năm 2020`, `6 tháng đầu năm 2020`, `31/3/2020`,
 * `2011 - 2020`, `từ ngày 1/1/2011 đến ngày 31/3/2020`, or by its code. Null when it is none of these.
 */
export function typedPeriod(text: string): Period | null {
  const words = fold(text).trim().replaceAll(/\s+/g, ' ');
  return parsePeriod(text.trim().toUpperCase()) ?? inWords(words);
}

function inWords(words: string): Period | null {
  const parts = /^(?:tu )?(?:ngay |giai doan |nam )?(\S+) ?(?:-|–|den) ?(?:het )?(?:ngay |nam )?(\S+)$/.exec(
    words,
  );
  if (parts) {
    const range = rangeOf(parts[1] ?? '', parts[2] ?? '');
    if (range) return range;
  }
  const date = dayOf(words.replace(/^ngay /, ''));
  if (date !== null) return parsePeriod(date);
  return regular(words);
}

function regular(words: string): Period | null {
  const [, quarter, ofQuarter] = /^quy ?(iv|i{1,3}|[1-4]) ?(?:\/|nam|-)? ?(\d{4})$/.exec(words) ?? [];
  if (quarter) return parsePeriod(`${ofQuarter}-Q${ROMAN[quarter] ?? quarter}`);
  const [, half, ofHalf] = /^(?:6|sau) thang (dau|cuoi) ?(?:nam|\/)? ?(\d{4})$/.exec(words) ?? [];
  if (half) return parsePeriod(`${ofHalf}-H${half === 'dau' ? 1 : 2}`);
  const [, month, ofMonth] = /^(?:thang )?(\d{1,2}) ?(?:\/|nam|-) ?(\d{4})$/.exec(words) ?? [];
  if (month) return parsePeriod(`${ofMonth}-${month.padStart(2, '0')}`);
  const [, year] = /^(?:ca )?nam (\d{4})$/.exec(words) ?? [];
  return year ? parsePeriod(year) : null;
}

function rangeOf(first: string, last: string): Period | null {
  const from = /^\d{4}$/.test(first) ? `${first}-01-01` : dayOf(first);
  const to = /^\d{4}$/.test(last) ? `${last}-12-31` : dayOf(last);
  return from !== null && to !== null ? parsePeriod(`${from}..${to}`) : null;
}

function dayOf(text: string): string | null {
  const period = parsePeriod(text);
  return period?.kind === 'instant' ? period.from : parseDate(text);
}
