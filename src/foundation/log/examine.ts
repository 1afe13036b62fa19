/** What the log says about one event: is it there, is it still what was written, does the signed tree hold it? */
import { openCheckpoint } from '#kernel/merkle/checkpoint.ts';
import { verifyInclusion } from '#kernel/merkle/inclusion.ts';
import type { Context } from '#foundation/context.ts';
import { verifyBytes } from '#platform/signing/ed25519.ts';
import { hasher, proveInclusion } from './service.ts';
import { isPending, readEntries, readErased, readPlace } from './store.ts';
import { problemsOf } from './verification/entries.ts';

export type EventName = { readonly stream: string; readonly streamId: number; readonly sequence: number };

export type Examined =
  /** The event is as it was written, and the tree that the log's key has signed holds it. */
  | { readonly state: 'proven'; readonly index: number; readonly signedAt: Date }
  /** It was written a moment ago, or this process cannot see the key of the log. */
  | { readonly state: 'waiting' }
  | { readonly state: 'contradicted'; readonly sentence: string };

/** Compares one event with its entry, and the entry with the newest signed state. Reads only. */
export async function examineEvent(ctx: Context, event: EventName): Promise<Examined> {
  const place = await readPlace(ctx.db, event);
  if (place === null) {
    if (await isPending(ctx.db, event)) return { state: 'waiting' };
    return contradicted('Sự kiện không có trong nhật ký: được thêm ngoài hệ thống.');
  }
  const [entry] = await readEntries(ctx.db, place, 1);
  if (!entry) throw new Error(`Entry ${place} vanished`);
  const [problem] = problemsOf(entry, place, new Set(await readErased(ctx.db)));
  return problem ? contradicted(problem.sentence) : examineProof(ctx, event, entry.leaf);
}

async function examineProof(ctx: Context, event: EventName, leaf: Uint8Array): Promise<Examined> {
  const evidence = await proveInclusion(ctx, event);
  const key = await ctx.unitKeys.logKey();
  if (evidence === null || key === null) return { state: 'waiting' };
  const { index, proof, checkpoint } = evidence;
  const trust = { origin: key.name, log: [key], witnesses: [] };
  const opened = await openCheckpoint(checkpoint.note, trust, verifyBytes);
  if (!opened.ok) return contradicted(`Trạng thái đã ký của nhật ký: ${opened.message}`);
  const { size, root } = opened.checkpoint;
  if (!verifyInclusion(hasher, { index, size, root, proof, leafHash: hasher.leaf(leaf) })) {
    return contradicted(`Mục ${index} không thuộc nhật ký đã ký ở ${size} mục: đã bị sửa hoặc thay thế.`);
  }
  return { state: 'proven', index, signedAt: checkpoint.signedAt };
}

function contradicted(sentence: string): Examined {
  return { state: 'contradicted', sentence };
}
