import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#foundation/context.ts';
import { readNames } from '../../store.ts';
import { existingPost } from '../details/service.ts';
import type { Holding, Post, Substitution } from '../schema.ts';
import { readHolding, readSubstitution } from '../store.ts';

/** A holding with the words its form shows. The verb authorises. */
export async function holdingToEnd(
  ctx: Context,
  id: number,
): Promise<{ readonly holding: Holding; readonly post: Post; readonly name: string }> {
  const holding = await readHolding(ctx.db, id);
  if (!holding) return refuse('missing', 'Không có lần giữ vị trí này trong hệ thống.');
  const post = await existingPost(ctx, holding.postId);
  const names = await readNames(ctx.db, [holding.officerId]);
  return { holding, post, name: names.get(holding.officerId) ?? '' };
}

/** A substitution with the words its form shows. The verb authorises. */
export async function substitutionToEnd(
  ctx: Context,
  id: number,
): Promise<{ readonly substitution: Substitution; readonly post: Post; readonly name: string }> {
  const substitution = await readSubstitution(ctx.db, id);
  if (!substitution) return refuse('missing', 'Việc làm thay này không có hoặc đã hủy.');
  const post = await existingPost(ctx, substitution.postId);
  const names = await readNames(ctx.db, [substitution.substituteId]);
  return { substitution, post, name: names.get(substitution.substituteId) ?? '' };
}
