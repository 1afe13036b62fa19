import { isSame, joined } from '#kernel/merkle/bytes.ts';
import { inTiles, rootsOfFull } from '#kernel/merkle/growth.ts';
import type { Hash } from '#kernel/merkle/hash.ts';
import { TILE_WIDTH, tilePath } from '#kernel/merkle/tile.ts';
import type { Context } from '#foundation/context.ts';
import type { Finding } from '#foundation/history/finding.ts';
import { hasher } from '../service.ts';
import { readTiles } from '../store.ts';

/** Compares the stored tiles with those that follow from the entries, batch by batch, then level by level. */
export function tileComparison(ctx: Context) {
  let done = 0;
  const tops: Hash[] = [];
  const compare = async (
    hashes: readonly Hash[],
    level: number,
    first: number,
  ): Promise<readonly Finding[]> => {
    const pieces = inTiles(hashes);
    const stored = await readTiles(
      ctx.db,
      pieces.map((_, at) => ({ level, index: first + at })),
    );
    return pieces.flatMap((piece, at) => {
      const expected = joined(...piece);
      if (isSame(expected, (stored[at] ?? new Uint8Array()).subarray(0, expected.length))) return [];
      const where = tilePath(level, first + at, piece.length);
      return [{ where, sentence: `Mảnh ${where} của cây băm khác với nhật ký.` }];
    });
  };
  return {
    compare: async (leafHashes: readonly Hash[]) => {
      const found = await compare(leafHashes, 0, done / TILE_WIDTH);
      tops.push(...topsOf(leafHashes));
      done += leafHashes.length;
      return found;
    },
    compareUpwards: async () => {
      const found: Finding[] = [];
      let hashes: readonly Hash[] = tops;
      for (let level = 1; hashes.length > 0; level += 1) {
        found.push(...(await compare(hashes, level, 0)));
        hashes = topsOf(hashes);
      }
      return found;
    },
  };
}

function topsOf(hashes: readonly Hash[]): readonly Hash[] {
  return rootsOfFull(hasher, inTiles(hashes));
}
