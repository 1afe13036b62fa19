/** Percentages that are said with what they are the share of. */
import type { Figure, FiguredPassage } from './figure.ts';
import type { Whole } from './whole.ts';

export type Share = {
  readonly percent: Figure;
  readonly part: number;
  readonly whole: number;
  /** Where part and whole stand. */
  readonly ends: readonly Figure[];
};

/** `12/13 … đạt 92,3%`, `12 người trên tổng số 13 người, chiếm 92,3%`, `Trong 13 người, có 12 … (92,3%)`, parts of wholes. */
export function sharesIn(passages: readonly FiguredPassage[], wholes: readonly Whole[]): readonly Share[] {
  const wholeOf = new Map(wholes.flatMap(({ whole, parts }) => parts.map((part) => [part, whole] as const)));
  return passages.flatMap((figured) =>
    figured.figures.flatMap((percent, index) => {
      if (percent.role !== 'percent' || percent.direction !== 0 || !percent.isExact) return [];
      const share = shareAt(figured, { index, percent, wholeOf });
      return share === null ? [] : [share];
    }),
  );
}

type At = { readonly index: number; readonly percent: Figure; readonly wholeOf: ReadonlyMap<Figure, Figure> };

function shareAt(figured: FiguredPassage, { index, percent, wholeOf }: At): Share | null {
  const { figures, low } = figured;
  const before = figures[index - 1];
  const behind = figures[index + 1];
  const ratio = [before, behind].find((figure) => figure?.outOf != null && isTied(figured, figure, percent));
  if (ratio?.outOf != null) {
    return isOfPlan(low, percent) ? null : { percent, part: ratio.value, whole: ratio.outOf, ends: [ratio] };
  }
  if (!before || !isTied(figured, before, percent) || before.role !== 'amount' || isOfPlan(low, percent))
    return null;
  return ofTwo(figured, { index, percent, wholeOf });
}

/** In one sentence, with no more than a few words between. */
function isTied({ low }: FiguredPassage, figure: Figure, percent: Figure): boolean {
  const [first, second] = figure.start < percent.start ? [figure, percent] : [percent, figure];
  const between = low.slice(first.unitEnd, second.start);
  return figure.sentence === percent.sentence && between.length < 160 && !/;/.test(between);
}

const PLAN =
  /kế hoạch|chỉ tiêu|dự toán|nghị quyết|so với|cùng kỳ|năm trước|vượt|mục tiêu|tăng trưởng|định mức|nhu cầu|khả năng/;

/** A share of a plan or of an earlier year is measured against something else than the whole. Looks within the clause. */
export function isOfPlan(low: string, percent: Figure): boolean {
  const before = low.slice(Math.max(0, percent.start - 60), percent.start);
  const behind = low.slice(percent.unitEnd, percent.unitEnd + 60);
  return PLAN.test(before.slice(before.search(/[^.;]*$/))) || PLAN.test(/^[^.;]*/.exec(behind)?.[0] ?? '');
}

function ofTwo({ figures, low }: FiguredPassage, { index, percent, wholeOf }: At): Share | null {
  const last = figures[index - 1];
  const earlier = figures[index - 2];
  if (!last) return null;
  const lead = low.slice(Math.max(last.unitEnd, percent.start - 40), percent.start);
  const saysShare = /(?:chiếm|đạt|tỷ lệ|tỉ lệ|bằng|tương ứng|tương đương|\()(?: \p{L}+){0,4}:? ?$/u.test(
    lead,
  );
  const whole = wholeOf.get(last);
  if (
    whole &&
    saysShare &&
    (last.bracket !== percent.bracket) === low.slice(last.unitEnd, percent.start).includes('(')
  ) {
    return share(percent, last, whole);
  }
  if (!earlier || earlier.role !== 'amount' || earlier.sentence !== percent.sentence || !saysShare)
    return null;
  const between = low.slice(earlier.unitEnd, last.start);
  // "12 người trên tổng số 13 người, chiếm …"
  if (/(?:trên|trong)(?: tổng)?(?: số)? $/.test(between)) return share(percent, earlier, last);
  // "Trong 13 người, có 12 người …, chiếm …"
  const isOf = /(?<!\p{L})(?:trong|trên)(?: tổng)?(?: số)? $/u.test(
    low.slice(Math.max(0, earlier.start - 24), earlier.start),
  );
  return isOf && earlier.unit === last.unit ? share(percent, last, earlier) : null;
}

function share(percent: Figure, part: Figure, whole: Figure): Share | null {
  const isSure = part.isExact && whole.isExact && whole.value > 0;
  return isSure ? { percent, part: part.value, whole: whole.value, ends: [part, whole] } : null;
}

/** The share of part and whole in per cent. */
export function shareOf({ part, whole }: Pick<Share, 'part' | 'whole'>): number {
  return (part / whole) * 100;
}

/** Whether the percentage is that of its part and whole: rounded or cut off at its last digit, and ends may be rounded. */
export function isShareRight({ percent, part, whole, ends }: Share): boolean {
  if (whole === 0) return true;
  const grain = Math.max(...ends.map((end) => end.grain));
  const slack = grain === 1 ? 0 : (grain / whole) * 100;
  return Math.abs(shareOf({ part, whole }) - percent.value) < percent.grain + slack + 1e-9;
}
