/** Names of the pieces in which a log is published (C2SP tlog-tiles, https://c2sp.org/tlog-tiles). */
import { isTreeSize } from './hash.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256;

/** Level of hashes from 0 (leaves) to 63, or the entries themselves. */
export type TileLevel = number | 'entries';

export type Tile = {
  readonly level: TileLevel;
  /** Position in its level, from 0. */
  readonly index: number;
  /** How many hashes or entries it holds: 256, or fewer at the right edge. */
  readonly width: number;
};

/** A tile of hashes. */
export type HashTile = Tile & { readonly level: number };

/** Address under the log: `tile/0/x001/x234/067.p/5`. Numbers that cannot be are a RangeError. */
export function tilePath(level: TileLevel, index: number, width: number = TILE_WIDTH): string {
  if (!isTile({ level, index, width }))
    throw new RangeError(`No tile: level ${level}, ${index}, width ${width}.`);
  const groups =
    String(index)
      .padStart(Math.ceil(String(index).length / 3) * 3, '0')
      .match(/\d{3}/g) ?? [];
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${name}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** The tile of an address, or null for anything that `tilePath` would not write. */
export function parseTilePath(path: string): Tile | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (match === null) return null;
  const [, level = '', name = '', width = String(TILE_WIDTH)] = match;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(name.replaceAll(/[x/]/g, '')),
    width: Number(width),
  };
  return isTile(tile) && tilePath(tile.level, tile.index, tile.width) === path ? tile : null;
}

/** The tiles of hashes that a tree of the new size has and one of the old size had not, lowest level first. */
export function tilesFor(oldSize: number, newSize: number): readonly HashTile[] {
  const tiles: HashTile[] = [];
  for (let [level, span] = [0, 1]; span <= newSize; [level, span] = [level + 1, span * TILE_WIDTH]) {
    const counts = { old: Math.floor(oldSize / span), new: Math.floor(newSize / span) };
    tiles.push(...grown(counts).map((tile) => ({ ...tile, level })));
  }
  return tiles;
}

/** The bundles of entries that are new or wider, likewise. */
export function bundlesFor(oldSize: number, newSize: number): readonly Tile[] {
  return grown({ old: oldSize, new: newSize }).map((tile) => ({ ...tile, level: 'entries' }));
}

/** The tile that holds a position of a level in a tree of a size, as wide as that tree has it. */
export function tileAt(size: number, { level, position }: { level: number; position: number }): HashTile {
  const count = Math.floor(size / TILE_WIDTH ** level);
  if (position >= count)
    throw new RangeError(`A tree of ${size} has no hash ${position} at tile level ${level}.`);
  const index = Math.floor(position / TILE_WIDTH);
  return { level, index, width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH) };
}

function grown(counts: { old: number; new: number }): readonly Omit<Tile, 'level'>[] {
  if (counts.new <= counts.old) return [];
  const first = Math.floor(counts.old / TILE_WIDTH);
  return Array.from({ length: Math.ceil(counts.new / TILE_WIDTH) - first }, (_, at) => {
    const index = first + at;
    return { index, width: Math.min(TILE_WIDTH, counts.new - index * TILE_WIDTH) };
  });
}

function isTile({ level, index, width }: Tile): boolean {
  const isLevel = level === 'entries' || (Number.isInteger(level) && level >= 0 && level <= 63);
  return isLevel && isTreeSize(index) && Number.isInteger(width) && width >= 1 && width <= TILE_WIDTH;
}
