import { join } from 'node:path';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { changeKeyFile, KEY_FILE, readKeyFile } from '#platform/secrets/key-file.ts';
import { currentKey, type Keyring, withNewKey, withoutKey } from '#platform/secrets/keyring.ts';
import { sealedPrefix } from '#platform/secrets/secrets.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { type KeysStatus, type KeyUse, type Resealed, SEALED_COLUMNS, type SealedColumn } from './schema.ts';
import { countByKey, lockSealedOtherwise, replaceSealed } from './store.ts';

const BATCH = 500;
/** A key may go so long after the newest was made: until then a process may still be sealing with it. */
const SETTLED_AFTER_MS = 60_000;

/** Adds a key, which seals from now on, and has everything sealed anew in the background. */
export async function addKey(ctx: Context, secretsFolder: string): Promise<Keyring> {
  return inTransaction(ctx, async (tx) => {
    const ring = await changeKeyFile(secretsFolder, (before) => withNewKey(before, tx.now));
    await note(tx, { kind: 'added', payload: { key: currentKey(ring).id } });
    await queueReseal(tx);
    return ring;
  });
}

/** The keys of the installation as they are now. */
export async function ringOf(secretsFolder: string): Promise<Keyring> {
  return (await readKeyFile(join(secretsFolder, KEY_FILE))) ?? refuse('missing', 'Chưa có tệp khóa.');
}

/** Keys are named by their identifiers, which say nothing about them. */
async function note(tx: TransactionContext, deed: Deed): Promise<void> {
  const after = (await historyOf(tx, 'data-key', 1)).length;
  await record(tx, { name: 'data-key', id: 1, after }, [deed]);
}

/** The background job; one waits at a time. */
export async function queueReseal(ctx: Context): Promise<void> {
  await queueJob(ctx.db, { task: 'reseal', payload: {}, key: 'reseal' });
}

/** Takes out a key with which nothing is sealed any more. Refuses while anything is, or may be. */
export async function retireKey(ctx: Context, secretsFolder: string, id: string): Promise<Keyring> {
  const ring = await ringOf(secretsFolder);
  withoutKey(ring, id);
  const madeAt = currentKey(ring).madeAt?.getTime() ?? 0;
  if (ctx.now.getTime() - madeAt < SETTLED_AFTER_MS)
    refuse(
      'conflict',
      'Khóa mới vừa được thêm. Hãy chờ một phút để mọi tiến trình dùng khóa mới rồi chạy lại.',
    );
  const use = (await useByKey(ctx)).get(id);
  if (use !== undefined)
    refuse(
      'conflict',
      `Còn ${use.values} dữ liệu và ${use.files} tệp dưới khóa ${id}. Hãy chạy: npx motcua keys reseal, rồi chạy lại.`,
    );
  return inTransaction(ctx, async (tx) => {
    await note(tx, { kind: 'retired', payload: { key: id } });
    return changeKeyFile(secretsFolder, (before) => withoutKey(before, id));
  });
}

/** What lies under each key. Looks into every sealed column and at the beginning of every stored file. */
export async function keysStatus(ctx: Context, ring: Keyring): Promise<KeysStatus> {
  const used = await useByKey(ctx);
  const known = new Set(ring.keys.map(({ id }) => id));
  return {
    currentId: currentKey(ring).id,
    keys: ring.keys.map(({ id, madeAt }) => ({ id, madeAt, ...(used.get(id) ?? NOTHING) })),
    unknown: [...used].filter(([id]) => id !== CLEAR && !known.has(id)).map(([id, use]) => ({ id, ...use })),
    clearFiles: used.get(CLEAR)?.files ?? 0,
  };
}

const NOTHING: KeyUse = { values: 0, files: 0 };
const CLEAR = '';

async function useByKey(ctx: Context): Promise<ReadonlyMap<string, KeyUse>> {
  const used = new Map<string, KeyUse>();
  const add = (id: string, use: Partial<KeyUse>): void => {
    const before = used.get(id) ?? NOTHING;
    used.set(id, {
      values: before.values + (use.values ?? 0),
      files: before.files + (use.files ?? 0),
    });
  };
  for (const column of SEALED_COLUMNS)
    for (const { id, count } of await countByKey(ctx.db, column)) add(id, { values: count });
  for await (const hash of ctx.files.hashes()) {
    const id = await unlessGone(async () => (await ctx.files.keyOf(hash)) ?? CLEAR);
    if (id !== null) add(id, { files: 1 });
  }
  return used;
}

/**
 * Seals everything that is sealed with an older key, and stored files in clear, with the key in force. Batch by batch,
 * beside running work; may be broken off and done again. What cannot be opened stays as it is and is told.
 */
export async function reseal(ctx: Context, onLine: (line: string) => void): Promise<Resealed> {
  const problems: string[] = [];
  let [values, files] = [0, 0];
  for (const column of SEALED_COLUMNS) values += await resealColumn(ctx, column, problems);
  if (values > 0) onLine(`Đã mã hóa lại ${values} dữ liệu.`);
  for await (const hash of ctx.files.hashes()) {
    const isAnew = await unlessGone(async () => ctx.files.reseal(hash), problems);
    if (isAnew === true && (files += 1) % 500 === 0) onLine(`Đã mã hóa lại ${files} tệp…`);
  }
  return { values, files, problems };
}

async function resealColumn(ctx: Context, column: SealedColumn, problems: string[]): Promise<number> {
  const prefix = sealedPrefix(ctx.secrets.fileKeys.currentId());
  let done = 0;
  for (let after: string | null = '(0,0)'; after !== null;) {
    const from: string = after;
    const batch = await inTransaction(ctx, async (tx) => {
      const found = await lockSealedOtherwise(tx.db, column, { prefix, after: from, limit: BATCH });
      let anew = 0;
      for (const { place, text } of found) {
        const again = sealedAnew(tx, column, text);
        if (again.problem !== undefined) {
          if (!problems.includes(again.problem)) problems.push(again.problem);
          continue;
        }
        await replaceSealed(tx.db, column, { place, text: again.text });
        anew += 1;
      }
      return { last: found.at(-1)?.place ?? null, anew };
    });
    done += batch.anew;
    after = batch.last;
  }
  return done;
}

type Again =
  { readonly text: string; readonly problem?: never } | { readonly problem: string; readonly text?: never };

/** What cannot be opened is told by its table: it was changed, or its key is away. */
function sealedAnew({ secrets }: Context, { table, purpose }: SealedColumn, text: string): Again {
  try {
    return { text: secrets.seal(purpose, secrets.unseal(purpose, text)) };
  } catch (error) {
    const why = error instanceof Refusal ? error.message : 'dữ liệu đã mã hóa bị sửa nên không mở được.';
    return { problem: `Bảng ${table}: ${why}` };
  }
}

/** What work answers, or null when what it was about is gone or cannot be opened: the rest goes on. */
async function unlessGone<Result>(
  work: () => Promise<Result>,
  problems: string[] = [],
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.kind !== 'missing' && !problems.includes(error.message)) problems.push(error.message);
    return null;
  }
}
