import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  property,
  string,
  uint8Array,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBundle, parseBundle } from './bundle.ts';
import { append, emptyFrontier } from './frontier.ts';
import { growTiles } from './growth.ts';
import type { Hash } from './hash.ts';
import { entriesOf, hasher, hex, tileBytes, treeOf } from './merkle.fixture.ts';
import { frontierOf, inclusionProof, type PublishedTree } from './published-tree.ts';
import { bundlesFor, parseTilePath, tilePath, tilesFor, type HashTile } from './tile.ts';

const pathOf = ({ level, index, width }: HashTile): string => tilePath(level, index, width);

describe('the address of a tile', () => {
  test('is the one of the specification', () => {
    expect(tilePath(0, 1234067)).toBe('tile/0/x001/x234/067');
    expect(tilePath(0, 1234067, 5)).toBe('tile/0/x001/x234/067.p/5');
    expect(tilePath(63, 0)).toBe('tile/63/000');
    expect(tilePath('entries', 1000, 255)).toBe('tile/entries/x001/000.p/255');
  });

  test('is read back as it was written, for every level, index and width', () => {
    const levels = constantFrom<HashTile['level'] | 'entries'>('entries', 0, 1, 6, 63);
    const indexes = integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    assert(
      property(levels, indexes, integer({ min: 1, max: 256 }), (level, index, width) => {
        expect(parseTilePath(tilePath(level, index, width))).toEqual({ level, index, width });
      }),
    );
  });

  test.each([
    '',
    'tile/0/',
    'tile/0/67',
    'tile/0/0067',
    'tile/0/x000/067',
    'tile/0/x001/x067',
    'tile/0/001/067',
    'tile/00/067',
    'tile/64/067',
    'tile/-1/067',
    'tile/data/067',
    'tile/0/067.p/0',
    'tile/0/067.p/05',
    'tile/0/067.p/256',
    'tile/0/067.p/999',
    'tile/0/067.p/',
    'tile/0/067/',
    'tile/0/067\n',
    '/tile/0/067',
    'tile/0/../067',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/٠٦٧',
  ])('%j is none', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  test('no text stops the reader, and what it reads it would write the same', () => {
    const pieces = constantFrom('tile/', '0/', 'x001/', '067', '.p/', '5', 'entries/', '../', 'x', '\u0000');
    assert(
      property(
        oneof(
          string({ unit: 'binary' }),
          array(pieces).map((all) => all.join('')),
        ),
        (path) => {
          const tile = parseTilePath(path);
          expect(tile === null ? path : tilePath(tile.level, tile.index, tile.width)).toBe(path);
        },
      ),
    );
  });

  test('numbers that cannot be are a bug of the caller', () => {
    for (const [level, index, width] of [
      [64, 0, 1],
      [0, -1, 1],
      [0, 0, 0],
      [0, 0, 257],
      [0.5, 0, 1],
    ] as const)
      expect(() => tilePath(level, index, width)).toThrow(RangeError);
  });
});

describe('the tiles of a tree', () => {
  test('of 70,000 entries are those of the specification', () => {
    const tiles = tilesFor(0, 70_000);
    const widths = (level: number, isFull: boolean): readonly number[] =>
      tiles
        .filter((tile) => tile.level === level && (tile.width === 256) === isFull)
        .map(({ width }) => width);
    expect(widths(0, true)).toHaveLength(273);
    expect(widths(0, false)).toEqual([112]);
    expect([widths(1, true).length, widths(1, false), widths(2, false)]).toEqual([1, [17], [1]]);
    expect(tiles).toHaveLength(277);
  });

  test('of 256 entries are one full tile and one above it', () => {
    expect(tilesFor(0, 256).map(pathOf)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect(tilesFor(255, 256).map(pathOf)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect(tilesFor(256, 256)).toEqual([]);
    expect(tilesFor(256, 257).map(pathOf)).toEqual(['tile/0/001.p/1']);
    expect(bundlesFor(250, 520).map(({ level, index, width }) => tilePath(level, index, width))).toEqual([
      'tile/entries/000',
      'tile/entries/001',
      'tile/entries/002.p/8',
    ]);
  });

  test('grow in random steps to the same bytes as written at once, and lead to the same edge', async () => {
    const entries = entriesOf(1400);
    const leaves = entries.map(hasher.leaf);
    await assert(
      asyncProperty(array(integer({ min: 0, max: 700 }), { maxLength: 6 }), async (steps) => {
        const tiles = new Map<string, Uint8Array>();
        let size = 0;
        for (const step of steps) {
          const next = Math.min(size + step, leaves.length);
          const grown = await growTiles(kept(tiles, size), leaves.slice(size, next));
          expect(grown.map(pathOf)).toEqual(tilesFor(size, next).map(pathOf));
          for (const tile of grown) {
            expect(hex([tile.bytes])).toEqual(hex([tileBytes(entries, tile)]));
            tiles.set(pathOf(tile), tile.bytes);
          }
          size = next;
        }
        const frontier = append(hasher, emptyFrontier, leaves.slice(0, size));
        expect(hex((await frontierOf(kept(tiles, size))).edges)).toEqual(hex(frontier.edges));
      }),
      { numRuns: 25 },
    );
  });

  test('reach a third level with 65,536 entries and more', async () => {
    const leaves: readonly Hash[] = Array.from({ length: 65_540 }, (_, index) =>
      hasher.leaf(Buffer.from([index % 7])),
    );
    const none = await growTiles(kept(new Map(), 0), leaves.slice(0, 65_530));
    const tiles = new Map(none.map((tile) => [pathOf(tile), tile.bytes]));
    for (const tile of await growTiles(kept(tiles, 65_530), leaves.slice(65_530)))
      tiles.set(pathOf(tile), tile.bytes);
    expect([...tiles.keys()].filter((path) => path.startsWith('tile/2/'))).toEqual(['tile/2/000.p/1']);
    const frontier = append(hasher, emptyFrontier, leaves);
    expect(hex((await frontierOf(kept(tiles, 65_540))).edges)).toEqual(hex(frontier.edges));
  });

  test('serve when a partial one is gone and the full one is there', async () => {
    const entries = entriesOf(300);
    const tree = treeOf(entries.slice(0, 200));
    const widened: PublishedTree = {
      ...tree,
      readTiles: async (tiles) => tiles.map((tile) => tileBytes(entries, { ...tile, width: 256 })),
    };
    expect(hex(await inclusionProof(widened, 77))).toEqual(hex(await inclusionProof(tree, 77)));
  });

  test('that are short are damage and no proof comes of them', async () => {
    const tree = treeOf(entriesOf(20));
    const short: PublishedTree = { ...tree, readTiles: async (tiles) => tiles.map(() => new Uint8Array(31)) };
    await expect(inclusionProof(short, 3)).rejects.toThrow('Short');
    await expect(growTiles(short, [hasher.empty])).rejects.toThrow('Short');
  });
});

describe('a bundle of entries', () => {
  const entries = array(uint8Array({ maxLength: 300 }), { maxLength: 256 });

  test('gives its entries back', () => {
    assert(
      property(entries, (entries) => {
        expect(parseBundle(formatBundle(entries))?.map((entry) => [...entry])).toEqual(
          entries.map((entry) => [...entry]),
        );
      }),
    );
  });

  test('that is cut or has anything behind it is none', () => {
    assert(
      property(entries, (entries) => {
        const bytes = formatBundle([...entries.slice(0, 255), Uint8Array.of(1, 2, 3)]);
        expect([1, 2, 3, 4].map((cut) => parseBundle(bytes.subarray(0, bytes.length - cut)))).toEqual([
          null,
          null,
          null,
          null,
        ]);
        expect(parseBundle(Buffer.concat([bytes, Buffer.from([0])]))).toBeNull();
      }),
    );
  });

  test('holds entries of 65,535 bytes and 256 of them, no more', () => {
    expect(parseBundle(formatBundle([new Uint8Array(65_535)]))?.map(({ length }) => length)).toEqual([
      65_535,
    ]);
    expect(() => formatBundle([new Uint8Array(65_536)])).toThrow(RangeError);
    expect(() => formatBundle(Array.from({ length: 257 }, () => new Uint8Array()))).toThrow(RangeError);
    expect(parseBundle(new Uint8Array(2 * 257))).toBeNull();
  });
});

/** A tree over tiles that a test keeps. */
function kept(tiles: ReadonlyMap<string, Uint8Array>, size: number): PublishedTree {
  const read = (tile: HashTile): Uint8Array => tiles.get(pathOf(tile)) ?? new Uint8Array();
  return { hasher, size, readTiles: async (wanted) => wanted.map(read) };
}
