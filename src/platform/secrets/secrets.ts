import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Secrets that must be readable again, kept so that the database alone does not tell them: the key lies in a file of the
 * installation (`secrets/data-key`), never in the database. Every purpose has keys of its own, so that what was sealed for
 * one cannot be passed off as another.
 */
export type Secrets = {
  /** Encrypts a text (AES-256-GCM); the same text looks different each time. Purpose: a fixed name, such as `totp`. */
  readonly seal: (purpose: string, plain: string) => string;
  /** The text again. Throws when it was sealed for another purpose, with another key, or changed since. */
  readonly unseal: (purpose: string, sealed: string) => string;
  /** HMAC-SHA-256 of a text: always the same for the same text, so that it can be looked up without being readable. */
  readonly blindIndex: (purpose: string, text: string) => Buffer;
};

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals with keys derived from the key of the installation, a random text of at least 128 bits. */
export function openSecrets(key: string): Secrets {
  if (key.length < 22) throw new Error('The key of the installation is too short.');
  const keyFor = keeper((label) => Buffer.from(hkdfSync('sha256', key, '', `motcua ${label}`, 32)));
  const mark = keyFor('mark').toString('base64url').slice(0, 8);
  return {
    seal: (purpose, plain) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), nonce);
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const bytes = Buffer.concat([nonce, cipher.getAuthTag(), text]);
      return `${VERSION}.${mark}.${bytes.toString('base64url')}`;
    },
    unseal: (purpose, sealed) => open(keyFor(`seal ${purpose}`), mark, sealed),
    blindIndex: (purpose, text) =>
      createHmac('sha256', keyFor(`index ${purpose}`))
        .update(text.normalize('NFC'))
        .digest(),
  };
}

function open(key: Buffer, mark: string, sealed: string): string {
  const [version, sealedBy, encoded = ''] = sealed.split('.');
  if (version !== VERSION) throw new Error('Not a sealed text of ours.');
  if (sealedBy !== mark) {
    throw new Error(
      `Sealed with another key (${sealedBy ?? ''}, not ${mark}): put the installation's own secrets/data-key back.`,
    );
  }
  const bytes = Buffer.from(encoded, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}

/** Deriving a key takes longer than using it; there are a handful of purposes. */
function keeper(derive: (label: string) => Buffer): (label: string) => Buffer {
  const kept = new Map<string, Buffer>();
  return (label) => {
    const key = kept.get(label) ?? derive(label);
    kept.set(label, key);
    return key;
  };
}
