import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openArchive } from './zip.ts';

const MEGABYTE = 1024 * 1024;

type Part = { readonly name: string; readonly content: Buffer; readonly claimed?: number };

/** A ZIP archive as the format has it; `claimed` lets an entry lie about its size. */
function archive(parts: readonly Part[], between = Buffer.alloc(0)): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed = content.length } of parts) {
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(8);
    sizes.writeUInt32LE(packed.length, 0);
    sizes.writeUInt32LE(claimed, 4);
    const head = Buffer.concat([
      Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      sizes,
      lengthOf(name),
    ]);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed, between]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        head,
        place.subarray(0),
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

function lengthOf(name: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt16LE(name.length, 0);
  return length;
}

const LIMITS = { unpacked: MEGABYTE, entries: 3, ratio: 1000, free: MEGABYTE };
const isBorne = (bytes: Uint8Array): boolean => openArchive(bytes, LIMITS) !== null;

const page = { name: 'xl/sheet1.xml', content: Buffer.from('<a/>'.repeat(100)) };

describe('What a ZIP archive unpacks to', () => {
  test('is borne when it is little', () => {
    expect(isBorne(archive([page]))).toBe(true);
  });

  test('is refused when a small file becomes a large one', () => {
    const bomb = archive([{ name: 'xl/sheet1.xml', content: Buffer.alloc(8 * MEGABYTE) }]);
    expect(bomb.length).toBeLessThan(MEGABYTE / 16);
    expect(isBorne(bomb)).toBe(false);
  });

  test('is refused when the directory says less than there is', () => {
    const content = Buffer.alloc(8 * MEGABYTE);
    expect(isBorne(archive([{ name: 'a', content, claimed: 10 }]))).toBe(false);
  });

  test('is refused when something hides between the entries', () => {
    expect(isBorne(archive([page, { ...page, name: 'b' }], Buffer.alloc(40)))).toBe(false);
  });

  test('is refused when it is no archive at all', () => {
    expect(isBorne(Buffer.from('PK, nhưng không phải tệp nén'))).toBe(false);
    expect(isBorne(new Uint8Array())).toBe(false);
    expect(isBorne(archive([page]).subarray(0, 60))).toBe(false);
  });

  test('is refused when it is a hundred times the file and more than a little', () => {
    const content = Buffer.alloc(MEGABYTE);
    const bytes = archive([{ name: 'a', content }]);
    expect(openArchive(bytes, { ...LIMITS, ratio: 100, free: 0 })).toBeNull();
    expect(openArchive(bytes, { ...LIMITS, ratio: 100 })).not.toBeNull();
  });

  test('is refused when it has too many entries, or two of one name', () => {
    const named = (...names: readonly string[]) => archive(names.map((name) => ({ ...page, name })));
    expect(isBorne(named('a', 'b', 'c'))).toBe(true);
    expect(isBorne(named('a', 'b', 'c', 'd'))).toBe(false);
    expect(isBorne(named('a', 'A'))).toBe(false);
  });

  test.each(['../a', '/a', 'a\\b', 'a/../../b', 'a\u0000b'])(
    'is refused when an entry is called %j',
    (name) => {
      expect(isBorne(archive([{ ...page, name }]))).toBe(false);
    },
  );

  test('is refused when something follows its end', () => {
    expect(isBorne(Buffer.concat([archive([page]), Buffer.from('<script>')]))).toBe(false);
  });

  test('comes entry by entry', () => {
    const [entry] = openArchive(archive([page]), LIMITS) ?? [];
    expect(entry).toMatchObject({ name: page.name, size: page.content.length });
    expect(entry?.content().equals(page.content)).toBe(true);
  });
});
