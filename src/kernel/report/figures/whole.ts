/** Wholes with the parts that the words say they have. */
import type { Figure } from './figure.ts';
import { mayBePartOf } from './units.ts';

/**
 * How firmly the text says that the parts are all: `all` ("gồm", "chia ra", "còn lại", totals of tables), `likely`
 * ("trong đó" with several parts), `some` ("trong đó có 01 …").
 */
export type Claim = 'all' | 'likely' | 'some';

export type Whole = {
  readonly whole: Figure;
  readonly parts: readonly Figure[];
  readonly claim: Claim;
  readonly kind: 'words' | 'list' | 'table';
};

/** Whether a figure can be one of the parts of a whole. */
export function isPart(part: Figure, whole: Figure): boolean {
  return (
    part.role === 'amount' &&
    part.isExact &&
    part !== whole &&
    mayBePartOf({ name: part.unit, isKnown: part.unitIsKnown }, whole.unit)
  );
}

export function sumOf(parts: readonly Figure[]): number {
  return rounded(parts.reduce((sum, { value }) => sum + value, 0));
}

/** Without what binary fractions add. */
export function rounded(value: number): number {
  return Number(value.toPrecision(14));
}

/** How far the parts are from the whole; 0 when they make it. */
export function gapOf(whole: Figure, parts: readonly Figure[]): number {
  return rounded(sumOf(parts) - whole.value);
}

/** What rounding every number to its last digit may account for; nothing where people and papers are counted one by one. */
export function roundingOf(figures: readonly Figure[]): number {
  const grain = Math.max(...figures.map((figure) => figure.grain));
  return grain === 1 ? 0 : (grain * figures.length) / 2;
}

/**
 * The partitions that a row of parts says, by clauses (parted by semicolons): all of them together, each clause by itself
 * (two ways of dividing one whole), or the first ones, what follows being something else. The explanation that comes
 * nearest the whole is taken, and of equals the one of all parts together.
 */
export function partitionsOf(
  whole: Figure,
  clauses: readonly (readonly Figure[])[],
): readonly (readonly Figure[])[] {
  const all = clauses.flat();
  const flat = Math.abs(gapOf(whole, all));
  if (flat === 0 || all.length < 3) return [all];
  const isEach = clauses.length > 1 && clauses.every((clause) => clause.length > 1);
  const apart = clauses.reduce((sum, clause) => sum + Math.abs(gapOf(whole, clause)), 0) / clauses.length;
  if (isEach && apart < flat) return clauses;
  let sum = 0;
  const upTo = all.findIndex((part, index) => {
    sum = rounded(sum + part.value);
    return index > 0 && sum === whole.value;
  });
  return [upTo === -1 ? all : all.slice(0, upTo + 1)];
}

/** Attributes of people and things that overlap, so that a list of them need not make the whole. */
const OVERLAPPING =
  /(?:^| )(?:nu|dang vien|dan toc|ton giao|doan vien|tre tuoi|duoi \d|tren \d|tai cu|tieu bieu|nhu)(?: |$)/;

/** Whether the parts of a claim may be only some of the whole, by their words and by how little or much they come to. */
export function claimOf(said: Claim, whole: Figure, parts: readonly Figure[]): Claim {
  if (parts.length < 2) return 'some';
  if (said !== 'likely') return said;
  const isOverlapping = parts.some(({ subject, object }) => OVERLAPPING.test(` ${subject} `) || OVERLAPPING.test(` ${object} `)); // prettier-ignore
  const share = sumOf(parts) / whole.value;
  if (
    isOverlapping &&
    !parts.some(({ object, subject }) => /(?:^| )nam$|^nam(?: |$)/.test(object || subject))
  )
    return 'some';
  return share < 0.5 || share > 2 ? 'some' : 'likely';
}
