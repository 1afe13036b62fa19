import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { isInForce } from './rules.ts';
import type { ExemptionInput, FeeExemption } from './schema.ts';
import { insertExemption, lockExemption, readExemptions, updateExemption } from './store.ts';

/** Every reason, also those of other times. */
export async function allExemptions(ctx: Context): Promise<readonly FeeExemption[]> {
  return readExemptions(ctx.db);
}

/** Reasons in force today, to pick from. */
export async function exemptionsInForce(ctx: Context): Promise<readonly FeeExemption[]> {
  const today = localDateOf(ctx.now);
  return (await readExemptions(ctx.db)).filter((exemption) => isInForce(exemption, today));
}

/** One reason for its form. */
export async function exemptionById(ctx: Context, id: number): Promise<FeeExemption> {
  await authorise(ctx, 'fee.rules');
  const exemption = (await readExemptions(ctx.db)).find((one) => one.id === id);
  return exemption ?? refuse('missing', 'Không có lý do miễn, giảm này. Hãy quay lại danh sách.');
}

/** Writes a new reason or corrects one; what it said before stays in the history. */
export async function saveExemption(ctx: Context, input: ExemptionInput): Promise<number> {
  await authorise(ctx, 'fee.rules');
  return inTransaction(ctx, async (tx) =>
    input.id === null ? addExemption(tx, input) : changeExemption(tx, input, input.id),
  );
}

/** The same for reasons that come with the starter data; the caller is the system. */
export async function addExemption(
  tx: TransactionContext,
  { id: _none, ...exemption }: ExemptionInput,
): Promise<number> {
  const id = await insertExemption(tx.db, { ...exemption, sequence: 1 });
  await record(tx, { name: 'fee-exemption', id, after: 0 }, [
    { kind: 'added', payload: payloadOf(exemption) },
  ]);
  return id;
}

async function changeExemption(
  tx: TransactionContext,
  { id: _id, ...exemption }: ExemptionInput,
  id: number,
): Promise<number> {
  const before = await lockExemption(tx.db, id);
  if (before === null) refuse('missing', 'Không có lý do miễn, giảm này. Hãy quay lại danh sách.');
  if (before.sequence !== exemption.sequence) {
    refuse('conflict', 'Người khác vừa sửa lý do này. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.');
  }
  const sequence = await record(tx, { name: 'fee-exemption', id, after: before.sequence }, [
    { kind: 'changed', payload: payloadOf(exemption) },
  ]);
  await updateExemption(tx.db, id, { ...exemption, sequence });
  return id;
}

function payloadOf({ sequence: _sequence, ...exemption }: Omit<ExemptionInput, 'id'>) {
  return exemption;
}
