/** Public keys of note signatures, as text that people can pass on: `name+hash+base64(type ‖ key)`. */
import { fromBase64, toBase64 } from './base64.ts';
import { joined, toHex, toUtf8 } from './bytes.ts';
import type { Sha256 } from './hash.ts';
import { isKeyName } from './note.ts';

/** The number of each kind of signature in C2SP: of the note's text, and of a witness with its time. */
export const SIGNATURE_TYPES = { text: 1, cosignature: 4 } as const;

export type SignatureType = (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES];

export type VerifierKey = {
  readonly name: string;
  readonly type: SignatureType;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** What signatures call it by: eight lower-case hexadecimal digits. */
  readonly keyId: string;
};

/** The key with its identifier. A name that cannot be in a note, or another length, is a RangeError. */
export function verifierKey(sha256: Sha256, key: Omit<VerifierKey, 'keyId'>): VerifierKey {
  const { name, type, publicKey } = key;
  if (!isKeyName(name) || publicKey.length !== 32)
    throw new RangeError(`Not the name or length of a key: "${name}"`);
  const identity = joined(toUtf8(`${name}\n`), Uint8Array.of(type), publicKey);
  return { name, type, publicKey, keyId: toHex(sha256(identity).subarray(0, 4)) };
}

export function formatVerifierKey({ name, type, publicKey, keyId }: VerifierKey): string {
  return `${name}+${keyId}+${toBase64(joined(Uint8Array.of(type), publicKey))}`;
}

/** The key of a text, or null: another form, an unknown type, or a hash that is not that of the name and the key. */
export function parseVerifierKey(sha256: Sha256, text: string): VerifierKey | null {
  // The base 64 may have a plus of its own.
  const [, name = '', keyId = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  const type = Object.values(SIGNATURE_TYPES).find((type) => type === bytes?.[0]);
  if (!isKeyName(name) || bytes?.length !== 33 || type === undefined) return null;
  const key = verifierKey(sha256, { name, type, publicKey: bytes.subarray(1) });
  return key.keyId === keyId ? key : null;
}
