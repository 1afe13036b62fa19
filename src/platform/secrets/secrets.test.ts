import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSecrets } from './secrets.ts';

const key = randomBytes(24).toString('base64url');
const secrets = openSecrets(key);

describe('A sealed text', () => {
  test('is the same again for whoever has the key, also another process', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        expect(openSecrets(key).unseal('totp', secrets.seal('totp', plain))).toBe(plain);
      }),
    );
  });

  test('looks different each time and does not show what is in it', () => {
    const [once, twice] = [
      secrets.seal('id-number', '052099000777'),
      secrets.seal('id-number', '052099000777'),
    ];
    expect(once).not.toBe(twice);
    expect(Buffer.from(once.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('052099');
  });

  test('is nothing for another purpose', () => {
    expect(() => secrets.unseal('id-number', secrets.seal('totp', 'x'))).toThrow('authenticate');
  });

  test('is nothing with another key, and the error says which file is the wrong one', () => {
    const other = openSecrets(randomBytes(24).toString('base64url'));
    expect(() => other.unseal('totp', secrets.seal('totp', 'x'))).toThrow('secrets/data-key');
  });

  test('is nothing when one bit of it was changed, cut or added', () => {
    const sealed = secrets.seal('totp', 'bí mật');
    const [version, mark, encoded = ''] = sealed.split('.');
    const bytes = Buffer.from(encoded, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => secrets.unseal('totp', `${version}.${mark}.${changed.toString('base64url')}`)).toThrow(
        'authenticate',
      );
    }
    for (const broken of ['', 'v1', `${version}.${mark}.`, `${version}.${mark}.${encoded.slice(0, 20)}`])
      expect(() => secrets.unseal('totp', broken)).toThrow(/sealed|tag|authenticate|IV|initialization/i);
  });
});

describe('A blind index', () => {
  test('finds the same text, however its letters were composed, and tells nothing across purposes', () => {
    expect(secrets.blindIndex('name', 'ạ'.normalize('NFD'))).toEqual(secrets.blindIndex('name', 'ạ'));
    expect(secrets.blindIndex('name', 'a')).not.toEqual(secrets.blindIndex('phone', 'a'));
    expect(secrets.blindIndex('name', 'a')).not.toEqual(
      openSecrets(randomBytes(24).toString('base64url')).blindIndex('name', 'a'),
    );
  });
});

test('a key that is too short is refused', () => {
  expect(() => openSecrets('123456')).toThrow('too short');
});
