/**
 * The right edge of a tree: the roots of its complete subtrees, largest first. It is all that appending needs, at most
 * 53 hashes for any tree.
 */
import { isHash, isTreeSize, type Hash, type TreeHasher } from './hash.ts';

export type Frontier = {
  /** Number of leaves. */
  readonly size: number;
  /** One hash for each binary digit 1 of the size, largest subtree first. */
  readonly edges: readonly Hash[];
};

export const emptyFrontier: Frontier = { size: 0, edges: [] };

/** The edge after these leaf hashes were appended in their order. */
export function append(hasher: TreeHasher, frontier: Frontier, leafHashes: readonly Hash[]): Frontier {
  if (!isFrontier(frontier))
    throw new RangeError('A frontier has one hash for each binary digit 1 of its size.');
  const edges = [...frontier.edges];
  leafHashes.forEach((leaf, index) => merge(edges, leaf, { hasher, size: frontier.size + index }));
  return { size: frontier.size + leafHashes.length, edges };
}

/** The root of the tree that has this edge. */
export function frontierRoot(hasher: TreeHasher, { edges }: Frontier): Hash {
  return edges.length === 0 ? hasher.empty : foldEdges(hasher, edges);
}

/** The root over neighbouring complete subtrees, largest first: the smaller ones are joined first. */
export function foldEdges(hasher: TreeHasher, edges: readonly Hash[]): Hash {
  return edges.reduceRight((right, left) => hasher.node(left, right));
}

/** Does what was kept have the shape of an edge? (Whether the hashes are right only the tree can say.) */
export function isFrontier({ size, edges }: Frontier): boolean {
  return isTreeSize(size) && edges.length === onesIn(size) && edges.every(isHash);
}

/** Like adding one to a binary number: every digit 1 at the end is a subtree that the new leaf completes. */
function merge(edges: Hash[], leaf: Hash, { hasher, size }: { hasher: TreeHasher; size: number }): void {
  let complete = leaf;
  for (let digits = size; digits % 2 === 1; digits = Math.floor(digits / 2)) {
    const left = edges.pop();
    if (left !== undefined) complete = hasher.node(left, complete);
  }
  edges.push(complete);
}

function onesIn(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
