/** Changes that are said, with the two ends they go between where those are said too. */
import type { Figure, FiguredPassage } from './figure.ts';

export type Change = {
  /** The amount or the percentage of the change; its `direction` says whether it grew. */
  readonly by: Figure;
  readonly from: Figure;
  readonly to: Figure;
  /** `stated`: the words tie both ends to the change; `found`: the earlier end was found by what it counts and its year. */
  readonly ends: 'stated' | 'found';
};

/** Changes of which both ends are known. Where several figures could be the later end, the one that fits is taken. */
export function changesIn(passages: readonly FiguredPassage[]): readonly Change[] {
  return passages.flatMap((figured) => {
    if (!figured.figures.some(({ direction }) => direction !== 0)) return [];
    return figured.figures.flatMap((by, index) => {
      if (by.direction === 0 || !by.isExact || by.outOf !== null) return [];
      const change = changeAt(figured, index, by);
      return change === null ? [] : [change];
    });
  });
}

/** How far around a change its ends are looked for, in figures. */
const FAR = 8;
const FARTHEST = 40;

function changeAt(figured: FiguredPassage, index: number, by: Figure): Change | null {
  const near = figured.figures.slice(Math.max(0, index - FAR), index + FAR);
  const inSentence = near.filter((figure) => isEnd(figure, by) && figure.sentence === by.sentence);
  const from = inSentence.find((figure) => isEarlier(figured, figure, by));
  if (from) {
    const to = later(figured, inSentence.filter((figure) => figure !== from && figure.unit === from.unit), { by, from }); // prettier-ignore
    return to === null ? null : { by, from, to, ends: 'stated' };
  }
  const before = inSentence.filter(({ start }) => start < by.start);
  const [first, second, ...others] = before;
  if (
    first &&
    second &&
    others.length === 0 &&
    first.unit === second.unit &&
    isInOrder(figured, first, second)
  ) {
    return { by, from: first, to: second, ends: 'stated' };
  }
  return foundChange(figured, index, by);
}

function isEnd(figure: Figure, by: Figure): boolean {
  const isSameUnit = by.role === 'percent' || by.unit === '' || figure.unit === by.unit || figure.unit === '';
  return figure.role === 'amount' && figure.isExact && isSameUnit && !isDuration(figure);
}

const DURATIONS = new Set(['năm', 'tháng', 'ngày', 'tuần', 'giờ', 'phút', 'tuổi', 'lần', 'quý']);

function isDuration({ unit }: Figure): boolean {
  return DURATIONS.has(unit);
}

/** The words right before say that it is the earlier end: "so với năm 2015 (", "từ", "cùng kỳ năm 2019:", or a year in a bracket. */
function isEarlier({ low, figures }: FiguredPassage, figure: Figure, by: Figure): boolean {
  const index = figures.indexOf(figure);
  const start = Math.max(figures[index - 1]?.unitEnd ?? 0, figure.start - 90);
  const before = low.slice(start, figure.start);
  if (/(?<!\p{L})so với[^.;)]*$/u.test(before)) return true;
  if (/(?<!\p{L})từ(?: mức| con số)? $/u.test(before)) return /(?<!\p{L})(?:lên|xuống|còn|đến)(?!\p{L})/u.test(low.slice(figure.unitEnd, figure.unitEnd + 120)); // prettier-ignore
  return (
    figure.bracket === by.bracket &&
    /\((?:cùng kỳ )?(?:năm|quý|tháng|6 tháng|kỳ|giai đoạn|cùng kỳ)[^():;]*(?::| là| có| đạt) $/.test(before)
  );
}

/** "Năm 2015 … 120 hồ sơ; đến năm 2020 … 150 hồ sơ, tăng 30 hồ sơ": two different times, in this order. */
function isInOrder({ low }: FiguredPassage, first: Figure, second: Figure): boolean {
  const isOlder = first.period !== null && second.period !== null && first.period.to < second.period.to;
  const between = low.slice(first.unitEnd, second.start);
  return isOlder && second.start - first.end < 200 && !/trong đó|bao gồm|(?<!\p{L})gồm/u.test(between);
}

type Ends = { readonly by: Figure; readonly from: Figure };

/** The later end: the nearest of those that make the change, otherwise the nearest before it. */
function later(figured: FiguredPassage, candidates: readonly Figure[], { by, from }: Ends): Figure | null {
  const fitting = candidates.find((to) => follows({ by, from, to }));
  if (fitting) return fitting;
  const before = candidates.filter(({ start }) => start < by.start).at(-1);
  const behind = candidates.find(({ start }) => start > by.start);
  // "…, đạt 150 hồ sơ" and "lên 150 hồ sơ" behind the change name its later end.
  const isNamed = behind && /(?:đạt|còn|lên|là|nâng tổng số lên) $/.test(figured.low.slice(Math.max(0, behind.start - 24), behind.start)); // prettier-ignore
  return (isNamed ? behind : undefined) ?? before ?? null;
}

/** `77 biên chế (giảm 7 so với năm 2015)`: the earlier end is what the same words counted in that year, further up. */
function foundChange({ figures, low }: FiguredPassage, index: number, by: Figure): Change | null {
  const to = figures[index - 1];
  const base = /^ ?(?:\p{L}+ ){0,3}?so với (?:cùng kỳ )?(?:năm )?((?:19|20)\d{2})(?!\d)/u.exec(
    low.slice(by.unitEnd, by.unitEnd + 60),
  )?.[1];
  if (!to || base === undefined || to.role !== 'amount' || !to.isExact || by.start - to.unitEnd > 24)
    return null;
  if (by.unit !== '' && to.unit !== '' && by.unit !== to.unit && by.role !== 'percent') return null;
  const key = subjectKey(to);
  const from = figures
    .slice(Math.max(0, index - FARTHEST), index)
    .findLast(
      (figure) =>
        figure !== to &&
        figure.role === 'amount' &&
        figure.isExact &&
        figure.depth === to.depth &&
        figure.period?.to.startsWith(base) === true &&
        subjectKey(figure) === key,
    );
  return from === undefined || key === '' ? null : { by, from, to, ends: 'found' };
}

/** Words that only lead up to a number. */
const LEADING =
  /(?:^| )(?:trong do|trong|do|gom|co|la|duoc|giao|dat|tong|so|nam|den|thang|tinh|hien nay|va|con lai|chia ra|cu the|bao gom|thuc hien|\d[\d./-]*)(?= |$)/g;

/** What a figure counts, for finding the same again: the words before it, or else those behind it. */
export function subjectKey({ subject, object }: Figure): string {
  const bare = (words: string): string => words.replace(LEADING, ' ').replace(/\s+/g, ' ').trim();
  const before = bare(subject);
  return before === '' ? bare(object) : before;
}

/** Whether the change is what lies between its ends, as far as rounding allows. */
export function follows({ by, from, to }: Pick<Change, 'by' | 'from' | 'to'>): boolean {
  const difference = to.value - from.value;
  const said = by.direction * by.value;
  if (by.role === 'percent') {
    if (from.value === 0) return true;
    const share = (difference / from.value) * 100;
    // Cut off or rounded, and the ends themselves may be rounded.
    const slack = by.grain + ((from.grain + to.grain) / 2 / from.value) * (from.grain === 1 ? 0 : 100);
    return Math.abs(share - said) < slack + 1e-9;
  }
  const grain = Math.max(by.grain, from.grain, to.grain);
  return Math.abs(difference - said) <= (grain === 1 ? 0 : grain * 1.5) + 1e-9;
}
