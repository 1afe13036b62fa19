import { describe, expect, test } from 'vitest';
import { verifyConsistency } from './consistency.ts';
import type { Hash } from './hash.ts';
import { verifyInclusion } from './inclusion.ts';
import { entriesOf, hasher, mth, path, subproof } from './merkle.fixture.ts';

/** Right proofs with everything around them changed: a proof is worth what its sizes, places and roots are worth. */

const largest = 17;
const entries = entriesOf(largest);
const first = (size: number): readonly Uint8Array[] => entries.slice(0, size);
const sizes = Array.from({ length: largest }, (_, index) => index + 1);
const claimed = Array.from({ length: 2 * largest + 2 }, (_, index) => index);

/** On which side each hash of a proof stands, lowest first, from the recursive definition. */
function sidesOfPath(index: number, size: number): string {
  if (index >= size) return 'none';
  if (size === 1) return '';
  const k = 2 ** ((size - 1).toString(2).length - 1);
  return index < k ? `${sidesOfPath(index, k)}r` : `${sidesOfPath(index - k, size - k)}l`;
}

function sidesOfSubproof(m: number, n: number, isWhole = true): string {
  if (m === 0 || m > n) return 'none';
  if (m === n) return isWhole ? 'known' : 'given';
  const k = 2 ** ((n - 1).toString(2).length - 1);
  return m <= k ? `${sidesOfSubproof(m, k, isWhole)}r` : `${sidesOfSubproof(m - k, n - k, false)}l`;
}

/** Each of the 256 bits of a hash turned, and a byte less or more. */
function othersThan(hash: Hash): readonly Hash[] {
  const turned = Array.from({ length: 256 }, (_, bit) =>
    Uint8Array.from(hash, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)),
  );
  return [...turned, hash.subarray(1), Buffer.concat([hash, Buffer.from([0])]), new Uint8Array()];
}

describe('an inclusion', () => {
  test('holds for the place and size it was made for, and for no other way through a tree', () => {
    for (const size of sizes)
      for (let index = 0; index < size; index += 1) {
        const leafHash = hasher.leaf(entries[index] ?? new Uint8Array());
        const claim = { leafHash, proof: path(index, first(size)), root: mth(first(size)) };
        const places = claimed.flatMap((size) => claimed.map((index) => ({ index, size })));
        const accepted = places.filter((place) => verifyInclusion(hasher, { ...claim, ...place }));
        // Trees that differ only in places the way does not touch have the same way: the size is what was signed.
        const way = sidesOfPath(index, size);
        expect(accepted).toEqual(places.filter((place) => sidesOfPath(place.index, place.size) === way));
      }
  });

  test('holds for no other leaf and no other root', () => {
    const claim = {
      index: 4,
      size: 7,
      leafHash: hasher.leaf(first(5)[4] ?? new Uint8Array()),
      root: mth(first(7)),
    };
    const right = { ...claim, proof: path(4, first(7)) };
    expect(verifyInclusion(hasher, right)).toBe(true);
    expect(othersThan(right.root).filter((root) => verifyInclusion(hasher, { ...right, root }))).toEqual([]);
    expect(
      othersThan(right.leafHash).filter((leafHash) => verifyInclusion(hasher, { ...right, leafHash })),
    ).toEqual([]);
  });

  test('cannot be had by cutting two hashes at another place', () => {
    const [left, right] = [hasher.leaf(Buffer.from('a')), hasher.leaf(Buffer.from('b'))];
    const both = Buffer.concat([left, right]);
    const claim = { index: 1, size: 2, root: hasher.node(left, right) };
    expect(verifyInclusion(hasher, { ...claim, proof: [left], leafHash: right })).toBe(true);
    const [short, long] = [both.subarray(0, 31), both.subarray(31)];
    expect(verifyInclusion(hasher, { ...claim, proof: [short], leafHash: long })).toBe(false);
  });
});

describe('a consistency', () => {
  test('holds for the sizes it was made for, and for no others that lead another way', () => {
    for (const newSize of sizes)
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const proof = subproof(oldSize, first(newSize));
        const claim = { oldRoot: mth(first(oldSize)), newRoot: mth(first(newSize)), proof };
        const pairs = claimed.flatMap((newSize) => claimed.map((oldSize) => ({ oldSize, newSize })));
        const accepted = pairs.filter((pair) => verifyConsistency(hasher, { ...claim, ...pair }));
        const way = sidesOfSubproof(oldSize, newSize);
        expect(accepted).toEqual(pairs.filter((pair) => sidesOfSubproof(pair.oldSize, pair.newSize) === way));
      }
  });

  test.each([
    [3, 7],
    [4, 7],
    [6, 8],
    [7, 7],
    [1, 2],
  ])('from %i to %i holds for no other root, old or new', (oldSize, newSize) => {
    const proof = subproof(oldSize, first(newSize));
    const right = { oldSize, newSize, oldRoot: mth(first(oldSize)), newRoot: mth(first(newSize)), proof };
    expect(verifyConsistency(hasher, right)).toBe(true);
    expect(
      othersThan(right.oldRoot).filter((oldRoot) => verifyConsistency(hasher, { ...right, oldRoot })),
    ).toEqual([]);
    expect(
      othersThan(right.newRoot).filter((newRoot) => verifyConsistency(hasher, { ...right, newRoot })),
    ).toEqual([]);
  });

  test('cannot be had by cutting two hashes at another place', () => {
    const [left, right] = [hasher.leaf(Buffer.from('a')), hasher.leaf(Buffer.from('b'))];
    const both = Buffer.concat([left, right]);
    const claim = { oldSize: 1, newSize: 2, newRoot: hasher.node(left, right) };
    expect(verifyConsistency(hasher, { ...claim, oldRoot: left, proof: [right] })).toBe(true);
    const [short, long] = [both.subarray(0, 31), both.subarray(31)];
    expect(verifyConsistency(hasher, { ...claim, oldRoot: short, proof: [long] })).toBe(false);
  });
});
