/** The key of encrypted backups: 32 random bytes in a file that only this account can read. */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse } from '#kernel/refusal.ts';

export type BackupKey = {
  /** Tells a wrong key from damaged bytes; says nothing about the key. 8 bytes. */
  readonly mark: Buffer;
  /** A key of its own for every part, by the part's salt. 32 bytes. */
  readonly forPart: (salt: Buffer) => Buffer;
  /** A name for a stored file that does not tell its hash, by which whoever has the file could find it. */
  readonly nameOf: (hash: string) => string;
};

const KEY_BYTES = 32;

/** Reads a key file. Refuses one that is missing, holds no key, or that other accounts can read. */
export async function readBackupKey(path: string): Promise<BackupKey> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) =>
    refuse(
      'missing',
      `Không đọc được tệp khóa sao lưu ${path} (${error.code ?? error.message}). Hãy chép tệp khóa đã cất giữ vào đó, hoặc chỉ đúng tệp bằng --key.`,
    ),
  );
  try {
    await refuseOpenToOthers(file, path);
    const bytes = Buffer.from((await file.readFile('utf8')).trim(), 'base64url');
    if (bytes.length === KEY_BYTES) return keyOf(bytes);
    return refuse('invalid', `Tệp ${path} không phải khóa sao lưu của Một Cửa. Hãy chỉ đúng tệp bằng --key.`);
  } finally {
    await file.close();
  }
}

/** The key of a file, made now when there is none; `made` tells, since a new key must be copied to a safe place. */
export async function openBackupKey(
  path: string,
): Promise<{ readonly key: BackupKey; readonly made: boolean }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const text = `${randomBytes(KEY_BYTES).toString('base64url')}\n`;
  const made = await writeFile(path, text, { mode: 0o600, flag: 'wx', flush: true }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  return { key: await readBackupKey(path), made };
}

function keyOf(bytes: Buffer): BackupKey {
  const derive = (purpose: string, salt: Buffer | string = ''): Buffer =>
    Buffer.from(hkdfSync('sha256', bytes, salt, `motcua backup ${purpose}`, KEY_BYTES));
  const names = derive('names');
  return {
    mark: derive('mark').subarray(0, 8),
    forPart: (salt) => derive('part', salt),
    nameOf: (hash) => createHmac('sha256', names).update(hash).digest('hex'),
  };
}

/** Windows has no such modes. */
async function refuseOpenToOthers(file: FileHandle, path: string): Promise<void> {
  const { mode } = await file.stat();
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  refuse('forbidden', `Tài khoản khác trên máy đọc được khóa sao lưu ${path}. Hãy chạy: chmod 600 "${path}"`);
}
