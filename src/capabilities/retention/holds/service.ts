import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { lockEnding, recordByNumber, recordsById } from '#capabilities/dossiers/disposal/service.ts';
import type { Hold, HoldInput, LiftInput } from '../schema.ts';
import { insertHold, lockHold, markLifted, readHolds } from './store.ts';

const NOT_YOURS = 'Không có hồ sơ hoặc phiếu số này, hoặc không thuộc đơn vị của bạn.';

/** Keeps a record from being disposed of, also one that was proposed: a complaint, a lawsuit, an inspection. */
export async function placeHold(ctx: Context, input: HoldInput): Promise<void> {
  const actor = requireActor(ctx);
  const { kind, number, reason, document } = input;
  const found = await recordByNumber(ctx, kind, number);
  const units = await unitsWith(ctx, 'retention.hold');
  if (units?.length === 0) await authorise(ctx, 'retention.hold', 0);
  if (!found || (units !== null && !units.includes(found.unitId)))
    refuse('invalid', NOT_YOURS, { number: NOT_YOURS });
  await inTransaction(ctx, async (tx) => {
    if (!(await lockEnding(tx, kind, found.id))) refuse('conflict', 'Hồ sơ này đã tiêu hủy rồi.');
    try {
      const row = { kind, recordId: found.id, reason, document, placedBy: actor.officerId, placedAt: tx.now };
      const id = await insertHold(tx.db, row);
      await record(tx, { name: 'retention-hold', id, after: 0 }, [
        { kind: 'placed', payload: { kind, number, reason, document } },
      ]);
    } catch (error) {
      if (!isDuplicate(error, 'retention_holds_in_force')) throw error;
      refuse('conflict', 'Hồ sơ này đang được tạm giữ rồi.');
    }
  });
}

/** The record may be disposed of again when its time is over. */
export async function liftHold(ctx: Context, { id, reason }: LiftInput): Promise<void> {
  const actor = requireActor(ctx);
  await inTransaction(ctx, async (tx) => {
    const hold = (await holdList(tx)).find((one) => one.id === id);
    if (!hold) refuse('missing', 'Không có việc tạm giữ này, hoặc đã thôi giữ.');
    await authorise(tx, 'retention.hold', hold.unitId);
    if ((await lockHold(tx.db, id)) === null) refuse('conflict', 'Người khác vừa thôi giữ hồ sơ này.');
    await markLifted(tx.db, id, { liftedBy: actor.officerId, liftedAt: tx.now, liftReason: reason });
    await record(tx, { name: 'retention-hold', id, after: 1 }, [{ kind: 'lifted', payload: { reason } }]);
  });
}

/** Holds in force over records of the units whose retention the actor reads. */
export async function holdList(ctx: Context): Promise<readonly Hold[]> {
  const units = await unitsWith(ctx, 'retention.read');
  if (units?.length === 0) await authorise(ctx, 'retention.read', 0);
  const holds = await readHolds(ctx.db);
  const names = await recordsById(ctx, holds);
  return holds.flatMap(({ recordId, ...hold }) => {
    const found = names.get(`${hold.kind}:${recordId}`);
    if (!found || (units !== null && !units.includes(found.unitId))) return [];
    return [{ ...hold, ...found }];
  });
}
