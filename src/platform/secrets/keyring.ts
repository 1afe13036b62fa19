import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';

/** A key of the installation: a random text of at least 128 bits, from which the keys of every purpose are derived. */
export type DataKey = {
  /** Follows from the key and says nothing about it; what was sealed names its key by it. 8 characters. */
  readonly id: string;
  readonly text: string;
  /** Null for the key of before keys could be changed. */
  readonly madeAt: Date | null;
};

/** The keys of an installation, the newest last: it seals, and the others still open what they sealed. */
export type Keyring = {
  readonly keys: readonly [DataKey, ...DataKey[]];
  /** What blind indexes are made with. It stays when the others change, since an index is looked up by being the same. */
  readonly indexText: string;
};

const stored = z.object({
  format: z.literal(1),
  index: z.string().min(22),
  keys: z.array(z.object({ key: z.string().min(22), madeAt: z.iso.datetime().nullable() })).min(1),
});

/** The only key of an installation. */
export function ringOf(text: string): Keyring {
  return { keys: [dataKey(text, null)], indexText: text };
}

/** Reads the text of a key file: one key, as the first start makes it, or the list that changing keys makes of it. */
export function parseKeyring(text: string): Keyring {
  if (!text.trimStart().startsWith('{')) return ringOf(text.trim());
  const parsed = stored.safeParse(jsonOf(text));
  const keys = parsed.data?.keys.map(({ key, madeAt }) =>
    dataKey(key, madeAt === null ? null : new Date(madeAt)),
  );
  const [first, ...rest] = keys ?? [];
  if (first === undefined || parsed.data === undefined) return refuseDamagedFile();
  return { keys: [first, ...rest], indexText: parsed.data.index };
}

export function renderKeyring({ keys, indexText }: Keyring): string {
  const rows = keys.map(({ text, madeAt }) => ({ key: text, madeAt: madeAt?.toISOString() ?? null }));
  return `${JSON.stringify({ format: 1, index: indexText, keys: rows } satisfies z.input<typeof stored>, null, 1)}\n`;
}

/** The key that seals from now on. */
export function currentKey({ keys }: Keyring): DataKey {
  return keys.at(-1) ?? keys[0];
}

/** The same ring with a new key, which seals from now on. */
export function withNewKey({ keys, indexText }: Keyring, now: Date): Keyring {
  return { keys: [...keys, dataKey(randomBytes(24).toString('base64url'), now)], indexText };
}

/** The ring without a key. Refuses the one that seals, and one that is not there. */
export function withoutKey(ring: Keyring, id: string): Keyring {
  const [first, ...rest] = ring.keys.filter((key) => key.id !== id);
  if (currentKey(ring).id === id || first === undefined)
    refuse('conflict', `Khóa ${id} đang dùng để mã hóa. Hãy thêm khóa mới trước: npx motcua keys rotate.`);
  if (rest.length + 2 > ring.keys.length)
    refuse('missing', `Không có khóa ${id}. Xem các khóa: npx motcua keys status.`);
  return { ...ring, keys: [first, ...rest] };
}

function dataKey(text: string, madeAt: Date | null): DataKey {
  if (text.length < 22) throw new Error('The key of the installation is too short.');
  const id = Buffer.from(hkdfSync('sha256', text, '', 'motcua mark', 32))
    .toString('base64url')
    .slice(0, 8);
  return { id, text, madeAt };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Said by the schema.
  }
}

function refuseDamagedFile(): never {
  return refuse(
    'conflict',
    'Tệp khóa secrets/data-key bị hỏng. Hãy chép lại tệp đã cất giữ; không có nó thì không đọc được số giấy tờ và bản quét.',
  );
}
