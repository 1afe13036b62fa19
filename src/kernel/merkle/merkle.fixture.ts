/** A second implementation of RFC 6962, written from its formulas and slow, to compare ours with; and vectors of others. */
import { createHash } from 'node:crypto';
import { treeHasher, type Hash } from './hash.ts';
import type { PublishedTree } from './published-tree.ts';
import { tilePath, type HashTile } from './tile.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
export const hasher = treeHasher(sha256);

/** The inputs and roots that the Certificate Transparency project has used since its first implementation. */
export const vectorEntries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((digits) => Buffer.from(digits, 'hex'));

export const vectorRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** Entries unlike one another. */
export const entriesOf = (count: number): readonly Buffer[] =>
  Array.from({ length: count }, (_, index) => Buffer.from(`sự kiện ${index}`));

const of = (...parts: readonly Uint8Array[]): Buffer => sha256(Buffer.concat(parts)) as Buffer; // createHash gives one.

/** MTH(D[n]). */
export function mth(d: readonly Uint8Array[]): Buffer {
  if (d.length === 0) return of();
  if (d.length === 1) return of(Buffer.from([0]), ...d);
  const k = kOf(d.length);
  return of(Buffer.from([1]), mth(d.slice(0, k)), mth(d.slice(k)));
}

/** PATH(m, D[n]). */
export function path(m: number, d: readonly Uint8Array[]): readonly Buffer[] {
  if (d.length === 1) return [];
  const k = kOf(d.length);
  return m < k
    ? [...path(m, d.slice(0, k)), mth(d.slice(k))]
    : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
}

/** PROOF(m, D[n]) = SUBPROOF(m, D[n], true). */
export function subproof(m: number, d: readonly Uint8Array[], b = true): readonly Buffer[] {
  if (m === d.length) return b ? [] : [mth(d)];
  const k = kOf(d.length);
  return m <= k
    ? [...subproof(m, d.slice(0, k), b), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
}

/** k < n ≤ 2k, from the binary form of n − 1. */
const kOf = (n: number): number => 2 ** ((n - 1).toString(2).length - 1);

/** Published tiles in memory, written by nobody's code but this: each hash is the root of its leaves. */
export function treeOf(entries: readonly Uint8Array[]): PublishedTree & { readonly asked: HashTile[] } {
  const asked: HashTile[] = [];
  const readTiles = async (tiles: readonly HashTile[]): Promise<readonly Uint8Array[]> => {
    asked.push(...tiles);
    return tiles.map((tile) => tileBytes(entries, tile));
  };
  return { hasher, size: entries.length, readTiles, asked };
}

export function tileBytes(entries: readonly Uint8Array[], { level, index, width }: HashTile): Uint8Array {
  const span = 256 ** level;
  return Buffer.concat(
    Array.from({ length: width }, (_, at) => {
      const start = (index * 256 + at) * span;
      if (start + span > entries.length) throw new Error(`Not there: ${tilePath(level, index, width)}`);
      return mth(entries.slice(start, start + span));
    }),
  );
}

/** For comparing: bytes print badly. */
export const hex = (hashes: readonly Hash[]): readonly string[] =>
  hashes.map((hash) => Buffer.from(hash).toString('hex'));
