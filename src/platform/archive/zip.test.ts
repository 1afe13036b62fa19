import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpacksWithin } from './zip.ts';

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

const page = { name: 'xl/sheet1.xml', content: Buffer.from('<a/>'.repeat(100)) };

describe('What a ZIP archive unpacks to', () => {
  test('is borne when it is little', () => {
    expect(unpacksWithin(archive([page]), MEGABYTE)).toBe(true);
  });

  test('is refused when a small file becomes a large one', () => {
    const bomb = archive([{ name: 'xl/sheet1.xml', content: Buffer.alloc(8 * MEGABYTE) }]);
    expect(bomb.length).toBeLessThan(MEGABYTE / 16);
    expect(unpacksWithin(bomb, MEGABYTE)).toBe(false);
  });

  test('is refused when the directory says less than there is', () => {
    const content = Buffer.alloc(8 * MEGABYTE);
    expect(unpacksWithin(archive([{ name: 'a', content, claimed: 10 }]), MEGABYTE)).toBe(false);
  });

  test('is refused when something hides between the entries', () => {
    expect(unpacksWithin(archive([page, { ...page, name: 'b' }], Buffer.alloc(40)), MEGABYTE)).toBe(false);
  });

  test('is refused when it is no archive at all', () => {
    expect(unpacksWithin(Buffer.from('PK, nhưng không phải tệp nén'), MEGABYTE)).toBe(false);
    expect(unpacksWithin(new Uint8Array(), MEGABYTE)).toBe(false);
    expect(unpacksWithin(archive([page]).subarray(0, 60), MEGABYTE)).toBe(false);
  });
});
