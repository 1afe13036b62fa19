import { refuse } from '#kernel/refusal.ts';
import { assertAdministratorLeft } from '#foundation/access/administrators/service.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Role } from '#foundation/access/roles.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { unitNow } from '#foundation/organisation/service.ts';
import { lockedPost, recordPost } from './record.ts';
import { assertMayGrant, assertNotOwnPost, effectiveAt } from './rules.ts';
import type { PostInput } from './schema.ts';
import { insertPost, readHoldings, readSubstitutions, updatePost, updatePostEnd } from './store.ts';

/** Creates a post in a unit that works today. Nobody holds it yet. Returns its identifier. */
export async function createPost(ctx: Context, input: PostInput): Promise<number> {
  const actor = await authorise(ctx, 'people.change', input.unitId);
  assertMayGrant(actor, { roles: input.roles, officerId: null });
  await unitNow(ctx, input.unitId);
  return addPost(ctx, input);
}

/** The same without asking who acts: for starter data and the operator's command line, never for a request. */
export async function addPost(ctx: Context, input: PostInput): Promise<number> {
  const { unitId, title, roles } = input;
  const validFrom = effectiveAt(input.from, ctx.now);
  return inTransaction(ctx, async (tx) => {
    const id = await insertPost(tx.db, { unitId, title, roles, validFrom });
    const payload = { unitId, title, roles, validFrom };
    await recordPost(tx, { id, sequence: 0 }, { kind: 'created', payload });
    return id;
  });
}

/**
 * Changes the title and the roles of a post; the rights of its holder change with it at once. Refused when the form
 * is stale, for one's own post, and when nobody would be left to administer the system.
 */
export async function changePost(
  ctx: Context,
  input: {
    readonly postId: number;
    readonly title: string;
    readonly roles: readonly Role[];
    readonly sequence: number;
  },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const post = await lockedPost(tx, input.postId);
    const actor = await authorise(tx, 'people.change', post.unitId);
    assertNotOwnPost(actor, post.id);
    assertMayGrant(actor, { roles: [...input.roles, ...post.roles], officerId: null });
    if (post.sequence !== input.sequence) {
      refuse('conflict', 'Người khác vừa sửa vị trí này. Hãy tải lại trang, xem thay đổi rồi sửa tiếp.');
    }
    const { title, roles } = input;
    await updatePost(tx.db, post.id, { title, roles });
    await recordPost(tx, post, { kind: 'changed', payload: { title, roles } });
    if (post.roles.includes('it-administrator')) await assertAdministratorLeft(tx);
  });
}

/** Ends a post that nobody holds from that day on. */
export async function endPost(
  ctx: Context,
  input: { readonly postId: number; readonly on: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const post = await lockedPost(tx, input.postId);
    const actor = await authorise(tx, 'people.change', post.unitId);
    assertMayGrant(actor, { roles: post.roles, officerId: null });
    const validTo = effectiveAt(input.on, tx.now);
    if (post.validTo !== null) refuse('conflict', 'Vị trí này đã có ngày kết thúc.');
    if (validTo <= post.validFrom) {
      const message = 'Ngày kết thúc phải sau ngày bắt đầu của vị trí.';
      refuse('invalid', message, { on: message });
    }
    await assertUnusedFrom(tx, post.id, validTo);
    await updatePostEnd(tx.db, post.id, validTo);
    await recordPost(tx, post, { kind: 'ended', payload: { validTo } });
  });
}

async function assertUnusedFrom(ctx: Context, postId: number, instant: Date): Promise<void> {
  const holdings = await readHoldings(ctx.db, postId);
  if (holdings.some(({ validTo }) => validTo === null || validTo > instant)) {
    refuse('conflict', 'Vị trí còn người giữ. Hãy cho người đó thôi giữ vị trí trước, rồi kết thúc vị trí.');
  }
  const substitutions = await readSubstitutions(ctx.db, postId);
  if (substitutions.some(({ validTo }) => validTo > instant)) {
    refuse('conflict', 'Vị trí còn người làm thay. Hãy kết thúc việc làm thay trước, rồi kết thúc vị trí.');
  }
}
