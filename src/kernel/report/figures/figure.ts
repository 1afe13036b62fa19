/** Figures of one passage: numbers that count something, with the unit, the words around them and the time they are of. */
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Passage, Place, ReadFigure } from '../schema.ts';
import { endsName, isPartOfCode, spansWithoutFigures } from './not-figures.ts';
import { type NumberFault, numbersIn, type WrittenNumber } from './numbers.ts';
import { withPeriods } from './of-time.ts';
import { type Bracket, boundaryIndex, bracketsIn, clauseEndsIn, sentenceEndsIn } from './sentences.ts';
import { type Time, timesIn } from './times.ts';
import { type Unit, unitAt } from './units.ts';

/** What a figure is in its sentence: something counted, by how much it changed, or a percentage. */
export type FigureRole = 'amount' | 'change' | 'percent';

export type Figure = ReadFigure & {
  readonly role: FigureRole;
  /** +1 for `tăng`, -1 for `giảm`, where the role is a change or a percentage of change; else 0. */
  readonly direction: -1 | 0 | 1;
  /** The second number of `12/13`; null where there is none. */
  readonly outOf: number | null;
  /** The worth of the last digit written: 0.1 for `98,4`. */
  readonly grain: number;
  readonly isExact: boolean;
  readonly unitIsKnown: boolean;
  /** Offset behind the number's unit. */
  readonly unitEnd: number;
  /** The words behind the unit, folded, up to the next boundary or number: `qua han`. */
  readonly object: string;
  readonly fault: NumberFault | null;
  /** How the number ought to be written, where that is known. */
  readonly right: string;
  /** Of a range, what stands behind "đến"; null for a single number. */
  readonly rangeTo: number | null;
  /** Where the bracket begins in which it stands; -1 outside of any. */
  readonly bracket: number;
  readonly depth: number;
  readonly sentence: number;
  readonly clause: number;
};

/** A passage with its figures in order and what rules need to look at the words between them. */
export type FiguredPassage = {
  readonly passage: Passage;
  /** The text in lower case, of the same length. */
  readonly low: string;
  readonly figures: readonly Figure[];
  readonly times: readonly Time[];
  readonly sentenceEnds: readonly number[];
};

/** Reads the figures of a passage; numbers in the places given (documents, dates, numbering) are none. */
export function figuresIn(passage: Passage, others: readonly Pick<Place, 'start' | 'end'>[]): FiguredPassage {
  const { text } = passage;
  const low = lowerCase(text);
  const times = timesIn(low);
  const sentenceEnds = sentenceEndsIn(text);
  const numbers = countingNumbers({ text, low, covered: coverOf(low, [...times, ...others]) });
  const starts = numbers.map(({ start }) => start);
  const brackets = bracketsIn(text, starts);
  const clauseEnds = clauseEndsIn(text);
  const figures = numbers.map((number, index) => ({
    passage: passage.index,
    ...spokenOf(low, numbers, index),
    ...bracketOf(brackets[index]),
    sentence: boundaryIndex(sentenceEnds, number.start),
    clause: boundaryIndex(clauseEnds, number.start),
  }));
  return withPeriods({ passage, low, figures, times, sentenceEnds });
}

function bracketOf(inside: Bracket | undefined): Pick<Figure, 'bracket' | 'depth'> {
  return { bracket: inside?.start ?? -1, depth: inside?.depth ?? 0 };
}

type Counting = WrittenNumber & {
  readonly unit: Unit;
  readonly outOf: number | null;
  readonly rangeTo: number | null;
};

type Spoken = Omit<Figure, 'passage' | 'bracket' | 'depth' | 'sentence' | 'clause'>;

/** A number with the words before and behind it. */
function spokenOf(low: string, numbers: readonly Counting[], index: number): Spoken {
  const number = numbers[index];
  if (!number) throw new RangeError(`no number ${index}`);
  const { start, end, written, unit, outOf, fault, right } = number;
  const previousEnd = numbers[index - 1]?.unit.end ?? 0;
  const behindEnd = Math.min(numbers[index + 1]?.start ?? low.length, unit.end + 120);
  const before = low.slice(Math.max(previousEnd, start - 40), start);
  const value = scaled(number.value, unit.scale);
  const rangeTo = number.rangeTo === null ? null : scaled(number.rangeTo, unit.scale);
  const bounds = rangeTo === null ? boundsOf(value, before) : { from: value, to: rangeTo };
  const direction = directionOf(before);
  return {
    start,
    end,
    written,
    value,
    bounds,
    outOf,
    fault,
    right,
    rangeTo,
    direction,
    unit: unit.name,
    unitIsKnown: unit.isKnown,
    unitEnd: unit.end,
    role: unit.name === '%' ? 'percent' : direction === 0 ? 'amount' : 'change',
    grain: number.grain * unit.scale,
    isExact: bounds.from === value && bounds.to === value,
    subject: wordsBefore(low, previousEnd, start),
    object: fold(upToBoundary(low.slice(unit.end, behindEnd))),
    period: null,
  };
}

const scaled = (value: number, scale: number): number =>
  scale === 1 ? value : Number((value * scale).toPrecision(15));

const CHANGE =
  /(?<!\p{L})(?<!tinh |cắt |miễn |xóa đói, |xóa đói )(tăng|giảm|vượt)(?: (?:thêm|đi|được|khoảng|hơn|gần|trên|tương ứng|là|bình quân|cơ học))*:? $/u;

function directionOf(before: string): -1 | 0 | 1 {
  const verb = CHANGE.exec(before)?.[1];
  return verb === undefined ? 0 : verb === 'giảm' ? -1 : 1;
}

const ABOUT =
  / ?(hơn|trên|gần|khoảng|dưới|ít nhất|tối thiểu|tối đa|không quá|xấp xỉ|trung bình|bình quân|ước|ước đạt|ước khoảng) $/;
const AT_LEAST = new Set(['hơn', 'trên', 'ít nhất', 'tối thiểu']);
const AT_MOST = new Set(['gần', 'dưới', 'tối đa', 'không quá']);

function boundsOf(value: number, before: string): ReadFigure['bounds'] {
  const word = ABOUT.exec(before)?.[1];
  if (word === undefined) return { from: value, to: value };
  return {
    from: AT_LEAST.has(word) ? value : null,
    to: AT_MOST.has(word) ? value : null,
  };
}

/** Numbers that count, those of `12/13` and `3 đến 4` joined to one. */
function countingNumbers(at: {
  readonly text: string;
  readonly low: string;
  readonly covered: Uint8Array;
}): readonly Counting[] {
  const counting: Counting[] = [];
  for (const number of numbersIn(at.text)) {
    if (at.covered[number.start] === 1 || isPartOfCode(at.low, number.start, number.end)) continue;
    const unit = unitAt(at.low, number.end);
    if (endsName(at.text, number.start, unit.isKnown)) continue;
    const last = counting.at(-1);
    const joined = last && joinedNumbers(at.low, last, { ...number, unit, outOf: null, rangeTo: null });
    if (joined) counting[counting.length - 1] = joined;
    else if (!isEnumeration(at.text, number)) counting.push({ ...number, unit, outOf: null, rangeTo: null });
  }
  return counting;
}

/** `(1)`, `[2]`: the number of an entry or of a note. */
function isEnumeration(text: string, { start, end, written }: WrittenNumber): boolean {
  const isEnclosed = /[([]/.test(text[start - 1] ?? '') && /[)\]]/.test(text[end] ?? '');
  return isEnclosed && written.length < 3 && !/\p{L} ?$/u.test(text.slice(Math.max(0, start - 3), start - 1));
}

function joinedNumbers(low: string, last: Counting, next: Counting): Counting | null {
  if (last.unit.end !== last.end && last.unit.scale === 1) return null;
  const between = low.slice(last.end, next.start);
  const merged = { ...next, start: last.start, written: low.slice(last.start, next.end) };
  const isPlain = last.outOf === null && last.rangeTo === null;
  if (isPlain && /^ ?\/ ?$/.test(between)) {
    return {
      ...merged,
      value: last.value,
      grain: last.grain,
      fault: last.fault ?? next.fault,
      outOf: next.value,
    };
  }
  const isChange = /(?:tăng|giảm)(?: dần)? từ $/.test(low.slice(Math.max(0, last.start - 16), last.start));
  if (isPlain && !isChange && /^ ?(?:-|–|đến|tới) ?$/.test(between)) {
    return {
      ...merged,
      value: last.value,
      grain: last.grain,
      fault: last.fault ?? next.fault,
      rangeTo: next.value,
    };
  }
  // "5 tỷ 200 triệu đồng" is one amount.
  const { scale } = last.unit;
  if (
    isPlain &&
    scale > next.unit.scale &&
    last.unit.name === '' &&
    low.slice(last.unit.end, next.start) === ' '
  ) {
    const value = (last.value * scale) / next.unit.scale + next.value;
    return { ...merged, value };
  }
  return null;
}

function coverOf(
  low: string,
  others: readonly { readonly start: number; readonly end: number }[],
): Uint8Array {
  const covered = new Uint8Array(low.length + 1);
  for (const { start, end } of [...others, ...spansWithoutFigures(low)]) covered.fill(1, start, end);
  return covered;
}

/** The last words before a number, from the nearest boundary on, folded. */
function wordsBefore(low: string, from: number, to: number): string {
  const near = low.slice(Math.max(from, to - 160), to);
  const at = Math.max(...['.', ',', ';', ':', '(', ')', '\t'].map((sign) => near.lastIndexOf(sign)));
  const words = near.slice(at + 1).trim();
  // "Số hồ sơ: 12": the words before a colon that stands against the number name it.
  if (words === '' && /: ?$/.test(near)) {
    const named = near.slice(0, near.lastIndexOf(':'));
    const start = Math.max(...['.', ',', ';', ':', '(', ')', '\t'].map((sign) => named.lastIndexOf(sign)));
    return fold(named.slice(start + 1));
  }
  return fold(words);
}

function upToBoundary(words: string): string {
  const at = words.search(/[.,;:()\t]/);
  return at === -1 ? words : words.slice(0, at);
}

/** Lower case of the same length, so that offsets hold; letters that would grow stay as they are. */
export function lowerCase(text: string): string {
  const low = text.toLowerCase();
  return low.length === text.length
    ? low
    : Array.from(text, (letter) =>
        letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
      ).join('');
}
