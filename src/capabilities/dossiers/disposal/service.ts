import { eraseNotices } from '#capabilities/notifications/service.ts';
import { erasePayments } from '#capabilities/fees/service.ts';
import { eraseOrders } from '#capabilities/post/service.ts';
import { eraseResults } from '#capabilities/results/service.ts';
import { eraseVault } from '#capabilities/vault/service.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { noteErased } from '#foundation/log/erasure.ts';
import { carryOut } from '../frame.ts';
import { loadDossier } from '../store.ts';
import { DISPOSED_NAME, type EndedQuery, type EndedRecord, type EndingKind } from './schema.ts';
import {
  eraseDossierRows,
  eraseHistory,
  eraseSlipRow,
  findRecord,
  isReferredTo,
  lockBytes,
  lockRecord,
  readEnded,
  readLastApplicant,
  readRecords,
} from './store.ts';

/** Records whose time is over. The caller has authorised for the unit. */
export async function endedRecords(
  ctx: Context,
  kind: EndingKind,
  query: EndedQuery,
): Promise<readonly EndedRecord[]> {
  return query.cutoffs.some(({ endedOn }) => endedOn !== null) ? readEnded(ctx.db, kind, query) : [];
}

/** A dossier or slip by its number with the unit it belongs to, or null. The caller authorises for that unit. */
export async function recordByNumber(ctx: Context, kind: EndingKind, number: string) {
  return findRecord(ctx.db, kind, number);
}

/** Numbers, procedures and units of records, by `kind:id`. */
export async function recordsById(
  ctx: Context,
  records: readonly { readonly kind: EndingKind; readonly recordId: number }[],
): Promise<
  ReadonlyMap<string, { readonly number: string; readonly title: string; readonly unitId: number }>
> {
  const idsOf = (kind: EndingKind) =>
    records.filter((one) => one.kind === kind).map(({ recordId }) => recordId);
  const found = [
    ...(await readRecords(ctx.db, 'dossier', idsOf('dossier'))),
    ...(await readRecords(ctx.db, 'slip', idsOf('slip'))),
  ];
  return new Map(found.map(({ kind, id, ...rest }) => [`${kind}:${id}`, rest]));
}

/** Holds a record until the transaction ends, so that holding it back and erasing it wait for each other. False: it is gone. */
export async function lockEnding(tx: TransactionContext, kind: EndingKind, id: number): Promise<boolean> {
  return (await lockRecord(tx.db, kind, id)) !== null;
}

/** Of which disposal an erasure is part, for the history of the record. */
export type Authority = {
  readonly itemId: number;
  readonly disposal: string;
  readonly decision: string;
};

/**
 * Erases what a record says of persons, in rows and in the history, and notes in the log what was erased, so that every
 * proof stays valid. Answers the hashes of the files that may go once this is committed. Already erased: nothing.
 */
export async function eraseRecord(
  tx: TransactionContext,
  { kind, id }: { readonly kind: EndingKind; readonly id: number },
  authority: Authority,
): Promise<readonly string[]> {
  const number = await lockRecord(tx.db, kind, id);
  if (number === null) return [];
  const { itemId, ...payload } = authority;
  if (kind === 'slip') {
    await eraseSlipRow(tx.db, id, tx.now);
    await record(tx, { name: 'slip', id, after: 1 }, [{ kind: 'disposed', payload }]);
    return [];
  }
  const places = await eraseHistory(tx.db, itemId);
  await eraseNotices(tx, id);
  await eraseOrders(tx, id, DISPOSED_NAME);
  await erasePayments(tx, id, DISPOSED_NAME);
  const issued = await eraseResults(tx, id, DISPOSED_NAME);
  const applicantId = await readLastApplicant(tx.db, id);
  const kept = applicantId === null ? [] : await eraseVault(tx, applicantId);
  const own = await eraseDossierRows(tx.db, id, tx.now);
  const hashes = [...new Set([...own, ...issued, ...kept])];
  const loaded = await loadDossier(tx.db, number, 'lock');
  if (!loaded) throw new Error(`Dossier ${number} vanished`);
  await carryOut(tx, loaded, [{ kind: 'disposed', payload }]);
  await noteErased(tx, places);
  return hashes;
}

/** Removes a stored file that no dossier, result or paper of a store has any more. Doing so twice is doing so once. */
export async function removeBytes(ctx: Context, hash: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockBytes(tx.db, hash, 'removing');
    if (!(await isReferredTo(tx.db, hash))) await tx.files.remove(hash);
  });
}
