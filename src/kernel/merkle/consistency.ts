/** Proof that a tree only grew: the earlier one is the beginning of the later (RFC 9162 §2.1.4). */
import { isSame } from './bytes.ts';
import { isHash, isTreeSize, splitOf, type Hash, type TreeHasher } from './hash.ts';
import type { LeafRange } from './subtree.ts';

export type Consistency = {
  /** Numbers of leaves. */
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Hash;
  readonly newRoot: Hash;
  readonly proof: readonly Hash[];
};

/**
 * Does the proof show that the old tree is the beginning of the new one? Trees of one size need the same root and no
 * proof, and every tree begins with the empty one. Numbers or hashes that cannot be are simply not a proof.
 */
export function verifyConsistency(hasher: TreeHasher, claim: Consistency): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim;
  if (!isTreeSize(oldSize) || !isTreeSize(newSize) || oldSize > newSize) return false;
  if (![oldRoot, newRoot, ...proof].every(isHash)) return false;
  if (oldSize === 0 && !isSame(oldRoot, hasher.empty)) return false;
  if (oldSize === newSize) return proof.length === 0 && isSame(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0;
  const roots = rootsFrom(hasher, claim);
  return roots !== null && isSame(roots.old, oldRoot) && isSame(roots.new, newRoot);
}

/** The ranges whose roots make the proof from the first `oldSize` leaves: PROOF of RFC 9162 §2.1.4.1. */
export function rangesBetween(oldSize: number, newSize: number): readonly LeafRange[] {
  if (oldSize === 0) return [];
  return rangesFrom(oldSize, { start: 0, end: newSize }, true);
}

/** SUBPROOF; `isKnown` says that the range is the whole old tree, whose root the reader has. */
function rangesFrom(count: number, range: LeafRange, isKnown: boolean): readonly LeafRange[] {
  const { start, end } = range;
  if (count === end - start) return isKnown ? [] : [range];
  const split = splitOf(end - start);
  const [left, right] = [
    { start, end: start + split },
    { start: start + split, end },
  ];
  return count <= split
    ? [...rangesFrom(count, left, isKnown), right]
    : [...rangesFrom(count - split, right, false), left];
}

/** Both roots as the proof makes them (RFC 9162 §2.1.4.2); null when it is too short or too long. */
function rootsFrom(
  hasher: TreeHasher,
  claim: Consistency,
): { readonly old: Hash; readonly new: Hash } | null {
  const { oldSize, newSize, oldRoot, proof } = claim;
  if (proof.length === 0) return null;
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  if (first === undefined) return null;
  let [own, last] = [oldSize - 1, newSize - 1];
  while (own % 2 === 1) [own, last] = [half(own), half(last)];
  let [oldHash, newHash] = [first, first];
  for (const beside of rest) {
    if (last === 0) return null;
    if (own % 2 === 1 || own === last) {
      [oldHash, newHash] = [hasher.node(beside, oldHash), hasher.node(beside, newHash)];
      while (own % 2 === 0 && own !== 0) [own, last] = [half(own), half(last)];
    } else newHash = hasher.node(newHash, beside);
    [own, last] = [half(own), half(last)];
  }
  return last === 0 ? { old: oldHash, new: newHash } : null;
}

const half = (number: number): number => Math.floor(number / 2);

/** Of a tree size above 0; such a size may be beyond 32 bits. */
const isPowerOfTwo = (size: number): boolean => size === 1 || splitOf(size) * 2 === size;
