import { parseVerifierKey, SIGNATURE_TYPES, type VerifierKey } from '#kernel/merkle/verifier-key.ts';
import { sha256 } from '#platform/signing/sha256.ts';

/** A key of a log signs its text, a key of a witness cosigns. */
export type KeyName = keyof typeof SIGNATURE_TYPES;

/** The key of a line that people pass on, when it is one of this kind; else null. */
export function witnessKeyNamed(text: string, kind: KeyName): VerifierKey | null {
  const key = parseVerifierKey(sha256, text.trim());
  return key?.type === SIGNATURE_TYPES[kind] ? key : null;
}
