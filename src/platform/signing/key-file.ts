/** Private keys in files that only the account of the system can read: PKCS #8 in PEM, which OpenSSL reads too. */
import { createPrivateKey, randomUUID, type KeyObject } from 'node:crypto';
import { link, mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import { whenCode, writeNew } from './files.ts';
import { generateKey, signingKey, type SigningKey } from './ed25519.ts';

/**
 * The key of a file. The first call makes it, mode 0600; of several processes that start at once one wins and all have
 * its key. Refuses like `readSigningKey`.
 */
export async function openSigningKey(path: string): Promise<SigningKey> {
  const kept = await readSigningKey(path);
  if (kept !== null) return kept;
  await makeKeyFile(path);
  return openSigningKey(path);
}

/**
 * The key of a file, or null when there is no file: whoever has a log already must not take another key for it.
 * Refuses with `forbidden` when other accounts can read the file, with `invalid` when it holds no Ed25519 key.
 */
export async function readSigningKey(path: string): Promise<SigningKey | null> {
  const file = await open(path, 'r').catch(whenCode('ENOENT'));
  if (file === null) return null;
  try {
    await refuseOpenToOthers(file, path);
    return signingKey(privateKeyOf(await file.readFile('utf8'), path));
  } finally {
    await file.close();
  }
}

/**
 * Makes a key, unless there is one already: what another process has made meanwhile stays. It is whole and on disk under
 * another name first, so a crash never leaves half a key.
 */
export async function makeKeyFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeNew(draft, String(generateKey().export({ format: 'pem', type: 'pkcs8' })));
    // A link, unlike a renaming, never replaces the key that another process has made meanwhile.
    await link(draft, path).catch(whenCode('EEXIST'));
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
}

/** The name is on disk as well. Windows cannot open a folder for that and does not need it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

/** Windows has no such modes. */
async function refuseOpenToOthers(file: FileHandle, path: string): Promise<void> {
  const { mode } = await file.stat();
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  refuse('forbidden', `Tài khoản khác trên máy chủ đọc được khóa ký ${path}; hãy chạy: chmod 600 "${path}"`);
}

function privateKeyOf(text: string, path: string): KeyObject {
  const key = parsed(text);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  return refuse('invalid', `Tệp ${path} không phải khóa ký Ed25519; hãy khôi phục tệp này từ bản sao lưu.`);
}

function parsed(text: string): KeyObject | null {
  try {
    return createPrivateKey(text);
  } catch {
    return null; // OpenSSL has many ways to say that it is no key; all mean the same here.
  }
}
