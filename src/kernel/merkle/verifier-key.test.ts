import { describe, expect, test } from 'vitest';
import { sha256 } from './merkle.fixture.ts';
import { enochKey, keyOf, peterKey, witnessKey } from './note.fixture.ts';
import { formatVerifierKey, parseVerifierKey } from './verifier-key.ts';

describe('a key as text', () => {
  test('is read and written back, for logs and witnesses of others', () => {
    for (const key of [peterKey, enochKey, witnessKey]) expect(formatVerifierKey(keyOf(key))).toBe(key);
    expect([keyOf(peterKey).type, keyOf(witnessKey).type]).toEqual([1, 4]);
  });

  test('is none when any part of it is missing or any letter of it is another', () => {
    const ends = Array.from(peterKey, (_, index) => index);
    const pieces = ends.flatMap((start) => ends.map((end) => peterKey.slice(start, end)));
    expect(pieces.filter((piece) => parseVerifierKey(sha256, piece) !== null)).toEqual([]);
    expect(ends.slice(1).filter((start) => parseVerifierKey(sha256, peterKey.slice(start)) !== null)).toEqual(
      [],
    );
    for (let index = 0; index < peterKey.length; index += 1) {
      const other = String.fromCharCode(peterKey.charCodeAt(index) + 1);
      expect(
        parseVerifierKey(sha256, peterKey.slice(0, index) + other + peterKey.slice(index + 1)),
      ).toBeNull();
    }
  });

  test('is none with another length or an unknown type, even if its hash is right', () => {
    const long = 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==';
    const unknown = 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect([long, unknown].map((key) => parseVerifierKey(sha256, key))).toEqual([null, null]);
  });
});
