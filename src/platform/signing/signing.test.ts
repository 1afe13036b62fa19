import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateKey, keyFromRaw, keyFromSeed, rawPublicKey, signingKey, verifyBytes } from './ed25519.ts';
import { makeKeyFile, openSigningKey, readSigningKey } from './key-file.ts';
import { sha256 } from './sha256.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-signing-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('Ed25519', () => {
  // RFC 8032 §7.1, tests 2 and 3.
  test.each([
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('signs as the vector of seed %s', (...[seed, publicKey, message, signature]) => {
    const key = signingKey(keyFromSeed(Buffer.from(seed, 'hex')));
    const bytes = Buffer.from(message, 'hex');
    expect(Buffer.from(key.publicKey).toString('hex')).toBe(publicKey);
    expect(Buffer.from(key.sign(bytes)).toString('hex')).toBe(signature);
    expect(verifyBytes({ publicKey: key.publicKey, message: bytes, signature: key.sign(bytes) })).toBe(true);
  });

  test('does not verify another message, signature or key, or one of another length', () => {
    const [key, other] = [signingKey(generateKey()), signingKey(generateKey())];
    const message = Buffer.from('hồ sơ');
    const signed = { publicKey: key.publicKey, message, signature: key.sign(message) };
    const wrong = [
      { message: Buffer.from('hồ sơ khác') },
      { signature: signed.signature.map((byte, index) => (index === 0 ? byte ^ 1 : byte)) },
      { signature: signed.signature.subarray(1) },
      { signature: new Uint8Array() },
      { publicKey: other.publicKey },
      { publicKey: key.publicKey.subarray(1) },
      { publicKey: new Uint8Array(32).fill(255) },
    ];
    expect(verifyBytes(signed)).toBe(true);
    expect(wrong.filter((part) => verifyBytes({ ...signed, ...part }))).toEqual([]);
  });

  test('takes raw keys and gives them back, and no other kind of key', () => {
    const raw = rawPublicKey(generateKey());
    expect(Buffer.from(rawPublicKey(keyFromRaw(raw)))).toEqual(Buffer.from(raw));
    expect(() => keyFromRaw(raw.subarray(1))).toThrow(RangeError);
    expect(() => keyFromSeed(new Uint8Array(31))).toThrow(RangeError);
    expect(() => rawPublicKey(generateKeyPairSync('x25519').publicKey)).toThrow(TypeError);
  });

  test('SHA-256 has the vector of FIPS 180', () => {
    expect(Buffer.from(sha256(Buffer.from('abc'))).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('the key file', () => {
  const message = Buffer.from('trạng thái nhật ký');

  test('is made at first, only for its owner, and the same key comes of it afterwards', async () => {
    const path = join(folder, 'khoa', 'nhat-ky.pem');
    expect(await readSigningKey(path)).toBeNull();
    const first = await openSigningKey(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'khoa'))).mode & 0o777).toBe(0o700);
    const again = await openSigningKey(path);
    expect(verifyBytes({ publicKey: again.publicKey, message, signature: first.sign(message) })).toBe(true);
    expect((await readSigningKey(path))?.publicKey).toEqual(first.publicKey);
  });

  test('is one for all who start at once, and nothing else stays in the folder', async () => {
    const path = join(folder, 'nhat-ky.pem');
    const keys = await Promise.all(Array.from({ length: 12 }, () => openSigningKey(path)));
    expect(new Set(keys.map(({ publicKey }) => Buffer.from(publicKey).toString('hex'))).size).toBe(1);
    expect(await readdir(folder)).toEqual(['nhat-ky.pem']);
  });

  test('is never replaced by one that was made at the same time', async () => {
    const path = join(folder, 'nhat-ky.pem');
    await makeKeyFile(path);
    const text = await readFile(path, 'utf8');
    await makeKeyFile(path);
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual([text, ['nhat-ky.pem']]);
  });

  test.each([0o640, 0o604, 0o620, 0o666])('with mode %o is refused, and stays', async (mode) => {
    const path = join(folder, 'nhat-ky.pem');
    await openSigningKey(path);
    await chmod(path, mode);
    await expect(openSigningKey(path)).rejects.toMatchObject({ kind: 'forbidden' });
    await chmod(path, 0o600);
    expect(await readSigningKey(path)).not.toBeNull();
  });

  test('that holds no key, half a key or another kind is refused, never replaced', async () => {
    const path = join(folder, 'nhat-ky.pem');
    await openSigningKey(path);
    const text = await readFile(path, 'utf8');
    const rsa = generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
    for (const wrong of ['', 'khóa', text.slice(0, 60), String(rsa)]) {
      await writeFile(path, wrong);
      await expect(openSigningKey(path)).rejects.toMatchObject({ kind: 'invalid' });
      expect(await readFile(path, 'utf8')).toBe(wrong);
    }
  });
});
