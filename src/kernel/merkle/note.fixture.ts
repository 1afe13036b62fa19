/** Keys, notes and checkpoints of others and of the tests. */
import { keyFromSeed, signingKey } from '#platform/signing/ed25519.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { sha256 } from './merkle.fixture.ts';
import { formatNote } from './note.ts';
import { cosignText, signText, withSignature, type NoteSigner } from './signer.ts';
import { parseVerifierKey, verifierKey, type SignatureType } from './verifier-key.ts';

/** The example that the Go project's note package has published with its key, its private key and another signature. */
export const peterText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
export const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
export const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
export const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
export const enochKey = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
export const peterSeed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
export const witnessKey =
  'witness.navigli.sunlight.geomys.org+a3e00fe2+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G';

/** The example of C2SP tlog-cosignature: a log and its witness. */
export const cosigned = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

export function keyOf(text: string) {
  const key = parseVerifierKey(sha256, text);
  if (key === null) throw new Error(`Not a key: ${text}`);
  return key;
}

export function signerOf(name: string, type: SignatureType, seed: number): NoteSigner {
  const { publicKey, sign } = signingKey(keyFromSeed(new Uint8Array(32).fill(seed)));
  return { key: verifierKey(sha256, { name, type, publicKey }), sign };
}

export const origin = 'motcua.example.vn/nhat-ky';
export const log = signerOf(origin, 1, 1);
export const witness = signerOf('nhan-chung.example.vn', 4, 2);
export const stranger = signerOf(origin, 1, 3);
export const root = sha256(Buffer.from('gốc'));
export const text = formatCheckpoint({ origin, size: 42, root, extensions: [] });
export const at = new Date('2020-04-28T01:30:00.000Z');
export const trust = { origin, log: [log.key], witnesses: [witness.key] };

export async function witnessed(): Promise<string> {
  const signed = { text, signatures: [await signText(text, log)] };
  return formatNote(withSignature(signed, await cosignText(text, witness, at)));
}
