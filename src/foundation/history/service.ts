import { isDuplicate } from '#platform/database/errors.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#foundation/context.ts';
import type { Deed, HistoryEvent, NamedEvent, StreamName } from './schema.ts';
import { insertEvents, readNamedStream, readStream } from './store.ts';

/**
 * Appends what was done to a record's history, in the verb's transaction, after `after` earlier events.
 * Two people acting on one version of a record collide here: the second gets a refusal and nothing is overwritten.
 * Returns the sequence number of the last event written.
 */
export async function record(
  ctx: Context,
  stream: { readonly name: StreamName; readonly id: number; readonly after: number },
  deeds: readonly Deed[],
): Promise<number> {
  try {
    await insertEvents(
      ctx.db,
      stream,
      deeds.map((deed) => ({ ...deed, ...circumstances(ctx) })),
    );
  } catch (error) {
    if (isDuplicate(error, 'history_events_stream_stream_id_sequence_key')) {
      refuse('conflict', 'Người khác vừa xử lý bản ghi này. Hãy tải lại trang để xem thay đổi rồi làm tiếp.');
    }
    throw error;
  }
  return stream.after + deeds.length;
}

/** The whole history of a record, oldest first. */
export async function historyOf(
  ctx: Context,
  name: StreamName,
  id: number,
): Promise<readonly HistoryEvent[]> {
  return readStream(ctx.db, name, id);
}

/** The same with the names of people and posts, for a timeline. */
export async function namedHistoryOf(
  ctx: Context,
  name: StreamName,
  id: number,
): Promise<readonly NamedEvent[]> {
  return readNamedStream(ctx.db, name, id);
}

function circumstances(ctx: Context) {
  return {
    at: ctx.now,
    accountId: ctx.actor?.accountId ?? null,
    officerId: ctx.actor?.officerId ?? null,
    postId: ctx.actor?.post.postId ?? null,
    unitId: ctx.actor?.post.unitId ?? null,
    requestId: ctx.requestId,
  };
}
