/** Tiles that come into being when leaves are appended to a published tree. */
import { joined } from './bytes.ts';
import { HASH_BYTES, type Hash, type TreeHasher } from './hash.ts';
import { completeRoot, hashesIn, type PublishedTree } from './published-tree.ts';
import { TILE_WIDTH, tileAt, type HashTile } from './tile.ts';

export type WrittenTile = HashTile & { readonly bytes: Uint8Array };

/**
 * The tiles of `tilesFor(tree.size, tree.size + leafHashes.length)` with their bytes, in that order. Reads only the
 * partial tiles of the right edge, once.
 */
export async function growTiles(
  tree: PublishedTree,
  leafHashes: readonly Hash[],
): Promise<readonly WrittenTile[]> {
  const edges = await readEdges(tree);
  const written: WrittenTile[] = [];
  let added = leafHashes;
  for (let level = 0; added.length > 0; level += 1) {
    const first = Math.floor(tree.size / TILE_WIDTH ** (level + 1));
    const pieces = inTiles([...(edges.get(level) ?? []), ...added]);
    for (const [at, hashes] of pieces.entries()) {
      written.push({ level, index: first + at, width: hashes.length, bytes: joined(...hashes) });
    }
    added = rootsOfFull(tree.hasher, pieces);
  }
  return written;
}

/** Hashes of the partial tile of each level that has one. */
async function readEdges({ size, readTiles }: PublishedTree): Promise<ReadonlyMap<number, readonly Hash[]>> {
  const tiles: HashTile[] = [];
  for (let level = 0; TILE_WIDTH ** level <= size; level += 1) {
    const count = Math.floor(size / TILE_WIDTH ** level);
    if (count % TILE_WIDTH > 0) tiles.push(tileAt(size, { level, position: count - 1 }));
  }
  const read = tiles.length === 0 ? [] : await readTiles(tiles);
  return new Map(tiles.map((tile, at) => [tile.level, hashesOf(tile, read[at])]));
}

function hashesOf({ level, index, width }: HashTile, bytes: Uint8Array | undefined): readonly Hash[] {
  if (bytes === undefined || bytes.length < width * HASH_BYTES)
    throw new Error(`Short tile ${level}/${index}`);
  return hashesIn(bytes.subarray(0, width * HASH_BYTES));
}

/** Hashes of one level cut into tiles from its beginning; the last may be partial. */
export function inTiles(hashes: readonly Hash[]): readonly (readonly Hash[])[] {
  return Array.from({ length: Math.ceil(hashes.length / TILE_WIDTH) }, (_, at) =>
    hashes.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH),
  );
}

/** What stands one tile level higher: the root of each full tile. */
export function rootsOfFull(hasher: TreeHasher, tiles: readonly (readonly Hash[])[]): readonly Hash[] {
  const full = tiles.filter((tile) => tile.length === TILE_WIDTH);
  return full.map((tile) => completeRoot(hasher, tile));
}
