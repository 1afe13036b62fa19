import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import type { Context } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { record } from '#foundation/history/service.ts';
import type { Post } from './schema.ts';
import { lockPost, updatePostSequence } from './store.ts';

/** The post, locked until the verb is through, or a refusal. */
export async function lockedPost(ctx: Context, postId: number): Promise<Post> {
  return (await lockPost(ctx.db, postId)) ?? refuse('missing', 'Không có vị trí này trong hệ thống.');
}

/** Appends to the history of a post; holdings and substitutions are part of it. */
export async function recordPost(
  ctx: Context,
  post: Pick<Post, 'id' | 'sequence'>,
  deed: Deed,
): Promise<void> {
  const sequence = await record(ctx, { name: 'post', id: post.id, after: post.sequence }, [deed]);
  await updatePostSequence(ctx.db, post.id, sequence);
}

/** Runs an insert whose period the database guards against overlaps; an overlap becomes a refusal. */
export async function withoutOverlap<Result>(
  constraint: string,
  sentence: string,
  insert: () => Promise<Result>,
): Promise<Result> {
  try {
    return await insert();
  } catch (error) {
    if (isDuplicate(error, constraint)) refuse('conflict', sentence);
    throw error;
  }
}
