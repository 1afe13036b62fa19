/** The private keys of agencies, which sign receipts: one file for each in the signer's folder, made when first needed. */
import path from 'node:path';
import { SIGNATURE_TYPES, type VerifierKey, verifierKey } from '#kernel/merkle/verifier-key.ts';
import type { SigningKey } from './ed25519.ts';
import { openSigningKey, readSigningKey } from './key-file.ts';
import { LOG_KEY_FILE, logNameIn } from './log-signer.ts';
import { sha256 } from './sha256.ts';

export type UnitKeys = {
  /** The key of an agency by its identifier. Refuses like `readSigningKey`. */
  readonly keyOf: (agencyId: string) => Promise<SigningKey>;
  /** The name of the log that receipts can be compared with. */
  readonly logName: () => Promise<string>;
  /** The public key of that log; null where its signer has never run. */
  readonly logKey: () => Promise<VerifierKey | null>;
};

/** Keys in `folder`; `origin` names the log when it has no name yet. Every process that prints needs this folder. */
export function openUnitKeys({
  folder,
  origin,
}: {
  readonly folder: string;
  readonly origin: string;
}): UnitKeys {
  const logName = async (): Promise<string> => logNameIn(folder, origin);
  return {
    keyOf: async (agencyId) => openSigningKey(path.join(folder, `unit-${encodeURIComponent(agencyId)}.pem`)),
    logName,
    logKey: async () => {
      const key = await readSigningKey(path.join(folder, LOG_KEY_FILE));
      if (key === null) return null;
      const { publicKey } = key;
      return verifierKey(sha256, { name: await logName(), type: SIGNATURE_TYPES.text, publicKey });
    },
  };
}
