/** Stretches of time that sentences name: `giai đoạn 2011-2020`, `quý I/2020`, `6 tháng đầu năm 2020`, `năm 2019`. */
import type { LocalDate } from '#kernel/local-date.ts';
import { addDays } from '#kernel/local-date.ts';
import type { Passage, Place } from '../schema.ts';

export type PeriodFound = {
  readonly start: number;
  readonly end: number;
  readonly kind: 'years' | 'year' | 'half-year' | 'quarter' | 'months';
  /** First and last day; `to` before `from` when the text has them the wrong way round. */
  readonly from: LocalDate;
  readonly to: LocalDate;
};

export type WrittenPeriod = PeriodFound & Place;

const YEAR = String.raw`(?:19|20)\d{2}(?!\d)`;

const PERIOD = new RegExp(
  [
    String.raw`(?<!\p{L})(?:giai đoạn|thời kỳ|nhiệm kỳ|kỳ|trong) ?:? ?(?:từ )?(?:năm )?(?<f1>${YEAR}) ?(?:-|–|—|đến|tới) ?(?:hết )?(?:năm )?(?<t1>${YEAR})`,
    String.raw`(?<!\p{L})từ (?:đầu )?năm (?<f2>${YEAR}) ?(?:-|–|—|,? ?đến|,? ?tới) ?(?:hết |cuối )?(?:năm )?(?<t2>${YEAR})`,
    String.raw`(?<!\p{L})(?:năm )?(?<![\d/.,-])(?<f3>${YEAR}) ?[-–—] ?(?<t3>${YEAR})(?![/.-]\d)`,
    String.raw`(?<!\p{L})quý ?(?<q>IV|I{1,3}|[1-4]) ?(?:/|-|,? ?năm) ?(?<yq>${YEAR})`,
    String.raw`(?<!\p{L})(?<![\d.,])(?<n>0?[369]|1[12]) tháng ?(?<part>đầu năm|cuối năm|năm|/|-) ?(?<yn>${YEAR})`,
    String.raw`(?<!\p{L})(?:cả |trong )?năm ?(?<y>${YEAR})(?! ?[-–—/] ?\d)`,
  ].join('|'),
  'giu',
);

export function periodsIn(text: string): readonly PeriodFound[] {
  return [...text.matchAll(PERIOD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    ...spanOf(match.groups ?? {}),
  }));
}

export function readPeriods(passages: readonly Passage[]): readonly WrittenPeriod[] {
  return passages.flatMap(({ index, text }) =>
    periodsIn(text).map((found) => ({ ...found, passage: index })),
  );
}

type Groups = Readonly<Record<string, string | undefined>>;

function spanOf(groups: Groups): Pick<PeriodFound, 'kind' | 'from' | 'to'> {
  const { q, yq, n, part, yn, y } = groups;
  if (q !== undefined && yq !== undefined) {
    const quarter = /\d/.test(q) ? Number(q) : QUARTERS.indexOf(q.toUpperCase()) + 1;
    return { kind: 'quarter', ...months(yq, quarter * 3 - 2, quarter * 3) };
  }
  if (n !== undefined && yn !== undefined) {
    const count = Number(n);
    const isLast = part?.toLowerCase().startsWith('cuối') ?? false;
    const span = isLast ? months(yn, 13 - count, 12) : months(yn, 1, count);
    return { kind: count === 6 ? 'half-year' : 'months', ...span };
  }
  if (y !== undefined) return { kind: 'year', ...months(y, 1, 12) };
  const from = groups['f1'] ?? groups['f2'] ?? groups['f3'] ?? '';
  const to = groups['t1'] ?? groups['t2'] ?? groups['t3'] ?? from;
  return { kind: 'years', from: `${from}-01-01`, to: `${to}-12-31` };
}

const QUARTERS = ['I', 'II', 'III', 'IV'];

function months(
  year: string,
  first: number,
  last: number,
): { readonly from: LocalDate; readonly to: LocalDate } {
  const two = (month: number): string => String(month).padStart(2, '0');
  const next = last === 12 ? `${Number(year) + 1}-01-01` : `${year}-${two(last + 1)}-01`;
  return { from: `${year}-${two(first)}-01`, to: addDays(next, -1) };
}
