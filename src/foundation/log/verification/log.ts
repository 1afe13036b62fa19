/** The log itself: every entry, its event, the tiles and every signed state, range by range, so that memory stays small. */
import { append, emptyFrontier, type Frontier, frontierRoot } from '#kernel/merkle/frontier.ts';
import type { Hash } from '#kernel/merkle/hash.ts';
import { TILE_WIDTH } from '#kernel/merkle/tile.ts';
import type { Context } from '#foundation/context.ts';
import type { LogEntry, SignedCheckpoint } from '../schema.ts';
import { hasher } from '../service.ts';
import { readEntries, readErased, readLastCheckpoint } from '../store.ts';
import { readCosignatures } from '../witness/store.ts';
import { orderOfTimes, problemsOf } from './entries.ts';
import type { Findings } from './findings.ts';
import {
  checkpointProblems,
  cosignatureProblems,
  memoryProblems,
  rememberedSizes,
  type Trusted,
} from './states.ts';
import { readCheckpointsBetween, readUnloggedBetween, readWaiting } from './store.ts';
import { tileComparison } from './tiles.ts';

/** A whole number of tiles, so that only the last batch ends inside one. */
const BATCH = TILE_WIDTH * 16;

export type Walk = {
  readonly trusted: Trusted;
  readonly findings: Findings;
  readonly progress: (checked: number) => void;
};

/** Walks the whole log; returns how many entries it has. */
export async function walkLog(ctx: Context, walk: Walk): Promise<number> {
  const { trusted, findings, progress } = walk;
  // What is signed from now on belongs to entries that may come after the last one read here.
  const signedUpTo = (await readLastCheckpoint(ctx.db))?.size ?? 0;
  const roots = new Map<number, Hash>([[0, hasher.empty]]);
  const tiles = tileComparison(ctx);
  const reader = entryReader(ctx);
  let frontier = emptyFrontier;
  for (let isEnd = false; !isEnd;) {
    const from = frontier.size;
    const { entries, problems } = await reader.next();
    findings.add(...problems);
    const range = { after: from, upTo: Math.min(from + entries.length, signedUpTo) };
    frontier = await grow(ctx, walk, { frontier, entries, range, roots });
    findings.add(...(await tiles.compare(entries.map(({ leaf }) => hasher.leaf(leaf)))));
    progress(frontier.size);
    isEnd = entries.length < BATCH;
  }
  findings.add(...(await tiles.compareUpwards()));
  for (const cut of await readCheckpointsBetween(ctx.db, { after: frontier.size, upTo: signedUpTo }))
    findings.add(...(await checkpointProblems(cut, null, trusted)));
  findings.add(...memoryProblems(trusted, roots, frontier.size));
  await lookForUnlogged(ctx, findings);
  return frontier.size;
}

/** Entries from the first on, a batch at a time, with what is wrong with each; a gap is told once. */
function entryReader(ctx: Context) {
  const order = orderOfTimes();
  let place = 0;
  const look = (entries: readonly LogEntry[], erased: ReadonlySet<number>) =>
    entries.flatMap((entry, at) => problemsOf(entry, (entries[at - 1]?.index ?? place - 1) + 1, erased));
  return {
    next: async () => {
      let entries = await readEntries(ctx.db, place, BATCH);
      let problems = look(entries, new Set());
      if (problems.length > 0) {
        // Personal data may have been erased, just now too: read again, then what the history tells of it.
        entries = await readEntries(ctx.db, place, entries.length);
        problems = look(entries, new Set(await readErased(ctx.db)));
      }
      place = (entries.at(-1)?.index ?? place - 1) + 1;
      return { entries, problems: [...problems, ...entries.flatMap(order)] };
    },
  };
}

type Batch = {
  readonly frontier: Frontier;
  readonly entries: readonly LogEntry[];
  readonly range: { readonly after: number; readonly upTo: number };
  /** Roots at sizes that somebody outside remembers. */
  readonly roots: Map<number, Hash>;
};

/** Appends the entries, and looks at the states that were signed on the way. */
async function grow(ctx: Context, { trusted, findings }: Walk, batch: Batch): Promise<Frontier> {
  const { entries, range, roots } = batch;
  const signed = new Map(
    (await readCheckpointsBetween(ctx.db, range)).map((checkpoint) => [checkpoint.size, checkpoint]),
  );
  const remembered = new Set(rememberedSizes(trusted));
  let { frontier } = batch;
  let waiting: Hash[] = [];
  for (const { leaf } of entries) {
    waiting.push(hasher.leaf(leaf));
    const size = frontier.size + waiting.length;
    const checkpoint = signed.get(size);
    if (!checkpoint && !remembered.has(size)) continue;
    frontier = append(hasher, frontier, waiting);
    waiting = [];
    const root = frontierRoot(hasher, frontier);
    if (remembered.has(size)) roots.set(size, root);
    if (checkpoint) findings.add(...(await checkpointProblems(checkpoint, root, trusted)));
  }
  await lookAtCosignatures(ctx, { trusted, findings, signed, range });
  return append(hasher, frontier, waiting);
}

async function lookAtCosignatures(
  ctx: Context,
  looked: Pick<Walk, 'trusted' | 'findings'> &
    Pick<Batch, 'range'> & { readonly signed: ReadonlyMap<number, SignedCheckpoint> },
): Promise<void> {
  const { trusted, findings, signed, range } = looked;
  if (signed.size === 0) return;
  for (const cosignature of await readCosignatures(ctx.db, range)) {
    const note = signed.get(cosignature.size)?.note;
    if (note !== undefined) findings.add(...(await cosignatureProblems(cosignature, note, trusted)));
  }
}

/** Events looked at in one statement. */
const EVENTS = 50_000;
/** As many are named; the rest is counted. */
const NAMED = 20;

/** Events without an entry, and entries that wait whose event is another one by now. */
async function lookForUnlogged(ctx: Context, findings: Findings): Promise<void> {
  let count = 0;
  const names: string[] = [];
  for (let after = 0; ;) {
    const { last, unlogged } = await readUnloggedBetween(ctx.db, { after, limit: EVENTS });
    count += unlogged.length;
    const few = unlogged.slice(0, NAMED - names.length);
    names.push(...few.map(({ stream, streamId, sequence }) => `${stream}:${streamId} số ${sequence}`));
    if (last === null) break;
    after = last;
  }
  if (count > 0) {
    const which = `${names.join(', ')}${count > names.length ? '…' : ''}`;
    const sentence = `${count} sự kiện không có trong nhật ký: được thêm ngoài hệ thống (${which}).`;
    findings.add({ where: 'history_events', sentence });
  }
  for (const { eventId, ...entry } of await readWaiting(ctx.db, BATCH)) {
    const [problem] = problemsOf({ index: 0, eventId, ...entry }, 0, new Set());
    if (problem) findings.add({ where: `sự kiện ${eventId}`, sentence: `Mục đang chờ: ${problem.sentence}` });
  }
}
