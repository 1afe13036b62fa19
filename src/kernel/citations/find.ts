/** Documents that a text names: type, number and symbol, date, issuer and title, in whatever order they stand. */
import { type DateSpan, dateBefore, readBehind } from './behind.ts';
import { type DocumentNumber, meaningOf } from './citation.ts';
import { frontOf, NAMES, NUMBER_WORD } from './front.ts';
import { isSameIssuer } from './issuers.ts';
import { numbersIn, symbolAt } from './number.ts';
import { type CitationType, typeOfName } from './types.ts';

export type FoundCitation<D> = DocumentNumber & {
  readonly start: number;
  readonly end: number;
  /** Where number and symbol stand. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** By the word in front of it, or in front of the list it stands in. */
  readonly typeByWords: CitationType | null;
  /** Those for which the symbol may stand; empty when that is not known. */
  readonly typesBySymbol: readonly CitationType[];
  readonly issuerByWords: string | null;
  readonly issuerBySymbol: string | null;
  readonly date: D | null;
  readonly title: string | null;
};

const LIST_GAP = /^ ?(?:,|;|và|hoặc|, và)? ?(?:số )?$/u;

/** Linear: each number looks back and ahead a bounded way. `dates` are those of the text, in order. */
export function citationsIn<D extends DateSpan>(
  text: string,
  dates: readonly D[],
): readonly FoundCitation<D>[] {
  const lower = lowered(text);
  const numbered = numberedIn(text, lower);
  const found: FoundCitation<D>[] = [];
  for (const [index, one] of numbered.entries()) {
    const before = found.at(-1);
    const limit = numbered[index + 1]?.start ?? text.length;
    const behind = readBehind({ text, lower, dates, from: one.numberEnd, limit });
    const isListed =
      before !== undefined &&
      one.start - before.end < 12 &&
      LIST_GAP.test(lower.slice(Math.min(before.end, one.start), one.start));
    const meaning = one.symbol === null ? { types: [], issuer: null } : meaningOf(one.symbol);
    found.push({
      number: one.number,
      yearInNumber: one.yearInNumber,
      symbol: one.symbol,
      start: one.start,
      end: Math.max(behind.end, one.numberEnd),
      numberStart: one.numberStart,
      numberEnd: one.numberEnd,
      typeByWords: one.type ?? (isListed ? before.typeByWords : null),
      typesBySymbol: meaning.types,
      issuerByWords: one.issuerBefore ?? behind.issuer,
      issuerBySymbol: meaning.issuer,
      date:
        behind.date ??
        dateBefore(text, dates, {
          start: one.start,
          after: before?.end ?? 0,
        }),
      title: behind.title,
    });
  }
  return found;
}

/** The more telling of the two, or the one there is; words win where they contradict. */
export function issuerOf(
  found: Pick<FoundCitation<unknown>, 'issuerByWords' | 'issuerBySymbol'>,
): string | null {
  const { issuerByWords: words, issuerBySymbol: symbol } = found;
  if (words === null || symbol === null) return words ?? symbol;
  return isSameIssuer(words, symbol) && symbol.length > words.length ? symbol : words;
}

/** The type by its word, else by its symbol when that stands for one type first of all. */
export function typeOf(
  found: Pick<FoundCitation<unknown>, 'typeByWords' | 'typesBySymbol'>,
): CitationType | null {
  return found.typeByWords ?? found.typesBySymbol[0] ?? null;
}

type Numbered = DocumentNumber & {
  readonly start: number;
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly type: CitationType | null;
  readonly issuerBefore: string | null;
};

function numberedIn(text: string, lower: string): readonly Numbered[] {
  const full = numbersIn(text).flatMap((number): Numbered[] => {
    const front = frontOf(lower, number.start);
    if (!number.isSure && front.type === null && !front.hasWord) return [];
    return [{ ...number, ...front, numberStart: number.start, numberEnd: number.end }];
  });
  return withIncomplete(text, lower, full);
}

/** `Quyết định số 346 ngày …`, `Kế hoạch số …/KH-UBND`: type and `số`, but the symbol or the number is missing. */
const INCOMPLETE = new RegExp(
  String.raw`(?<!\p{L})(${NAMES}) ${NUMBER_WORD} ?:? ?(?:(\d{1,5}[a-zđ]?)(?:\/((?:19|20)\d{2}))?(?![\d\p{L}]|[/.,-][\d\p{L}]| ?\/)|[ .…_]{0,20}\/ ?(?=\p{L}))`,
  'gu',
);

function withIncomplete(text: string, lower: string, full: readonly Numbered[]): readonly Numbered[] {
  const incomplete: Numbered[] = [];
  let next = 0;
  for (const match of lower.matchAll(INCOMPLETE)) {
    const [written, name = '', number, year] = match;
    const end = match.index + written.length;
    while ((full[next]?.numberEnd ?? Infinity) <= match.index) next += 1;
    if ((full[next]?.start ?? Infinity) < end) continue;
    const behind = number === undefined ? symbolAt(text, end) : null;
    if (number === undefined && behind === null) continue;
    incomplete.push({
      number: number ?? null,
      yearInNumber: year === undefined ? null : Number(year),
      symbol: behind?.symbol ?? null,
      start: match.index,
      numberStart: match.index + name.length + 1,
      numberEnd: behind?.end ?? end,
      type: typeOfName(name),
      issuerBefore: null,
    });
  }
  return incomplete.length === 0 ? full : [...full, ...incomplete].toSorted((a, b) => a.start - b.start);
}

/** Lower case with every offset kept; a few letters of other scripts grow when they are lowered. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/./gsu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}
