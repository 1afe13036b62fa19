/** Ed25519 (RFC 8032) with keys as their 32 raw bytes, which is how notes and receipts carry them. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A private key that never leaves its closure. */
export type SigningKey = {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes; the same message always has the same signature. */
  readonly sign: (message: Uint8Array) => Uint8Array;
};

export type SignedBytes = {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

/** DER before the 32 bytes of a key: SubjectPublicKeyInfo and PKCS #8 of RFC 8410. */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A new private key. */
export function generateKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

/** A private key from its 32 secret bytes. */
export function keyFromSeed(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: withPrefix(privatePrefix, seed), format: 'der', type: 'pkcs8' });
}

/** A public key from its 32 bytes. */
export function keyFromRaw(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: withPrefix(publicPrefix, publicKey), format: 'der', type: 'spki' });
}

/** The 32 public bytes of a private or public Ed25519 key. */
export function rawPublicKey(key: KeyObject): Uint8Array {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(`Not Ed25519: ${key.asymmetricKeyType}`);
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
}

/** Signing with a private key. */
export function signingKey(key: KeyObject): SigningKey {
  return { publicKey: rawPublicKey(key), sign: (message) => sign(null, message, key) };
}

/** Does the signature hold? A key or signature of another length does not. */
export function verifyBytes({ publicKey, message, signature }: SignedBytes): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  return verify(null, message, keyFromRaw(publicKey), signature);
}

function withPrefix(prefix: Buffer, key: Uint8Array): Buffer {
  if (key.length !== 32) throw new RangeError(`An Ed25519 key has 32 bytes, not ${key.length}.`);
  return Buffer.concat([prefix, key]);
}
