import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import { type Actor, type Context, inTransaction } from '#foundation/context.ts';
import { isHoldingAnyPost } from '../store.ts';
import { lockedPost, recordPost, withoutOverlap } from './record.ts';
import { assertMayGrant, covers, effectiveAt, endOfDay, holdsAt } from './rules.ts';
import type { Post, SubstituteInput, Substitution } from './schema.ts';
import {
  deleteSubstitution,
  insertSubstitution,
  readHoldings,
  readSubstitution,
  updateSubstitutionEnd,
} from './store.ts';

/**
 * Lets a person act in a post while its holder is absent: until the end of the last day. The holder appoints their own
 * substitute; a leader does it for posts of the unit and below; home affairs and the administrator for all. Nobody
 * appoints themselves, and a substitute appoints no further substitute. Returns the substitution.
 */
export async function appointSubstitute(ctx: Context, input: SubstituteInput): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const post = await lockedPost(tx, input.postId);
    const actor = await authoriseFor(tx, post);
    const roles = isHolder(actor, post.id) ? [] : post.roles;
    assertMayGrant(actor, { roles, officerId: input.substituteId });
    const period = periodOf(tx, post, input);
    await assertFitting(tx, post, input.substituteId);
    const { substituteId, reason } = input;
    const substitution = { postId: post.id, substituteId, reason, ...period };
    const taken = 'Trong thời gian đó đã có người khác làm thay vị trí này. Hãy chọn ngày khác.';
    const insert = () => insertSubstitution(tx.db, substitution);
    const id = await withoutOverlap('substitutions_one_at_a_time', taken, insert);
    const payload = { substitutionId: id, substituteId, reason, ...period };
    await recordPost(tx, post, { kind: 'substitute-appointed', payload });
    return id;
  });
}

/** Ends a substitution at once, or calls it off before it begins. By whoever may appoint one. */
export async function endSubstitution(
  ctx: Context,
  input: { readonly substitutionId: number },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await readSubstitution(tx.db, input.substitutionId);
    const post = await lockedPost(tx, found?.postId ?? 0);
    await authoriseFor(tx, post);
    const substitution = await openSubstitution(tx, input.substitutionId);
    const { id, substituteId } = substitution;
    if (substitution.validFrom >= tx.now) {
      await deleteSubstitution(tx.db, id);
      const payload = { substitutionId: id, substituteId };
      return recordPost(tx, post, { kind: 'substitution-cancelled', payload });
    }
    await updateSubstitutionEnd(tx.db, id, tx.now);
    const payload = { substitutionId: id, substituteId, validTo: tx.now };
    return recordPost(tx, post, { kind: 'substitution-ended', payload });
  });
}

/** Whether the actor holds the post themselves, which a substitute does not. */
export function isHolder(actor: Actor, postId: number): boolean {
  return actor.posts.some((post) => post.postId === postId && post.substitutesFor === null);
}

async function authoriseFor(ctx: Context, post: Post): Promise<Actor> {
  const actor = requireActor(ctx);
  return isHolder(actor, post.id) ? actor : authorise(ctx, 'substitution.appoint', post.unitId);
}

function periodOf(ctx: Context, post: Post, input: SubstituteInput) {
  if (input.from < localDateOf(ctx.now)) {
    const message = 'Ngày bắt đầu không được trước hôm nay: việc đã làm không đổi người làm được.';
    refuse('invalid', message, { from: message });
  }
  if (input.until < input.from) {
    const message = 'Ngày cuối phải bằng hoặc sau ngày bắt đầu.';
    refuse('invalid', message, { until: message });
  }
  const period = { validFrom: effectiveAt(input.from, ctx.now), validTo: endOfDay(input.until) };
  if (covers(post, period)) return period;
  const message = 'Vị trí này không tồn tại suốt thời gian đó. Hãy chọn ngày khác.';
  return refuse('invalid', message, { until: message });
}

/** A substitute is an official at work who does not hold the post already. */
async function assertFitting(ctx: Context, post: Post, officerId: number): Promise<void> {
  if (!(await isHoldingAnyPost(ctx.db, officerId, ctx.now))) {
    const message = 'Người làm thay phải đang giữ một vị trí công tác. Hãy chọn người khác.';
    refuse('invalid', message, { substituteId: message });
  }
  const holdings = await readHoldings(ctx.db, post.id);
  if (holdings.some((holding) => holding.officerId === officerId && holdsAt(holding, ctx.now))) {
    const message = 'Người này đang giữ chính vị trí đó. Hãy chọn người khác.';
    refuse('invalid', message, { substituteId: message });
  }
}

async function openSubstitution(ctx: Context, id: number): Promise<Substitution> {
  const substitution = await readSubstitution(ctx.db, id);
  if (substitution && substitution.validTo > ctx.now) return substitution;
  return refuse('conflict', 'Việc làm thay này đã kết thúc. Hãy tải lại trang để xem.');
}
