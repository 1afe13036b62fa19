/** Reading a signed note with keys that one trusts. */
import { toUtf8 } from './bytes.ts';
import { cosignedMessage, parseCosignature } from './cosignature.ts';
import { parseNote, type NoteSignature } from './note.ts';
import { SIGNATURE_TYPES, type VerifierKey } from './verifier-key.ts';

export type SignedMessage = {
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly message: Uint8Array<ArrayBuffer>;
  /** 64 bytes. */
  readonly signature: Uint8Array<ArrayBuffer>;
};

/** Does the signature hold? In Node or in a browser; the kernel has no cryptography of its own. */
export type Verify = (signed: SignedMessage) => boolean | Promise<boolean>;

/** A signature that holds; `at` is when a witness made it, and null for a signature without a time. */
export type Endorsement = { readonly key: VerifierKey; readonly at: Date | null };

export type NoteProblem = 'malformed' | 'unsigned' | 'forged';

/** Why a note is not believed, with a Vietnamese sentence for whoever reads the check. */
export type Disbelief<Problem extends string = NoteProblem> = {
  readonly ok: false;
  readonly problem: Problem;
  readonly message: string;
};

export type OpenedNote = {
  readonly ok: true;
  readonly text: string;
  /** One for each known key, in the order of the note. Never empty. */
  readonly endorsements: readonly Endorsement[];
};

const MESSAGES = {
  malformed: 'Bản ghi có chữ ký không đúng định dạng; hãy tải lại bản gốc.',
  unsigned: 'Bản ghi không có chữ ký của khóa nào đã biết; hãy kiểm tra lại khóa công khai đang dùng.',
  forged: 'Chữ ký trên bản ghi không khớp với nội dung: bản ghi đã bị sửa hoặc bị làm giả.',
} as const satisfies Readonly<Record<NoteProblem, string>>;

/**
 * The text of a note that at least one of the keys has signed. Signatures of unknown keys do not count; one of a known
 * key that does not hold makes the whole note worthless.
 */
export async function openNote(
  note: string,
  keys: readonly VerifierKey[],
  verify: Verify,
): Promise<OpenedNote | Disbelief> {
  const parsed = parseNote(note);
  if (parsed === null) return disbelief('malformed');
  const endorsements: Endorsement[] = [];
  for (const signature of parsed.signatures) {
    const known = keys.filter(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    if (known.length === 0) continue;
    const endorsement = await endorsementBy(known, { text: parsed.text, signature, verify });
    if (endorsement === null) return disbelief('forged');
    if (!endorsements.some(({ key }) => key === endorsement.key)) endorsements.push(endorsement);
  }
  return endorsements.length === 0 ? disbelief('unsigned') : { ok: true, text: parsed.text, endorsements };
}

type Attempt = { readonly text: string; readonly signature: NoteSignature; readonly verify: Verify };

/** Names and identifiers of two keys may meet by chance: the one whose signature it is counts. */
async function endorsementBy(keys: readonly VerifierKey[], attempt: Attempt): Promise<Endorsement | null> {
  for (const key of keys) {
    const signed = signedBy(key, attempt);
    if (signed?.signature.length !== 64) continue;
    const { at, message, signature } = signed;
    const publicKey = Uint8Array.from(key.publicKey);
    if (await attempt.verify({ publicKey, message, signature })) return { key, at };
  }
  return null;
}

type Signed = Omit<SignedMessage, 'publicKey'> & Pick<Endorsement, 'at'>;

function signedBy({ type }: VerifierKey, { text, signature }: Attempt): Signed | null {
  if (type === SIGNATURE_TYPES.text)
    return { at: null, message: toUtf8(text), signature: Uint8Array.from(signature.signature) };
  const cosignature = parseCosignature(signature.signature);
  if (cosignature === null) return null;
  return {
    at: new Date(cosignature.time * 1000),
    message: cosignedMessage(text, cosignature.time),
    signature: Uint8Array.from(cosignature.signature),
  };
}

function disbelief(problem: NoteProblem): Disbelief {
  return { ok: false, problem, message: MESSAGES[problem] };
}
