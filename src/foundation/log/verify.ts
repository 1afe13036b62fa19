import { isSame, joined } from '#kernel/merkle/bytes.ts';
import { openCheckpoint } from '#kernel/merkle/checkpoint.ts';
import { append, emptyFrontier, type Frontier, frontierRoot } from '#kernel/merkle/frontier.ts';
import { inTiles, rootsOfFull } from '#kernel/merkle/growth.ts';
import type { Hash } from '#kernel/merkle/hash.ts';
import { parseLeaf } from '#kernel/merkle/leaf.ts';
import { TILE_WIDTH, tilePath } from '#kernel/merkle/tile.ts';
import type { Context } from '#foundation/context.ts';
import { differencesFrom } from '#foundation/history/leaf.ts';
import { verifyBytes } from '#platform/signing/ed25519.ts';
import type { LogSigner } from '#platform/signing/log-signer.ts';
import type { Finding, LogEntry, SignedCheckpoint } from './schema.ts';
import { hasher } from './service.ts';
import { countUnlogged, readCheckpoints, readEntries, readErased, readTiles } from './store.ts';

/** A whole number of tiles, so that only the last batch ends inside one. */
const BATCH = TILE_WIDTH * 16;

const PART_WORDS: Readonly<Record<string, string>> = {
  at: 'thời điểm',
  stream: 'bản ghi',
  sequence: 'thứ tự',
  kind: 'loại việc',
  payload: 'nội dung',
  actor: 'người thực hiện',
};

export type Verification = { readonly entries: number; readonly findings: readonly Finding[] };

/**
 * Checks the whole log against everything it speaks of: each entry against its event, the order without gaps, events
 * without an entry, the tiles and every signed checkpoint against the tree computed anew, and what the signer remembers.
 * Reads only. Calls `onProgress` with the entries checked so far.
 */
export async function verifyLog(
  ctx: Context,
  signer: LogSigner,
  onProgress: (checked: number) => void,
): Promise<Verification> {
  const checkpoints = await readCheckpoints(ctx.db);
  const findings: Finding[] = [];
  const roots = new Map<number, Hash>([[0, hasher.empty]]);
  const wanted = new Set([...checkpoints.map(({ size }) => size), signer.last()?.size ?? 0]);
  const erased = new Set(await readErased(ctx.db));
  const tiles = tileComparison(ctx);
  const order = orderOfTimes();
  let frontier = emptyFrontier;
  for (let isEnd = false; !isEnd;) {
    const entries = await readEntries(ctx.db, frontier.size, BATCH);
    const from = frontier.size;
    for (const [at, entry] of entries.entries()) {
      findings.push(...problemsOf(entry, from + at, erased), ...order(entry));
    }
    frontier = grow(frontier, entries, { wanted, roots });
    findings.push(...(await tiles.compare(entries.map(({ leaf }) => hasher.leaf(leaf)))));
    onProgress(frontier.size);
    isEnd = entries.length < BATCH;
  }
  findings.push(...(await tiles.compareUpwards()));
  roots.set(frontier.size, frontierRoot(hasher, frontier));
  findings.push(...(await eventProblems(ctx)));
  for (const checkpoint of checkpoints)
    findings.push(...(await checkpointProblems(checkpoint, roots, signer)));
  findings.push(...signerProblems(signer, roots, frontier.size));
  return { entries: frontier.size, findings };
}

/** What is wrong with the entry at a place: it is another one, it is damaged, its event is gone or altered. */
export function problemsOf(
  { index, eventId, salt, leaf: bytes, event }: LogEntry,
  place: number,
  erased: ReadonlySet<number>,
): readonly Finding[] {
  const where = `mục ${index}`;
  if (index !== place) return [{ where: `mục ${place}`, sentence: `Thiếu mục ${place} của nhật ký.` }];
  const leaf = parseLeaf(bytes);
  if (leaf === null) return [{ where, sentence: `Mục ${index} không còn đọc được: đã bị sửa.` }];
  if (event === null) {
    return [
      { where, sentence: `Sự kiện ${eventId} của mục ${index} (${leaf.stream}, ${leaf.kind}) đã bị xóa.` },
    ];
  }
  if (salt === null && !erased.has(index)) {
    const sentence = `Mục ${index} mất phần mở cam kết mà không có việc xóa dữ liệu cá nhân nào được ghi.`;
    return [{ where, sentence }];
  }
  const parts = differencesFrom(leaf, event, salt).map((part) => PART_WORDS[part] ?? part);
  if (parts.length === 0) return [];
  const sentence = `Sự kiện ${eventId} (${leaf.stream}, số ${leaf.sequence}) khác với nhật ký: ${parts.join(', ')}.`;
  return [{ where, sentence }];
}

/** Entries get their places within a second or two; a verb that waited for a lock wrote its time a little earlier. */
const MOST_BEHIND_MS = 10 * 60_000;

/** Whether each entry says a time that can follow those before it; a recorded recovery begins anew. */
function orderOfTimes(): (entry: LogEntry) => readonly Finding[] {
  let latest = 0;
  return ({ index, leaf: bytes }) => {
    const leaf = parseLeaf(bytes);
    if (leaf === null) return [];
    const at = Date.parse(leaf.at);
    const isRecovery = leaf.stream.startsWith('log:');
    const isBehind = !isRecovery && at < latest - MOST_BEHIND_MS;
    latest = isRecovery ? at : Math.max(latest, at);
    if (!isBehind) return [];
    const sentence = `Sự kiện ${leaf.stream} số ${leaf.sequence} ghi thời điểm sớm hơn các mục trước nó: đã bị lùi ngày hoặc chen vào.`;
    return [{ where: `mục ${index}`, sentence }];
  };
}

type Milestones = { readonly wanted: ReadonlySet<number>; readonly roots: Map<number, Hash> };

/** Appends leaf by leaf where somebody asks for a root on the way, else all at once. */
function grow(from: Frontier, entries: readonly LogEntry[], { wanted, roots }: Milestones): Frontier {
  let frontier = from;
  let waiting: Hash[] = [];
  for (const { leaf } of entries) {
    waiting.push(hasher.leaf(leaf));
    const size = frontier.size + waiting.length;
    if (!wanted.has(size)) continue;
    frontier = append(hasher, frontier, waiting);
    waiting = [];
    roots.set(size, frontierRoot(hasher, frontier));
  }
  return append(hasher, frontier, waiting);
}

/** Compares the stored tiles with those that follow from the entries, batch by batch, then level by level. */
function tileComparison(ctx: Context) {
  let done = 0;
  const tops: Hash[] = [];
  const compare = async (
    hashes: readonly Hash[],
    level: number,
    first: number,
  ): Promise<readonly Finding[]> => {
    const pieces = inTiles(hashes);
    const stored = await readTiles(
      ctx.db,
      pieces.map((_, at) => ({ level, index: first + at })),
    );
    return pieces.flatMap((piece, at) => {
      const expected = joined(...piece);
      if (isSame(expected, (stored[at] ?? new Uint8Array()).subarray(0, expected.length))) return [];
      const where = tilePath(level, first + at, piece.length);
      return [{ where, sentence: `Mảnh ${where} của cây băm khác với nhật ký.` }];
    });
  };
  return {
    compare: async (leafHashes: readonly Hash[]) => {
      const found = await compare(leafHashes, 0, done / TILE_WIDTH);
      tops.push(...topsOf(leafHashes));
      done += leafHashes.length;
      return found;
    },
    compareUpwards: async () => {
      const found: Finding[] = [];
      let hashes: readonly Hash[] = tops;
      for (let level = 1; hashes.length > 0; level += 1) {
        found.push(...(await compare(hashes, level, 0)));
        hashes = topsOf(hashes);
      }
      return found;
    },
  };
}

function topsOf(hashes: readonly Hash[]): readonly Hash[] {
  return rootsOfFull(hasher, inTiles(hashes));
}

async function eventProblems(ctx: Context): Promise<readonly Finding[]> {
  const count = await countUnlogged(ctx.db);
  if (count === 0) return [];
  return [
    {
      where: 'history_events',
      sentence: `${count} sự kiện không có trong nhật ký: được thêm ngoài hệ thống.`,
    },
  ];
}

async function checkpointProblems(
  { size, root, note }: SignedCheckpoint,
  roots: ReadonlyMap<number, Hash>,
  signer: LogSigner,
): Promise<readonly Finding[]> {
  const where = `checkpoint ${size}`;
  const trust = { origin: signer.origin, log: [signer.key], witnesses: [] };
  const opened = await openCheckpoint(note, trust, verifyBytes);
  if (!opened.ok) return [{ where, sentence: `Trạng thái đã ký ở ${size} mục: ${opened.message}` }];
  const stated = opened.checkpoint;
  if (stated.size !== size || !isSame(stated.root, root)) {
    return [{ where, sentence: `Trạng thái đã ký ở ${size} mục không phải của dòng này.` }];
  }
  const computed = roots.get(size);
  if (computed === undefined) {
    return [{ where, sentence: `Đã ký ${size} mục nhưng nhật ký ngắn hơn: phần cuối đã bị cắt.` }];
  }
  return isSame(computed, root)
    ? []
    : [
        {
          where,
          sentence: `Nhật ký khác với trạng thái đã ký ở ${size} mục: mục đã bị sửa, đổi chỗ hoặc thay thế.`,
        },
      ];
}

function signerProblems(
  signer: LogSigner,
  roots: ReadonlyMap<number, Hash>,
  size: number,
): readonly Finding[] {
  const last = signer.last();
  if (last === null) return [];
  const where = 'bộ ký';
  if (last.size > size) {
    return [
      { where, sentence: `Bộ ký đã ký ${last.size} mục, cơ sở dữ liệu chỉ còn ${size}: dữ liệu là bản cũ.` },
    ];
  }
  const computed = roots.get(last.size);
  const isSameTree = computed !== undefined && isSame(computed, last.root);
  return isSameTree
    ? []
    : [{ where, sentence: `Nhật ký không còn là cây mà bộ ký đã ký ở ${last.size} mục.` }];
}
