/** Which time each figure of a passage is of, by the times that are said before and right behind it. */
import type { Figure, FiguredPassage } from './figure.ts';
import { bracketsIn } from './sentences.ts';
import type { Time } from './times.ts';

type Stretch = NonNullable<Figure['period']>;

/** `so với năm 2015` tells of the other end of a change. */
const AGAINST = /(?:so với|với|cùng kỳ|so) (?:cùng kỳ |thời điểm |giai đoạn )?(?:của )?(?:năm )?$/;
/** What may stand between a figure and the time behind it: `120 hồ sơ (cùng kỳ năm 2019)`. */
const RIGHT_BEHIND = /^ ?\(?(?:cùng kỳ |trong |vào |của |ở |tại )?(?:cùng kỳ )?$/;

/** A time in a bracket holds for what stands in the same bracket; what is said of no sentence goes on from the one before. */
export function withPeriods(figured: FiguredPassage): FiguredPassage {
  const { low, times } = figured;
  const dated = times.flatMap((time) => (time.from === null || time.to === null ? [] : [{ ...time, period: { from: time.from, to: time.to } }])); // prettier-ignore
  if (dated.length === 0) return figured;
  const brackets = bracketsIn(low, dated.map(({ start }) => start)).map(({ start }) => start); // prettier-ignore
  const current: { outside: Stretch | null; inside: Stretch | null; bracket: number } = {
    outside: null,
    inside: null,
    bracket: -1,
  };
  let next = 0;
  const figures = figured.figures.map((figure): Figure => {
    for (; next < dated.length && (dated[next]?.start ?? 0) < figure.start; next += 1) {
      const time = dated[next];
      if (!time || AGAINST.test(low.slice(Math.max(0, time.start - 40), time.start))) continue;
      const bracket = brackets[next] ?? -1;
      if (bracket === -1) current.outside = time.period;
      else Object.assign(current, { inside: time.period, bracket });
    }
    const behind = timeBehind(low, figure, dated[next]);
    const before =
      figure.bracket !== -1 && figure.bracket === current.bracket ? current.inside : current.outside;
    return { ...figure, period: behind ?? before };
  });
  return { ...figured, figures };
}

function timeBehind(
  low: string,
  figure: Figure,
  time: (Time & { readonly period: Stretch }) | undefined,
): Stretch | null {
  if (!time || time.start - figure.unitEnd > 24) return null;
  return RIGHT_BEHIND.test(low.slice(figure.unitEnd, time.start)) ? time.period : null;
}
