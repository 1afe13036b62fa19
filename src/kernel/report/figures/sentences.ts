/** Where sentences and clauses of a passage end, and what stands in brackets. */

const ABBREVIATION = /(?:^|[ (])(?:TP|Tp|tp|ThS|TS|KT|TM|TL|Q|P|v\.v|tr|Tx|TX|TT)$/;

/** Offsets behind the full stops that end sentences; a stop in a number, an abbreviation or before a small letter ends none. */
export function sentenceEndsIn(text: string): readonly number[] {
  const ends: number[] = [];
  for (const { index, 0: stop } of text.matchAll(/[.!?…]+/g)) {
    const next = text[index + stop.length];
    const after = next === ' ' ? text[index + stop.length + 1] : next;
    const isEnd = after === undefined || /[\p{Lu}"“(+–-]/u.test(after) || (next === ' ' && /\d/.test(after));
    if (isEnd && !ABBREVIATION.test(text.slice(Math.max(0, index - 6), index)))
      ends.push(index + stop.length);
  }
  return ends;
}

/** Offsets behind semicolons and ends of sentences. */
export function clauseEndsIn(text: string): readonly number[] {
  const semicolons = Array.from(text.matchAll(/;/g), ({ index }) => index + 1);
  return [...semicolons, ...sentenceEndsIn(text)].toSorted((a, b) => a - b);
}

/** How many of the boundaries lie at or before an offset. */
export function boundaryIndex(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export type Bracket = {
  /** Offset of the bracket that is open, -1 when none is. */
  readonly start: number;
  readonly depth: number;
};

/** What bracket is open at each of the offsets, which are in order. Brackets that are never closed or opened are passed over. */
export function bracketsIn(text: string, offsets: readonly number[]): readonly Bracket[] {
  const closes = closingOf(text);
  const open: number[] = [];
  const found: Bracket[] = [];
  let at = 0;
  for (const offset of offsets) {
    for (; at < offset; at += 1) {
      if (text[at] === '(' && closes.has(at)) open.push(at);
      else if (open.length > 0 && closes.get(open.at(-1) ?? -1) === at) open.pop();
    }
    found.push({ start: open.at(-1) ?? -1, depth: open.length });
  }
  return found;
}

/** For each opening bracket that is closed, where. */
export function closingOf(text: string): ReadonlyMap<number, number> {
  const closes = new Map<number, number>();
  const open: number[] = [];
  for (const { index, 0: sign } of text.matchAll(/[()]/g)) {
    if (sign === '(') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) closes.set(start, index);
    }
  }
  return closes;
}
