import { formatBundle } from '#kernel/merkle/bundle.ts';
import { HASH_BYTES, treeHasher } from '#kernel/merkle/hash.ts';
import { type Tile, TILE_WIDTH } from '#kernel/merkle/tile.ts';
import { frontierRoot } from '#kernel/merkle/frontier.ts';
import { growTiles } from '#kernel/merkle/growth.ts';
import {
  consistencyProof,
  frontierOf,
  inclusionProof,
  type PublishedTree,
} from '#kernel/merkle/published-tree.ts';
import type { Hash } from '#kernel/merkle/hash.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { leafOf } from '#foundation/history/leaf.ts';
import type { Database } from '#platform/database/pool.ts';
import { reached } from '#platform/points.ts';
import type { LogSigner } from '#platform/signing/log-signer.ts';
import { sha256 } from '#platform/signing/sha256.ts';
import { raiseAlarm } from './alarms.ts';
import type { Alarm, LogLag, SignedCheckpoint } from './schema.ts';
import {
  insertCheckpoint,
  insertPending,
  placePending,
  readLastCheckpoint,
  readLag,
  readLeaves,
  readOpenAlarm,
  readPlace,
  readRecentCheckpoints,
  readSize,
  readTiles,
  readUnlogged,
  saveTiles,
  tryToSequence,
} from './store.ts';

export { openAlarm } from './alarms.ts';

export const hasher = treeHasher(sha256);

/** Entries placed in one transaction at most: what has waited long does not hold up what comes now. */
const BATCH = 5000;

/** The tree over the first `size` entries, read from its tiles. */
export function treeOf(db: Database, size: number): PublishedTree {
  return { hasher, size, readTiles: async (tiles) => readTiles(db, tiles) };
}

/**
 * Gives waiting entries their places and brings the tree up to date. Returns how many it placed: 0 when none waited or
 * another process was at it.
 */
export async function sequence(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    if (!(await tryToSequence(tx.db))) return 0;
    const size = await readSize(tx.db);
    const leaves = await placePending(tx.db, size, BATCH);
    const hashes = leaves.map((leaf) => hasher.leaf(leaf));
    if (hashes.length > 0) await saveTiles(tx.db, await growTiles(treeOf(tx.db, size), hashes));
    return hashes.length;
  });
}

/** Makes entries for events from before the log began. Returns how many. */
export async function adoptEarlier(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    if (!(await tryToSequence(tx.db))) return 0;
    const events = await readUnlogged(tx.db, BATCH);
    if (events.length === 0) return 0;
    await insertPending(
      tx.db,
      events.map((event) => ({ eventId: event.id, ...leafOf(event) })),
    );
    return events.length;
  });
}

/**
 * Has the tree as it stands signed, when it has grown. When the signer refuses, an alarm is raised, which stops all
 * writing until a person settles it; returns the alarm then, else null.
 */
export async function signLog(ctx: Context, signer: LogSigner): Promise<Alarm | null> {
  const open = await readOpenAlarm(ctx.db);
  if (open !== null) return open;
  const size = await readSize(ctx.db);
  const last = signer.last();
  const signed = await readLastCheckpoint(ctx.db);
  if (last?.size === size && signed?.size === size) return null;
  const tree = treeOf(ctx.db, size);
  const root = frontierRoot(hasher, await frontierOf(tree));
  const proof = last === null || last.size > size ? [] : await consistencyProof(tree, last.size);
  const answer = await signer.sign({ size, root }, proof);
  if ('refused' in answer)
    return raiseAlarm(ctx, answer.refused, sentenceOf(answer.refused, answer.last.size, size));
  reached('log-signed');
  await insertCheckpoint(ctx.db, { size, root, note: answer.note, signedAt: ctx.now });
  return null;
}

function sentenceOf(kind: 'smaller' | 'forked', signed: number, size: number): string {
  return kind === 'smaller'
    ? `Cơ sở dữ liệu chỉ có ${size} mục nhật ký trong khi ${signed} mục đã được ký: dữ liệu là bản cũ hơn.`
    : `Nhật ký trong cơ sở dữ liệu không nối tiếp ${signed} mục đã được ký: lịch sử đã bị thay đổi.`;
}

/** The newest checkpoint, for the public; null before the first. */
export async function newestCheckpoint(ctx: Context): Promise<SignedCheckpoint | null> {
  return readLastCheckpoint(ctx.db);
}

/** As many as a page shows. */
const RECENT = 20;

export async function recentCheckpoints(ctx: Context): Promise<readonly SignedCheckpoint[]> {
  return readRecentCheckpoints(ctx.db, RECENT);
}

export type InclusionEvidence = {
  readonly index: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: SignedCheckpoint;
};

/** The proof that an event is in the newest signed tree; null while it waits for its place or for the signature. */
export async function proveInclusion(
  ctx: Context,
  event: { readonly stream: string; readonly streamId: number; readonly sequence: number },
): Promise<InclusionEvidence | null> {
  const checkpoint = await readLastCheckpoint(ctx.db);
  const index = await readPlace(ctx.db, event);
  if (checkpoint === null || index === null || index >= checkpoint.size) return null;
  const proof = await inclusionProof(treeOf(ctx.db, checkpoint.size), index);
  return { index, proof, checkpoint };
}

/** The bytes of a tile or bundle as they are published; null for anything beyond what has been signed. */
export async function publishedTile(ctx: Context, tile: Tile): Promise<Uint8Array | null> {
  const { level, index, width } = tile;
  const size = (await readLastCheckpoint(ctx.db))?.size ?? 0;
  if (!isSigned(tile, size)) return null;
  if (level === 'entries') return formatBundle(await readLeaves(ctx.db, index * TILE_WIDTH, width));
  const [hashes] = await readTiles(ctx.db, [{ level, index }]);
  const length = width * HASH_BYTES;
  return hashes === undefined || hashes.length < length ? null : hashes.subarray(0, length);
}

function isSigned({ level, index, width }: Tile, size: number): boolean {
  const onLevel = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level));
  return index * TILE_WIDTH + width <= onLevel;
}

/** How far the log is behind what is written, for whoever watches the installation. */
export async function logLag(ctx: Context): Promise<LogLag> {
  const { waiting, oldestAt, signedAt, unsigned } = await readLag(ctx.db);
  const since = (at: Date | null): number | null =>
    at === null ? null : Math.max(0, ctx.now.getTime() - at.getTime());
  return { waiting, unsigned, oldestMs: since(oldestAt), signedMs: since(signedAt) };
}
