/** Parcels with their dossier: a delivered result ends it, and whoever prints a label reads the dossier. */
import type { PostalOrder } from '#capabilities/post/schema.ts';
import { orderInFull, ordersForCourier, ordersOf } from '#capabilities/post/service.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { moveLoaded } from '../frame.ts';
import { noteReads } from '../reads/service.ts';
import { isReturnStep } from '../rules.ts';
import { doneAt, move } from '../run/moves.ts';
import { activeSteps } from '../state.ts';
import { insertReturn, loadDossier } from '../store.ts';
import { usedMinutes } from '../time.ts';

/**
 * The post has delivered the result: that is how it was returned, and the dossier ends. A background job; a dossier that was
 * returned otherwise meanwhile, or has other work open, stays as it is.
 */
export async function returnByPost(ctx: Context, number: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const loaded = await loadDossier(tx.db, number, 'lock');
    const step = loaded && activeSteps(loaded.state).find((one) => isReturnStep(loaded.state, one));
    if (!loaded || !step || loaded.state.phase !== 'done' || step.custody === 'handed') return;
    const parcel = (await ordersOf(tx, loaded.id)).find(
      ({ direction, state }) => direction === 'to-applicant' && state === 'delivered',
    );
    if (!parcel) return;
    await moveLoaded(tx, loaded, {
      choices: [],
      decide: async ({ state }, situation) => {
        const done = doneAt(state.run.definition, step.node);
        const moved = move(state, done, { ...situation, officerOf: () => null });
        if (moved.instance.ended === null) return { deeds: [], acts: [] };
        await noteReturn(tx, loaded.id, parcel);
        const payload = {
          acknowledgement: 'postal' as const,
          position: step.position,
          usedMinutes: usedMinutes(state, step, situation),
          calls: moved.moves.calls,
        };
        return { deeds: [{ kind: 'returned', payload }], acts: moved.acts };
      },
    });
  });
}

async function noteReturn(
  tx: TransactionContext,
  dossierId: number,
  { number, trackingCode, receiver, dossierNumber }: PostalOrder,
): Promise<void> {
  await queueJob(tx.db, { task: 'dossier-returned', payload: { number: dossierNumber } });
  await insertReturn(tx.db, {
    dossierId,
    recipient: receiver.name,
    relation: 'Người nhận trên bưu gửi',
    sealedIdNumber: null,
    acknowledgement: 'postal',
    note: `Bưu gửi ${trackingCode ?? number}`,
    returnedBy: null,
    returnedAt: tx.now,
  });
}

/** A parcel in full, for its label; that it was read is recorded. */
export async function parcelToPrint(ctx: Context, id: number): Promise<PostalOrder> {
  return inTransaction(ctx, async (tx) => {
    const order = await orderInFull(tx, id);
    await noteReads(tx, {
      subject: 'dossier',
      ids: [order.dossierId],
      manner: 'printed',
      detail: 'Nhãn bưu gửi',
    });
    return order;
  });
}

/** What a unit gives the courier, in full, for the list that both sign; that it was read is recorded. */
export async function parcelsToPrint(ctx: Context, unitId: number): Promise<readonly PostalOrder[]> {
  return inTransaction(ctx, async (tx) => {
    const orders = await ordersForCourier(tx, unitId);
    const ids = [...new Set(orders.map(({ dossierId }) => dossierId))];
    const detail = 'Danh sách giao bưu tá';
    await noteReads(tx, { subject: 'dossier', ids, manner: 'printed', detail });
    return orders;
  });
}
