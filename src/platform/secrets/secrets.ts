import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { refuse } from '#kernel/refusal.ts';
import { currentKey, type DataKey, type Keyring, ringOf } from './keyring.ts';

/**
 * Secrets that must be readable again, kept so that the database alone does not tell them: the keys lie in a file of the
 * installation (`secrets/data-key`), never in the database. Every purpose has keys of its own, so that what was sealed for
 * one cannot be passed off as another.
 */
export type Secrets = {
  /** Encrypts a text (AES-256-GCM); the same text looks different each time. Purpose: a fixed name, such as `totp`. */
  readonly seal: (purpose: string, plain: string) => string;
  /**
   * The text again. Throws when it was sealed for another purpose or changed since; refuses when its key is not at hand.
   */
  readonly unseal: (purpose: string, sealed: string) => string;
  /** HMAC-SHA-256 of a text: always the same for the same text, so that it can be looked up without being readable. */
  readonly blindIndex: (purpose: string, text: string) => Buffer;
  /** What stored files are encrypted with. */
  readonly fileKeys: FileKeys;
};

/** The keys of stored files, by the identifier of the key they are derived from. */
export type FileKeys = {
  /** The key that new files take. */
  readonly currentId: () => string;
  /** A key of its own for a file, by the file's salt. Refuses when the key it is derived from is not at hand. */
  readonly forFile: (id: string, salt: Uint8Array) => Buffer;
  /** Refuses when a key is not at hand. */
  readonly require: (id: string) => void;
};

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals with keys derived from those of the installation: one text, or whatever ring is in force when something is sealed
 * or opened.
 */
export function openSecrets(source: string | (() => Keyring)): Secrets {
  const fixed = typeof source === 'string' ? ringOf(source) : undefined;
  const ring = (): Keyring => fixed ?? (source as () => Keyring)(); // Not a text, so it is the other one.
  const derived = keeper((text, label) => Buffer.from(hkdfSync('sha256', text, '', `motcua ${label}`, 32)));
  const known = (id: string): DataKey =>
    ring().keys.find((key) => key.id === id) ?? refuseUnknown(id, currentKey(ring()).id);
  return {
    seal: (purpose, plain) => {
      const { id, text } = currentKey(ring());
      return sealed(derived(text, `seal ${purpose}`), id, plain);
    },
    unseal: (purpose, text) => {
      const id = keyIdOf(text);
      if (id === null) throw new Error('Not a sealed text of ours.');
      return opened(derived(known(id).text, `seal ${purpose}`), text);
    },
    blindIndex: (purpose, text) =>
      createHmac('sha256', derived(ring().indexText, `index ${purpose}`))
        .update(text.normalize('NFC'))
        .digest(),
    fileKeys: {
      currentId: () => currentKey(ring()).id,
      require: (id) => void known(id),
      forFile: (id, salt) =>
        Buffer.from(hkdfSync('sha256', derived(known(id).text, 'files'), salt, 'file', 32)),
    },
  };
}

/** The key that something was sealed with, by its identifier; null when it is nothing that was sealed. */
export function keyIdOf(text: string): string | null {
  const [version, id, encoded] = text.split('.');
  return version === VERSION && id !== undefined && encoded !== undefined ? id : null;
}

/** What everything begins with that a key has sealed. */
export function sealedPrefix(id: string): string {
  return `${VERSION}.${id}.`;
}

function sealed(key: Buffer, id: string, plain: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const bytes = Buffer.concat([nonce, cipher.getAuthTag(), text]);
  return `${sealedPrefix(id)}${bytes.toString('base64url')}`;
}

function opened(key: Buffer, text: string): string {
  const bytes = Buffer.from(text.split('.')[2] ?? '', 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const plain = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([plain, decipher.final()]).toString('utf8');
}

function refuseUnknown(id: string, current: string): never {
  return refuse(
    'conflict',
    `Dữ liệu này được mã hóa bằng khóa ${id}, mà máy chủ chỉ có khóa khác (${current}). Hãy báo quản trị hệ thống chép lại đúng tệp khóa secrets/data-key của hệ thống.`,
  );
}

/** Deriving a key takes longer than using it; there are a handful of purposes and of keys. */
function keeper(derive: (text: string, label: string) => Buffer): typeof derive {
  const kept = new Map<string, Buffer>();
  return (text, label) => {
    const name = `${text} ${label}`;
    const key = kept.get(name) ?? derive(text, label);
    kept.set(name, key);
    return key;
  };
}
