/** Proof that an entry is in the tree (RFC 9162 §2.1.3). */
import { isSame } from './bytes.ts';
import { isHash, isTreeSize, splitOf, type Hash, type TreeHasher } from './hash.ts';
import type { LeafRange } from './subtree.ts';

export type Inclusion = {
  /** Position of the leaf, from 0. */
  readonly index: number;
  /** Number of leaves of the tree. */
  readonly size: number;
  readonly leafHash: Hash;
  /** The hashes beside the way from the leaf to the root, lowest first. */
  readonly proof: readonly Hash[];
  readonly root: Hash;
};

/** Does the proof lead from the leaf to the root? Numbers or hashes that cannot be are simply not a proof. */
export function verifyInclusion(hasher: TreeHasher, claim: Inclusion): boolean {
  const { index, size, proof, root } = claim;
  if (!isTreeSize(index) || !isTreeSize(size) || index >= size) return false;
  if (![claim.leafHash, root, ...proof].every(isHash)) return false;
  let [hash, own, last] = [claim.leafHash, index, size - 1];
  for (const beside of proof) {
    if (last === 0) return false;
    if (own % 2 === 1 || own === last) {
      hash = hasher.node(beside, hash);
      // A leaf on the right edge has nothing beside it on some levels.
      while (own % 2 === 0 && own !== 0) [own, last] = [half(own), half(last)];
    } else hash = hasher.node(hash, beside);
    [own, last] = [half(own), half(last)];
  }
  return last === 0 && isSame(hash, root);
}

/** The ranges whose roots make the proof for a leaf, lowest first: PATH of RFC 9162 §2.1.3.1. */
export function rangesBeside(index: number, { start, end }: LeafRange): readonly LeafRange[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  const [left, right] = [
    { start, end: middle },
    { start: middle, end },
  ];
  return index < middle ? [...rangesBeside(index, left), right] : [...rangesBeside(index, right), left];
}

const half = (number: number): number => Math.floor(number / 2);
