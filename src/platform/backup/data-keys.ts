/**
 * The keys of the data that a backup holds: stored files lie in it as they lie in the store, and so do sealed columns. The
 * keys come along when the backup itself is encrypted. Beside a backup in clear they would open what they are to keep shut.
 */
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { randomBytes } from 'node:crypto';
import { refuse } from '#kernel/refusal.ts';
import { KEY_FILE, readKeyFile } from '#platform/secrets/key-file.ts';
import { type Keyring, parseKeyring } from '#platform/secrets/keyring.ts';
import { openSecrets, type Secrets } from '#platform/secrets/secrets.ts';
import type { Manifest } from './manifest.ts';
import { readPart, type Shelved } from './part.ts';

/** Opens with a ring; without one, with a key that opens nothing that there is. */
export function secretsOf(ring: Keyring | null): Secrets {
  return openSecrets(ring === null ? randomBytes(24).toString('base64url') : () => ring);
}

/**
 * The ring that a backup was made under: its own, else that of a file of the place it is restored to. Refuses, with what to
 * do, when the keys of the backup are not there. Null for a backup of before stored files were encrypted.
 */
export async function keysFor(
  shelved: Shelved,
  manifest: Manifest,
  keyFile: string,
): Promise<Keyring | null> {
  const own = manifest.secrets.find(({ name }) => name === KEY_FILE);
  const ring = own === undefined ? await readKeyFile(keyFile) : parseKeyring(await textOf(shelved, own));
  const missing = (manifest.dataKeys ?? []).filter((id) => !ring?.keys.some((key) => key.id === id));
  if (missing.length === 0) return ring;
  const [needed, wrong] = [missing.join(', '), ring?.keys.map(({ id }) => id).join(', ')];
  const found =
    wrong === undefined ? `chưa có tệp khóa ${keyFile}` : `tệp khóa ${keyFile} là khóa khác (${wrong})`;
  return refuse(
    'missing',
    `Bản sao lưu này không kèm khóa dữ liệu và cần khóa ${needed}, mà ${found}. Hãy chép tệp secrets/data-key đã cất giữ của hệ thống cũ vào đúng chỗ đó, hoặc chỉ tệp bằng --data-key, rồi chạy lại. Chưa phục hồi gì.`,
  );
}

/** Where an installation keeps its keys. */
export function keyFileIn(secretsFolder: string): string {
  return join(secretsFolder, KEY_FILE);
}

async function textOf(shelved: Shelved, secret: Manifest['secrets'][number]): Promise<string> {
  const bytes = new PassThrough();
  const [content] = await Promise.all([buffer(bytes), readPart(shelved, secret, bytes)]);
  return content.toString('utf8');
}
