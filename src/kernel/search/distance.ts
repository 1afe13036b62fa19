/**
 * How many typing slips part two words: a letter missing, added, replaced, or two neighbours swapped. Counts up to
 * `limit`; more is `limit + 1`. (Optimal string alignment; an edited place is not edited twice.)
 */
export function slipsBetween(first: string, second: string, limit: number): number {
  const tooMany = limit + 1;
  if (Math.abs(first.length - second.length) > limit) return tooMany;
  let before: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: second.length + 1 }, (_, column) => column);
  for (let row = 1; row <= first.length; row++) {
    const current = nextRow({ first, second, row, previous, before });
    if (Math.min(...current) > limit) return tooMany;
    before = previous;
    previous = current;
  }
  return Math.min(previous[second.length] ?? tooMany, tooMany);
}

/** Slips that a word of this length may have and still be recognised: Vietnamese syllables are short. */
export function slipsAllowed(length: number): number {
  if (length <= 2) return 0;
  return length <= 5 ? 1 : 2;
}

type Alignment = {
  readonly first: string;
  readonly second: string;
  readonly row: number;
  readonly previous: readonly number[];
  readonly before: readonly number[];
};

function nextRow({ first, second, row, previous, before }: Alignment): readonly number[] {
  const current = [row];
  for (let column = 1; column <= second.length; column++) {
    const same = first[row - 1] === second[column - 1];
    const replaced = at(previous, column - 1) + (same ? 0 : 1);
    const swapped =
      row > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1]
        ? at(before, column - 2) + 1
        : Number.POSITIVE_INFINITY;
    current.push(Math.min(at(previous, column) + 1, at(current, column - 1) + 1, replaced, swapped));
  }
  return current;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
