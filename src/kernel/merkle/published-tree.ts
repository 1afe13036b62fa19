/** A tree read from its published tiles: its root, its edge and every proof, each with one reading. */
import { rangesBetween } from './consistency.ts';
import { foldEdges, type Frontier } from './frontier.ts';
import { HASH_BYTES, isTreeSize, type Hash, type TreeHasher } from './hash.ts';
import { rangesBeside } from './inclusion.ts';
import { nodesIn, type LeafRange, type TreeNode } from './subtree.ts';
import { TILE_WIDTH, tileAt, tilePath, type HashTile } from './tile.ts';

/** Bytes of tiles, in the order asked for. A wider version of a partial tile will do: it begins with the same hashes. */
export type TileReader = (tiles: readonly HashTile[]) => Promise<readonly Uint8Array[]>;

export type PublishedTree = {
  readonly hasher: TreeHasher;
  /** Number of leaves. */
  readonly size: number;
  readonly readTiles: TileReader;
};

/** Levels of the tree inside one tile: 2^8 = 256. */
const TILE_HEIGHT = 8;

/** Hashes beside the way from the leaf (from 0) to the root, lowest first. No such leaf: RangeError. */
export async function inclusionProof(tree: PublishedTree, index: number): Promise<readonly Hash[]> {
  if (!isTreeSize(index) || index >= tree.size)
    throw new RangeError(`No leaf ${index} in a tree of ${tree.size}.`);
  return rootsOf(tree, rangesBeside(index, { start: 0, end: tree.size }));
}

/** Hashes that show the first `oldSize` leaves to be an earlier state of this tree. A larger one: RangeError. */
export async function consistencyProof(tree: PublishedTree, oldSize: number): Promise<readonly Hash[]> {
  if (!isTreeSize(oldSize) || oldSize > tree.size)
    throw new RangeError(`${oldSize} is not before ${tree.size}.`);
  return rootsOf(tree, rangesBetween(oldSize, tree.size));
}

/** The right edge of the tree, to go on appending from. */
export async function frontierOf(tree: PublishedTree): Promise<Frontier> {
  return { size: tree.size, edges: await readNodes(tree, nodesIn({ start: 0, end: tree.size })) };
}

async function rootsOf(tree: PublishedTree, ranges: readonly LeafRange[]): Promise<readonly Hash[]> {
  const parts = ranges.map(nodesIn);
  const hashes = await readNodes(tree, parts.flat());
  let at = 0;
  return parts.map((nodes) => foldEdges(tree.hasher, hashes.slice(at, (at += nodes.length))));
}

/** Each tile is asked for once, all at the same time. */
async function readNodes(tree: PublishedTree, nodes: readonly TreeNode[]): Promise<readonly Hash[]> {
  const places = nodes.map((node) => placeOf(tree.size, node));
  const tiles = new Map(places.map(({ tile }) => [nameOf(tile), tile]));
  const read = await tree.readTiles([...tiles.values()]);
  const bytes = new Map([...tiles.keys()].map((name, at) => [name, read[at]]));
  return places.map((place) => rootInTile(tree.hasher, place, bytes.get(nameOf(place.tile))));
}

/** A node inside its tile: the subtree over `count` hashes from `first` on. */
type Place = { readonly tile: HashTile; readonly first: number; readonly count: number };

function placeOf(size: number, { level, index }: TreeNode): Place {
  const count = 2 ** (level % TILE_HEIGHT);
  const position = index * count;
  const tile = tileAt(size, { level: Math.floor(level / TILE_HEIGHT), position });
  return { tile, first: position % TILE_WIDTH, count };
}

function rootInTile(hasher: TreeHasher, { tile, first, count }: Place, bytes: Uint8Array | undefined): Hash {
  // A tile that is missing or short is damage of the store, not something a caller could mend.
  if (bytes === undefined || bytes.length < tile.width * HASH_BYTES)
    throw new Error(`Short: ${nameOf(tile)}`);
  return completeRoot(hasher, hashesIn(bytes.subarray(first * HASH_BYTES, (first + count) * HASH_BYTES)));
}

/** The hashes of a tile, one by one. */
export function hashesIn(bytes: Uint8Array): readonly Hash[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, at) =>
    bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}

/** The root of a complete subtree, level by level. The number of hashes is a power of two. */
export function completeRoot(hasher: TreeHasher, hashes: readonly Hash[]): Hash {
  const [left, right] = hashes;
  if (left === undefined) throw new RangeError('A complete subtree has hashes.');
  if (right === undefined) return left;
  const above = Array.from({ length: hashes.length / 2 }, (_, at) =>
    hasher.node(hashes[2 * at] ?? left, hashes[2 * at + 1] ?? right),
  );
  return completeRoot(hasher, above);
}

const nameOf = ({ level, index, width }: HashTile): string => tilePath(level, index, width);
