import { authorise } from '#foundation/access/authorise.ts';
import type { Context, TransactionContext } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { holdsOn } from '#foundation/organisation/rules.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { changeProcedure } from '../change.ts';
import type { Channel, Offering } from '../schema.ts';
import { deleteOfferings, insertOfferings, readOfferingsOf, updateOfferingEnd } from './store.ts';

export type OfferingChange = {
  readonly procedureId: number;
  /** The counters that take the procedure from the day on; counters not named here no longer do. */
  readonly unitIds: readonly number[];
  readonly channels: readonly Channel[];
  readonly from: LocalDate;
};

/**
 * Decides which counters take a procedure from a day on, and how. What held before that day stays as it was; counters
 * with the same channels are left alone.
 */
export async function setOffering(ctx: Context, change: OfferingChange): Promise<void> {
  await authorise(ctx, 'procedure.publish');
  await changeProcedure(ctx, change.procedureId, async (tx) => {
    await refuseWrongUnits(tx, change);
    const current = await readOfferingsOf(tx.db, change.procedureId);
    const kept = current.filter((offering) => isKept(offering, change));
    await endFrom(
      tx,
      current.filter((offering) => !kept.includes(offering)),
      change.from,
    );
    const period = { validFrom: change.from, validTo: null };
    const added = change.unitIds.filter((unitId) => !kept.some((offering) => offering.unitId === unitId));
    const { procedureId, channels, unitIds } = change;
    await insertOfferings(
      tx.db,
      added.map((unitId) => ({ procedureId, unitId, channels, ...period })),
    );
    return {
      deeds: [{ kind: 'offered', payload: { unitIds, channels, ...period } }],
      visible: true,
      result: undefined,
    };
  });
}

/** Ends every offering of a procedure on a day, as part of ending the procedure. Returns what to record. */
export async function endOfferings(
  tx: TransactionContext,
  procedureId: number,
  on: LocalDate,
): Promise<readonly Deed[]> {
  const open = (await readOfferingsOf(tx.db, procedureId)).filter(
    (o) => o.validTo === null || o.validTo > on,
  );
  if (open.length === 0) return [];
  await endFrom(tx, open, on);
  return [{ kind: 'withdrawn', payload: { unitIds: open.map((offering) => offering.unitId), validTo: on } }];
}

async function refuseWrongUnits(tx: TransactionContext, change: OfferingChange): Promise<void> {
  if (change.unitIds.length > 0 && change.channels.length === 0) {
    refuse('invalid', 'Chưa chọn cách tiếp nhận.', { channels: 'Chọn ít nhất một cách tiếp nhận hồ sơ.' });
  }
  const tree = await organisationOn(tx, change.from);
  if (change.unitIds.some((id) => !tree.units.has(id))) {
    refuse('invalid', 'Có đơn vị chưa dùng được.', {
      unitIds: 'Có đơn vị không hoạt động vào ngày áp dụng. Hãy tải lại trang với ngày đó và chọn lại.',
    });
  }
}

/** An open offering of a named counter, with the very channels, that began before: nothing changes for it. */
export function isKept(
  offering: Omit<Offering, 'id' | 'procedureId'>,
  change: Omit<OfferingChange, 'procedureId'>,
): boolean {
  return (
    offering.validTo === null &&
    offering.validFrom <= change.from &&
    change.unitIds.includes(offering.unitId) &&
    holdsOn(offering, change.from) &&
    offering.channels.toSorted().join() === [...change.channels].toSorted().join()
  );
}

/** Ends what would still hold on the day; what had not begun by then is taken back. */
async function endFrom(
  tx: TransactionContext,
  offerings: readonly Offering[],
  day: LocalDate,
): Promise<void> {
  const future = offerings.filter((offering) => offering.validFrom >= day);
  const holding = offerings.filter((offering) => holdsOn(offering, day) && offering.validFrom < day);
  await deleteOfferings(
    tx.db,
    future.map((offering) => offering.id),
  );
  for (const offering of holding) await updateOfferingEnd(tx.db, offering.id, day);
}
