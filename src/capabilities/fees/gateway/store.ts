import type { Database } from '#platform/database/pool.ts';
import type { PaymentOrder } from './schema.ts';

const COLUMNS = [
  'id',
  'paymentId',
  'code',
  'amount',
  'url',
  'state',
  'reference',
  'startedAt',
  'finishedAt',
] as const;

type NewOrder = Pick<PaymentOrder, 'paymentId' | 'code' | 'amount' | 'url' | 'startedAt'>;

export async function insertOrder(db: Database, order: NewOrder): Promise<number> {
  const { id } = await db
    .insertInto('gatewayOrders')
    .values({ ...order, state: 'waiting' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Orders of a payment, the last first. */
export async function readOrders(db: Database, paymentId: number): Promise<readonly PaymentOrder[]> {
  return db
    .selectFrom('gatewayOrders')
    .select(COLUMNS)
    .where('paymentId', '=', paymentId)
    .orderBy('id', 'desc')
    .execute();
}

export async function readOrder(db: Database, code: string): Promise<PaymentOrder | null> {
  const row = await db
    .selectFrom('gatewayOrders')
    .select(COLUMNS)
    .where('code', '=', code)
    .executeTakeFirst();
  return row ?? null;
}

export async function finishOrder(
  db: Database,
  id: number,
  change: { readonly state: 'paid' | 'failed'; readonly reference: string; readonly finishedAt: Date },
): Promise<void> {
  await db.updateTable('gatewayOrders').set(change).where('id', '=', id).execute();
}
