/** Signing of notes with a key that somebody else holds. */
import { toUtf8 } from './bytes.ts';
import { cosignedMessage, formatCosignature } from './cosignature.ts';
import { isNoteText, type NoteSignature, type SignedNote } from './note.ts';
import { SIGNATURE_TYPES, type VerifierKey } from './verifier-key.ts';

/** Signs bytes with Ed25519: 64 bytes. The private key stays where it is. */
export type Sign = (message: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>;

export type NoteSigner = { readonly key: VerifierKey; readonly sign: Sign };

/** The signature of a text by a log (a key of type 1). */
export async function signText(text: string, signer: NoteSigner): Promise<NoteSignature> {
  check(text, signer, SIGNATURE_TYPES.text);
  return line(signer, await signer.sign(toUtf8(text)));
}

/** The signature of a checkpoint's text by a witness (a key of type 4) at an instant, which counts in whole seconds. */
export async function cosignText(text: string, signer: NoteSigner, at: Date): Promise<NoteSignature> {
  check(text, signer, SIGNATURE_TYPES.cosignature);
  const time = Math.floor(at.getTime() / 1000);
  const signature = await signer.sign(cosignedMessage(text, time));
  return line(signer, formatCosignature({ time, signature }));
}

/** The note with one signature more; an older one of the same key gives way. */
export function withSignature(note: SignedNote, signature: NoteSignature): SignedNote {
  const others = note.signatures.filter(
    ({ name, keyId }) => name !== signature.name || keyId !== signature.keyId,
  );
  return { ...note, signatures: [...others, signature] };
}

function line({ key }: NoteSigner, signature: Uint8Array): NoteSignature {
  return { name: key.name, keyId: key.keyId, signature };
}

function check(text: string, { key }: NoteSigner, type: number): void {
  if (!isNoteText(text)) throw new RangeError('Only whole lines without control characters can be signed.');
  if (key.type !== type)
    throw new RangeError(`The key ${key.name} signs notes of type ${key.type}, not ${type}.`);
}
