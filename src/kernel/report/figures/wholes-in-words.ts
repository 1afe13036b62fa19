/** Wholes and parts within the words of one passage. */
import { type Cue, cuesIn } from './cues.ts';
import type { Figure, FiguredPassage } from './figure.ts';
import { boundaryIndex, closingOf } from './sentences.ts';
import { type Claim, claimOf, gapOf, isPart, partitionsOf, type Whole } from './whole.ts';

/** How many figures back a whole is looked for, and how many parts it may have: the work stays linear in hostile texts. */
const FAR = 20;
const MOST_PARTS = 120;

/** Where parts may stand: figures from one index up to another, in the same bracket. */
type Region = { readonly start: number; readonly end: number; readonly bracket: number };

/** What one passage says of wholes: behind cues ("trong đó", "gồm"), in brackets, "trong tổng số …", and sums behind their parts. */
export function wholesInWords(figured: FiguredPassage): readonly Whole[] {
  const { figures, low } = figured;
  if (figures.length < 2 || figured.passage.kind === 'table-row') return [];
  const closes = closingOf(figured.passage.text);
  const cues = cuesIn(
    low,
    figures.map(({ start }) => start),
  );
  const found: Whole[] = [];
  const wholeOfPart = new Map<Figure, Figure>();
  const add = (wholes: readonly Whole[]): void => {
    for (const one of wholes) {
      found.push(one);
      for (const part of one.parts) if (!wholeOfPart.has(part)) wholeOfPart.set(part, one.whole);
    }
  };
  for (const [index, cue] of cues.entries())
    add(behindCue({ figured, closes, cues, index, cue, wholeOfPart }));
  for (const [index, figure] of figures.entries()) {
    add(inBracket({ figured, closes, cues, index, figure }));
    add(ofTotal({ figured, cues, index, figure, wholeOfPart }));
    add(summedUp({ figured, index, figure, wholeOfPart }));
  }
  return found;
}

type AtCue = {
  readonly figured: FiguredPassage;
  readonly closes: ReadonlyMap<number, number>;
  readonly cues: readonly Cue[];
  readonly index: number;
  readonly cue: Cue;
  readonly wholeOfPart: ReadonlyMap<Figure, Figure>;
};

function behindCue({ figured, closes, cues, index, cue, wholeOfPart }: AtCue): readonly Whole[] {
  const region = regionOf(figured, cue, closes);
  const candidates = wholesBefore(figured, cue, wholeOfPart);
  const options = candidates.map((whole) => ({
    whole,
    parts: partsIn(figured, { region, cues, index, whole }),
  }));
  const nearest = options
    .filter(({ parts }) => parts.length > 0)
    .toSorted((a, b) => distance(a.whole, a.parts) - distance(b.whole, b.parts))[0];
  return nearest === undefined ? [] : wholesOf(nearest.whole, nearest.parts, cue.isAll ? 'all' : 'likely');
}

/** A single part is measured against the larger of the wholes it may belong to. */
function distance(whole: Figure, parts: readonly Figure[]): number {
  return parts.length === 1 ? -whole.value : Math.abs(gapOf(whole, parts));
}

/** The row of parts as the partitions it says. */
function wholesOf(whole: Figure, parts: readonly Figure[], said: Claim): readonly Whole[] {
  const clauses = [...Map.groupBy(parts, ({ clause }) => clause).values()];
  return partitionsOf(whole, clauses).map((partition) => ({
    whole,
    parts: partition,
    claim: whole.isExact ? claimOf(said, whole, partition) : 'some',
    kind: 'words',
  }));
}

/** To the end of the bracket in which the cue stands, or of its sentence. */
function regionOf(
  { figures, passage, sentenceEnds }: FiguredPassage,
  cue: Cue,
  closes: ReadonlyMap<number, number>,
): Region {
  const next = figures[firstFrom(figures, cue.end)];
  const close = next === undefined ? undefined : closes.get(next.bracket);
  const bracket = next?.bracket ?? -1;
  const isInside = bracket !== -1 && bracket < cue.start && close !== undefined && close > cue.end;
  if (isInside) return { start: cue.end, end: close, bracket };
  const sentence = sentenceEnds[boundaryIndex(sentenceEnds, cue.start)] ?? passage.text.length;
  // "trong đó (nghị quyết 40 văn bản, quyết định 12 văn bản)": the bracket begins right behind the cue.
  const isRightBehind = bracket !== -1 && passage.text.slice(cue.end, bracket).trim().length < 2;
  if (isRightBehind && close !== undefined) return { start: bracket, end: close, bracket };
  return { start: cue.end, end: sentence, bracket: bracketOpenAt(figures, cue, closes) };
}

function bracketOpenAt(figures: readonly Figure[], cue: Cue, closes: ReadonlyMap<number, number>): number {
  const last = figures[firstFrom(figures, cue.start) - 1];
  const close = last === undefined ? undefined : closes.get(last.bracket);
  return last !== undefined && close !== undefined && close > cue.start ? last.bracket : -1;
}

/** The figure before a cue and, where that is itself a part, the whole it belongs to; nearest first. */
function wholesBefore(
  figured: FiguredPassage,
  cue: Cue,
  wholeOfPart: ReadonlyMap<Figure, Figure>,
): readonly Figure[] {
  const { figures, sentenceEnds } = figured;
  const sentence = boundaryIndex(sentenceEnds, cue.start);
  const sentenceStart = sentenceEnds[sentence - 1] ?? 0;
  // A sentence that says something before its cue speaks of a whole of its own.
  const isAtHead = cue.start - sentenceStart < 4;
  const nearest = firstFrom(figures, cue.start) - 1;
  for (let index = nearest; index >= Math.max(0, nearest - FAR); index -= 1) {
    const figure = figures[index];
    if (!figure || sentence - figure.sentence > (isAtHead ? (cue.isDivision ? 2 : 1) : 0)) return [];
    if (figure.role !== 'amount' || isAside(figured, figure, cue)) continue;
    const outer = wholeOfPart.get(figure);
    if (outer === undefined) return [figure];
    return cue.isDivision || figure.sentence !== sentence ? [outer] : [figure, outer];
  }
  return [];
}

/** Figures in a bracket that is closed before the cue say something beside: `450 hồ sơ (cùng kỳ 400 hồ sơ), trong đó`. */
function isAside({ passage }: FiguredPassage, figure: Figure, cue: Cue): boolean {
  return (
    figure.bracket !== -1 &&
    passage.text.slice(figure.end, Math.min(cue.start, figure.end + 400)).includes(')')
  );
}

type Wanted = {
  readonly region: Region;
  readonly cues: readonly Cue[];
  readonly index: number;
  readonly whole: Figure;
};

/** Figures of the region that can be parts, without those of parts of parts. */
function partsIn({ figures }: FiguredPassage, { region, cues, index, whole }: Wanted): readonly Figure[] {
  const parts: Figure[] = [];
  const nested = cues.slice(index + 1, index + 40).filter(({ start }) => start < region.end);
  let skipped = -1;
  const first = firstFrom(figures, region.start);
  for (let at = first; at < Math.min(figures.length, first + MOST_PARTS); at += 1) {
    const figure = figures[at];
    if (!figure || figure.start >= region.end) break;
    while (nested[0] && nested[0].start < figure.start) {
      nested.shift();
      if (parts.length > 0) skipped = figure.clause;
    }
    const isInRow = figure.bracket === region.bracket && figure.clause !== skipped;
    if (isInRow && isPart(figure, whole)) parts.push(figure);
  }
  return parts;
}

type AtFigure = {
  readonly figured: FiguredPassage;
  readonly index: number;
  readonly figure: Figure;
};

const NO_PARTITION = /kế hoạch|chỉ tiêu|cùng kỳ|năm trước|so với|tăng|giảm|được giao|chưa sử dụng|còn thiếu/;

/** `500 hồ sơ (trực tuyến: 300; trực tiếp: 200)`. */
function inBracket({
  figured,
  closes,
  cues,
  index,
  figure,
}: AtFigure & {
  readonly closes: ReadonlyMap<number, number>;
  readonly cues: readonly Cue[];
}): readonly Whole[] {
  // prettier-ignore
  const next = figured.figures[index + 1];
  if (figure.role !== 'amount' || !next || next.bracket <= figure.start) return [];
  const end = closes.get(next.bracket);
  const text = figured.low;
  if (
    end === undefined ||
    next.bracket - figure.unitEnd > 80 ||
    /[.;:,]/.test(text.slice(figure.unitEnd, next.bracket))
  )
    return [];
  if (NO_PARTITION.test(text.slice(next.bracket, Math.min(end, next.bracket + 300)))) return [];
  if (hasCueBetween(cues, figure.start, end)) return [];
  const region = { start: next.bracket, end, bracket: next.bracket };
  const parts = partsIn(figured, { region, cues: [], index: 0, whole: figure });
  return parts.length < 2 ? [] : wholesOf(figure, parts, 'likely');
}

type AtFigureWithParts = AtFigure & { readonly wholeOfPart: ReadonlyMap<Figure, Figure> };

/** `Trong tổng số 500 hồ sơ đã tiếp nhận, có 300 hồ sơ trực tuyến, còn lại 200 hồ sơ trực tiếp.` */
function ofTotal({
  figured,
  cues,
  index,
  figure,
  wholeOfPart,
}: AtFigureWithParts & { readonly cues: readonly Cue[] }): readonly Whole[] {
  const { low, figures, sentenceEnds, passage } = figured;
  const before = low.slice(Math.max(0, figure.start - 24), figure.start);
  if (figure.role !== 'amount' || !/(?<!\p{L})trong(?: tổng)?(?: số)? $/u.test(before)) return [];
  const end = sentenceEnds[figure.sentence] ?? passage.text.length;
  const region = { start: figure.unitEnd, end, bracket: figure.bracket };
  if (hasCueBetween(cues, figure.start, end)) return [];
  const parts = partsIn(figured, { region, cues: [], index: 0, whole: figure });
  const first = figures[index + 1];
  if (parts.length === 0 || first === undefined || wholeOfPart.has(first)) return [];
  const hasRest = /còn lại|còn có|số còn/.test(low.slice(figure.end, end));
  return hasRest ? wholesOf(figure, parts, 'all') : wholesOf(figure, parts.slice(0, 1), 'some');
}

/** `… 300 hồ sơ trực tuyến và 200 hồ sơ trực tiếp, tổng cộng 500 hồ sơ.` */
function summedUp({ figured, index, figure, wholeOfPart }: AtFigureWithParts): readonly Whole[] {
  const before = figured.low.slice(Math.max(0, figure.start - 30), figure.start);
  const isSum = /(?:tổng cộng|cộng chung|tính chung|tổng số|cộng lại|tổng)(?: là| có| được| đạt|:)* $/.test(
    before,
  );
  if (figure.role !== 'amount' || !isSum || /trên tổng/.test(before)) return [];
  const row = figured.figures.slice(Math.max(0, index - 40), index);
  const parts = row.filter(
    (part) => part.sentence === figure.sentence && part.bracket === figure.bracket && isPart(part, figure) && !wholeOfPart.has(part), // prettier-ignore
  );
  return parts.length < 2 ? [] : wholesOf(figure, parts, 'all');
}

function hasCueBetween(cues: readonly Cue[], start: number, end: number): boolean {
  const next = cues[firstFrom(cues, start)];
  return next !== undefined && next.start < end;
}

/** Index of the first figure or cue at or behind an offset. */
export function firstFrom(figures: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((figures[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
