/** Hashes of a Merkle tree as RFC 6962 §2.1 and RFC 9162 §2.1 define them. */
import { joined } from './bytes.ts';

/** SHA-256. The kernel has no cryptography of its own; whoever uses the tree passes it in. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** 32 bytes. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

/** The two hashes of a tree. The first byte keeps a leaf from passing for a node (second preimage). */
export type TreeHasher = {
  /** Hash of an entry. */
  readonly leaf: (entry: Uint8Array) => Hash;
  readonly node: (left: Hash, right: Hash) => Hash;
  /** Root of the tree without entries. */
  readonly empty: Hash;
};

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

export function treeHasher(sha256: Sha256): TreeHasher {
  return {
    leaf: (entry) => sha256(joined(leafMark, entry)),
    node: (left, right) => sha256(joined(nodeMark, left, right)),
    empty: sha256(new Uint8Array()),
  };
}

/** The root over these leaf hashes, straight from the definition: hashes every node, so for checks and small trees. */
export function rootOf(hasher: TreeHasher, leafHashes: readonly Hash[]): Hash {
  const [first] = leafHashes;
  if (first === undefined) return hasher.empty;
  if (leafHashes.length === 1) return first;
  const middle = splitOf(leafHashes.length);
  const [left, right] = [leafHashes.slice(0, middle), leafHashes.slice(middle)];
  return hasher.node(rootOf(hasher, left), rootOf(hasher, right));
}

/** The largest power of two smaller than a count of two or more: how many leaves go to the left. */
export function splitOf(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** Can this be a number of leaves? Whole, not negative, and exact in a JavaScript number (up to 2^53 − 1). */
export function isTreeSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

export const isHash = (bytes: Uint8Array): boolean => bytes.length === HASH_BYTES;
