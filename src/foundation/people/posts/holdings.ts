import { refuse } from '#kernel/refusal.ts';
import { assertAdministratorLeft } from '#foundation/access/administrators/service.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { readOfficer } from '../officers/store.ts';
import { lockedPost, recordPost, withoutOverlap } from './record.ts';
import { assertMayGrant, covers, effectiveAt } from './rules.ts';
import type { AppointInput, Holding, ReleaseInput } from './schema.ts';
import { insertHolding, readHolding, readPost, updateHoldingEnd } from './store.ts';

/**
 * Gives a post to a person from a day on, by a deciding document. Refused for oneself, and while somebody else
 * holds the post. Returns the holding.
 */
export async function appointHolder(ctx: Context, input: AppointInput): Promise<number> {
  const post = await readPost(ctx.db, input.postId);
  const actor = await authorise(ctx, 'people.change', post?.unitId);
  assertMayGrant(actor, { roles: post?.roles ?? [], officerId: input.officerId });
  return addHolding(ctx, input);
}

/** The same without asking who acts: for starter data and the operator's command line, never for a request. */
export async function addHolding(ctx: Context, input: AppointInput): Promise<number> {
  const { officerId, decision } = input;
  const validFrom = effectiveAt(input.from, ctx.now);
  return inTransaction(ctx, async (tx) => {
    const post = await lockedPost(tx, input.postId);
    if ((await readOfficer(tx.db, officerId)) === null) {
      refuse('invalid', 'Người này không có trong hệ thống.', { officerId: 'Chọn người giữ vị trí.' });
    }
    if (!covers(post, { validFrom, validTo: null })) {
      const message = 'Vị trí này không tồn tại từ ngày đó. Hãy chọn ngày trong thời gian của vị trí.';
      refuse('invalid', message, { from: message });
    }
    const holding = { postId: post.id, officerId, validFrom, decision };
    const taken = 'Vị trí này đang có người giữ trong thời gian đó. Hãy cho người đó thôi giữ vị trí trước.';
    const id = await withoutOverlap('post_holdings_one_holder', taken, () => insertHolding(tx.db, holding));
    const payload = { holdingId: id, officerId, validFrom, decision };
    await recordPost(tx, post, { kind: 'holder-appointed', payload });
    return id;
  });
}

/**
 * Takes a post from its holder from a day on; from today means at once, also for a browser that is signed in.
 * Refused when nobody would be left to administer the system.
 */
export async function releaseHolder(ctx: Context, input: ReleaseInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await readHolding(tx.db, input.holdingId);
    const post = await lockedPost(tx, found?.postId ?? 0);
    const actor = await authorise(tx, 'people.change', post.unitId);
    assertMayGrant(actor, { roles: post.roles, officerId: null });
    const holding = await openHolding(tx, input.holdingId);
    const validTo = releaseInstant(tx, holding, input.on);
    await updateHoldingEnd(tx.db, holding.id, validTo);
    const { officerId } = holding;
    const payload = { holdingId: holding.id, officerId, validTo, decision: input.decision };
    await recordPost(tx, post, { kind: 'holder-released', payload });
    if (post.roles.includes('it-administrator')) await assertAdministratorLeft(tx);
  });
}

/** Read behind the lock of the post: of two releases at once the second is told. */
async function openHolding(ctx: Context, holdingId: number): Promise<Holding> {
  const holding = await readHolding(ctx.db, holdingId);
  if (holding && holding.validTo === null) return holding;
  return refuse('conflict', 'Người này đã có ngày thôi giữ vị trí. Hãy tải lại trang để xem.');
}

function releaseInstant(ctx: Context, holding: Holding, on: string): Date {
  const validTo = effectiveAt(on, ctx.now);
  if (validTo > holding.validFrom) return validTo;
  const message = 'Ngày thôi giữ vị trí phải sau ngày bắt đầu giữ.';
  return refuse('invalid', message, { on: message });
}
