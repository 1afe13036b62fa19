/** What a backup holds. Written last; by it every part is checked. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import type { BackupKey } from './key.ts';
import { refuseDamaged, sealing, unsealing } from './seal.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();
const name = z.string().regex(/^[A-Za-z_][\w$]*$/);
const LOST = ['missing', 'damaged', 'unreadable', 'only-in-backup', 'locked'] as const;

const part = {
  /** Inside the backup's folder. */
  path: z.string().regex(/^(?:database|files|secrets)(?:\/[\w$][\w$.-]*)+$/),
  /** Of the plain content. */
  bytes: count,
  sha256: hash,
  /** As it lies there, compressed and maybe encrypted. */
  stored: z.object({ bytes: count, sha256: hash }),
};

/** Names of secrets become paths. */
const secretName = z.string().regex(/^[\w-][\w.-]*$/);

const table = z.object({ schema: name, name, columns: z.array(z.string().min(1)), rows: count, ...part });
const sequence = z.object({
  schema: name,
  name,
  last: z
    .string()
    .regex(/^-?\d+$/)
    .nullable(),
});

/** The format of before stored files were encrypted had them in clear, under the hash of what they hold. */
const NEWEST_FORMAT = 2;

const storedFile = {
  ...part,
  /** Of what the file holds, by which it is named in the store; absent where that is the hash of the part. */
  hash: hash.optional(),
  /** The key it is encrypted with there; absent when it lies there in clear. */
  dataKey: z.string().optional(),
};

export const manifestSchema = z.object({
  format: z.union([z.literal(1), z.literal(NEWEST_FORMAT)]),
  /** Release of the product that made it. */
  product: z.string(),
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), hash })),
  tables: z.array(table),
  sequences: z.array(sequence),
  /** Unfinished jobs, one a row. */
  jobs: z.object({ rows: count, ...part }),
  files: z.array(z.object(storedFile)),
  secrets: z.array(z.object({ name: secretName, ...part })),
  /** Identifiers of the keys that its rows and files may be sealed with. */
  dataKeys: z.array(z.string()).optional(),
  /**
   * Stored files that were gone, or whose bytes were no longer theirs. `only-in-backup`: gone, but this backup has them.
   * `locked`: backed up as it lies there, but its key was not at hand, so nobody looked into it.
   */
  lostFiles: z.array(z.object({ hash: z.string(), reason: z.enum(LOST) })),
  /** Size and root of the log of the time, in whatever words the log has for them. */
  log: z.string().nullable(),
});

export type Manifest = z.output<typeof manifestSchema>;
export type StoredFilePart = Manifest['files'][number];
export type Part = Omit<StoredFilePart, 'hash' | 'dataKey'>;
export type TablePart = Manifest['tables'][number];
export type Sequence = Manifest['sequences'][number];
export type LostFile = Manifest['lostFiles'][number];

const PLAIN = 'manifest.json';
const SEALED = 'manifest.enc';

export async function writeManifest(
  folder: string,
  key: BackupKey | null,
  manifest: Manifest,
): Promise<void> {
  // In the order of the schema, as a reader renders it again.
  const text = render(manifestSchema.parse(manifest));
  const options = { mode: 0o600, flag: 'wx', flush: true };
  if (key === null) await writeFile(join(folder, PLAIN), text, options);
  else
    await writeFile(join(folder, SEALED), sealing(key, SEALED)(Readable.from([Buffer.from(text)])), options);
}

/**
 * Reads and proves a manifest. Refuses what is no backup, one that needs a key when none is given, one that is not encrypted
 * when a key is (it was put in the place of one that was), another key, one changed byte, and the format of a later release.
 */
export async function readManifest(folder: string, key: BackupKey | null): Promise<Manifest> {
  const text = (await isSealed(folder)) ? await openSealed(folder, key) : await readPlain(folder, key);
  const parsed = envelope.safeParse(parseJson(text));
  if (!parsed.success) refuseDamaged(PLAIN);
  const { manifest, sha256 } = parsed.data;
  if (sha256 !== sumOf(manifest)) refuseDamaged(PLAIN);
  if (formatOf(manifest) > NEWEST_FORMAT)
    refuse(
      'conflict',
      'Bản sao lưu này do bản Một Cửa mới hơn tạo ra. Hãy cập nhật phần mềm rồi phục hồi lại.',
    );
  const known = manifestSchema.safeParse(manifest);
  // Rendered again it must be the same text: a byte that changes nothing in meaning is still a changed byte.
  if (!known.success || render(known.data) !== text) return refuseDamaged(PLAIN);
  return known.data;
}

/** Whether the backup needs a key. */
export async function isSealed(folder: string): Promise<boolean> {
  return access(join(folder, SEALED)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
      throw error;
    },
  );
}

/** What a stored file is called in the store. */
export function storeName({ hash: content, sha256 }: StoredFilePart): string {
  return content ?? sha256;
}

/** Every part of a backup. */
export function partsOf({ tables, jobs, files, secrets }: Manifest): readonly Part[] {
  return [...tables, jobs, ...files, ...secrets];
}

const envelope = z.object({ sha256: hash, manifest: z.unknown() });

function render(manifest: Manifest): string {
  return `${JSON.stringify({ sha256: sumOf(manifest), manifest }, null, 1)}\n`;
}

function sumOf(manifest: unknown): string {
  return createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
}

function formatOf(manifest: unknown): number {
  return z.object({ format: z.number() }).safeParse(manifest).data?.format ?? 0;
}

async function readPlain(folder: string, key: BackupKey | null): Promise<string> {
  const text = await readFile(join(folder, PLAIN), 'utf8').catch((error: NodeJS.ErrnoException) =>
    refuse(
      'missing',
      `${folder} không phải một bản sao lưu trọn vẹn của Một Cửa (không đọc được ${PLAIN}: ${error.code ?? error.message}). Hãy chỉ đúng thư mục, ví dụ …/backups/motcua-20260101T183000Z.`,
    ),
  );
  if (key === null) return text;
  return refuse(
    'conflict',
    `Bản sao lưu ${folder} không được mã hóa, mà đã chỉ khóa. Nếu chắc rằng bản này do mình tạo ra, hãy chạy lại không kèm --key.`,
  );
}

async function openSealed(folder: string, key: BackupKey | null): Promise<string> {
  if (key === null)
    return refuse(
      'invalid',
      'Bản sao lưu này đã mã hóa. Hãy chỉ tệp khóa bằng --key hoặc MOTCUA_BACKUP_KEY_FILE.',
    );
  const bytes = await buffer(unsealing(key, SEALED)(createReadStream(join(folder, SEALED))));
  return bytes.toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Said by the schema.
  }
}
