import { assert, asyncProperty, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyConsistency } from './consistency.ts';
import { append, emptyFrontier, frontierRoot } from './frontier.ts';
import { rootOf, type Hash } from './hash.ts';
import { verifyInclusion } from './inclusion.ts';
import {
  entriesOf,
  hasher,
  hex,
  mth,
  path,
  subproof,
  treeOf,
  vectorEntries,
  vectorRoots,
} from './merkle.fixture.ts';
import { consistencyProof, frontierOf, inclusionProof } from './published-tree.ts';
import { nodesIn } from './subtree.ts';

const entries = entriesOf(600);
const leafHashes = entries.map(hasher.leaf);
const roots = Array.from({ length: 601 }, (_, size) => mth(entries.slice(0, size)));
const rootAt = (size: number): Hash => roots[size] ?? hasher.empty;
const leafAt = (index: number): Hash => leafHashes[index] ?? hasher.empty;

/** Every proof that differs from a right one by one bit, one hash more or fewer, or two hashes swapped. */
function mutationsOf(proof: readonly Hash[]): readonly (readonly Hash[])[] {
  const flips = proof.map((hash, at) => proof.with(at, flipped(hash, at)));
  const removals = proof.map((_, at) => proof.toSpliced(at, 1));
  const additions = [hasher.empty, ...proof].flatMap((hash) => [
    [...proof, hash],
    [hash, ...proof],
  ]);
  const swaps = proof.slice(1).map((hash, at) => proof.with(at, hash).with(at + 1, proof[at] ?? hash));
  const cuts = proof.map((hash, at) => proof.with(at, hash.subarray(1)));
  return [...flips, ...removals, ...additions, ...swaps, ...cuts];
}

const flipped = (hash: Hash, at: number): Hash =>
  Uint8Array.from(hash, (byte, index) => (index === (at * 7) % 32 ? byte ^ (1 << (at % 8)) : byte));

describe('the vectors of Certificate Transparency', () => {
  test('roots of one to eight entries, all at once and appended one by one', () => {
    expect(Buffer.from(hasher.empty).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    const leaves = vectorEntries.map(hasher.leaf);
    let frontier = emptyFrontier;
    for (const [index, root] of vectorRoots.entries()) {
      frontier = append(hasher, frontier, leaves.slice(index, index + 1));
      expect(hex([rootOf(hasher, leaves.slice(0, index + 1)), frontierRoot(hasher, frontier)])).toEqual([
        root,
        root,
      ]);
    }
  });

  test.each([
    [0, 1, []],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('the way from leaf %i in a tree of %i', async (index, size, proof) => {
    expect(hex(await inclusionProof(treeOf(vectorEntries.slice(0, size)), index))).toEqual(proof);
  });

  test.each([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('from %i entries to %i', async (oldSize, newSize, proof) => {
    expect(hex(await consistencyProof(treeOf(vectorEntries.slice(0, newSize)), oldSize))).toEqual(proof);
  });
});

describe('against a second implementation', () => {
  test('roots of all sizes to 600 agree, computed at once or grown in random steps', () => {
    for (let size = 0; size <= 600; size += 1)
      expect(hex([rootOf(hasher, leafHashes.slice(0, size))])).toEqual(hex([rootAt(size)]));
    assert(
      property(integer({ min: 0, max: 600 }), integer({ min: 0, max: 600 }), (one, other) => {
        const [some, all] = [Math.min(one, other), Math.max(one, other)];
        const first = append(hasher, emptyFrontier, leafHashes.slice(0, some));
        const grown = append(hasher, first, leafHashes.slice(some, all));
        expect(hex([frontierRoot(hasher, grown)])).toEqual(hex([rootAt(all)]));
      }),
    );
  });

  test('every inclusion in every tree of up to 70 entries, and no mutation of it', async () => {
    for (let size = 1; size <= 70; size += 1) {
      const tree = treeOf(entries.slice(0, size));
      for (let index = 0; index < size; index += 1) {
        const proof = path(index, entries.slice(0, size));
        expect(hex(await inclusionProof(tree, index))).toEqual(hex(proof));
        const claim = { index, size, leafHash: leafAt(index), proof, root: rootAt(size) };
        expect(verifyInclusion(hasher, claim)).toBe(true);
        expect(mutationsOf(proof).filter((proof) => verifyInclusion(hasher, { ...claim, proof }))).toEqual(
          [],
        );
      }
    }
  });

  test('every consistency of trees of up to 70 entries, and no mutation of it', async () => {
    for (let newSize = 0; newSize <= 70; newSize += 1) {
      const tree = treeOf(entries.slice(0, newSize));
      for (let oldSize = 0; oldSize <= newSize; oldSize += 1) {
        const proof = oldSize === 0 ? [] : subproof(oldSize, entries.slice(0, newSize));
        expect(hex(await consistencyProof(tree, oldSize))).toEqual(hex(proof));
        const claim = { oldSize, newSize, oldRoot: rootAt(oldSize), newRoot: rootAt(newSize), proof };
        expect(verifyConsistency(hasher, claim)).toBe(true);
        expect(mutationsOf(proof).filter((proof) => verifyConsistency(hasher, { ...claim, proof }))).toEqual(
          [],
        );
      }
    }
  });

  test('random trees of up to 600 entries: both proofs and the edge, from tiles asked for once', async () => {
    const sizes = integer({ min: 1, max: 600 });
    await assert(
      asyncProperty(sizes, integer({ min: 0 }), async (size, seed) => {
        const [index, oldSize] = [seed % size, (seed % size) + 1];
        const tree = treeOf(entries.slice(0, size));
        const inclusion = await inclusionProof(tree, index);
        expect(new Set(tree.asked.map((tile) => JSON.stringify(tile))).size).toBe(tree.asked.length);
        expect(hex(inclusion)).toEqual(hex(path(index, entries.slice(0, size))));
        expect(hex(await consistencyProof(tree, oldSize))).toEqual(
          hex(subproof(oldSize, entries.slice(0, size))),
        );
        expect(hex([frontierRoot(hasher, await frontierOf(tree))])).toEqual(hex([rootAt(size)]));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is not a proof', () => {
  const size = 300;
  const claim = async (index: number) => ({
    index,
    size,
    leafHash: leafAt(index),
    proof: await inclusionProof(treeOf(entries.slice(0, size)), index),
    root: rootAt(size),
  });

  test('a right way for another leaf, place or root', async () => {
    const right = await claim(137);
    const wrong = [
      { ...right, index: 136 },
      { ...right, index: 138 },
      { ...right, leafHash: leafAt(138) },
      { ...right, root: rootAt(299) },
      { ...right, root: right.leafHash },
    ];
    expect(verifyInclusion(hasher, right)).toBe(true);
    expect(wrong.filter((claim) => verifyInclusion(hasher, claim))).toEqual([]);
  });

  test('numbers that no tree has', async () => {
    const right = await claim(5);
    const numbers = [-1, 0.5, Number.NaN, Infinity, 2 ** 53, 300, 1e308];
    expect(numbers.filter((index) => verifyInclusion(hasher, { ...right, index }))).toEqual([]);
    expect(numbers.filter((size) => size !== 300 && verifyInclusion(hasher, { ...right, size }))).toEqual([]);
    const same = { oldRoot: rootAt(5), newRoot: rootAt(5), proof: [] };
    expect(
      [-1, 0.5, Number.NaN, Infinity].filter((size) =>
        verifyConsistency(hasher, { ...same, oldSize: size, newSize: size }),
      ),
    ).toEqual([]);
  });

  test('an earlier tree that is larger, differs at the same size, or claims a root without entries', () => {
    const roots = { oldRoot: rootAt(8), newRoot: rootAt(8), proof: [] };
    expect(verifyConsistency(hasher, { ...roots, oldSize: 9, newSize: 8 })).toBe(false);
    expect(verifyConsistency(hasher, { ...roots, oldSize: 8, newSize: 8, newRoot: rootAt(9) })).toBe(false);
    expect(verifyConsistency(hasher, { ...roots, oldSize: 0, newSize: 8 })).toBe(false);
    expect(verifyConsistency(hasher, { ...roots, oldSize: 0, newSize: 8, oldRoot: hasher.empty })).toBe(true);
  });

  test('an inner node passed off as an entry', async () => {
    const [left, right] = [leafAt(0), leafAt(1)];
    const disguised = Buffer.concat([left, right]);
    const { proof } = await claim(0);
    const shorter = { index: 0, size: 150, proof: proof.slice(1), root: rootAt(size) };
    expect(verifyInclusion(hasher, { ...shorter, leafHash: hasher.leaf(disguised) })).toBe(false);
  });

  test('a proof asked for beyond the tree is a bug of the caller', async () => {
    const tree = treeOf(entries.slice(0, 3));
    for (const place of [-1, 3, 0.5, Number.NaN])
      await expect(inclusionProof(tree, place)).rejects.toThrow(RangeError);
    await expect(consistencyProof(tree, 4)).rejects.toThrow(RangeError);
  });
});

describe('a range of leaves', () => {
  test('of any tree up to 2^53 − 1 falls into complete subtrees without gap or overlap, largest first', () => {
    assert(
      property(integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (end) => {
        let at = 0;
        for (const { level, index } of nodesIn({ start: 0, end })) {
          expect(index * 2 ** level).toBe(at);
          at += 2 ** level;
        }
        expect(at).toBe(end);
        expect(nodesIn({ start: 0, end })).toHaveLength(end.toString(2).replaceAll('0', '').length);
      }),
    );
  });

  test('an edge with too few hashes is not appended to', () => {
    expect(() => append(hasher, { size: 3, edges: [hasher.empty] }, [])).toThrow(RangeError);
  });
});
