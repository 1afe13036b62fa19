import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { AccountInput, PaymentAccount } from './schema.ts';

type NewAccount = AccountInput & { readonly openedBy: number; readonly openedAt: Date };

export async function insertAccount(db: Database, account: NewAccount): Promise<number> {
  const { id } = await db
    .insertInto('paymentAccounts')
    .values({ ...account, sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function accounts() {
  return sql`select a.id, a.unit_id, a.bank_bin, a.bank_name, a.account_number, a.account_name, o.full_name as opened_by_name,
      a.opened_at, c.full_name as closed_by_name, a.closed_at, a.sequence
    from payment_accounts a left join officers o on o.id = a.opened_by left join officers c on c.id = a.closed_by`;
}

/** Accounts of some units (null stands for all), open ones first. */
export async function readAccounts(
  db: Database,
  unitIds: readonly number[] | null,
): Promise<readonly PaymentAccount[]> {
  const { rows } = await sql<PaymentAccount>`${accounts()}
    where ${unitIds === null ? sql`true` : sql`a.unit_id = any(${[...unitIds]}::bigint[])`}
    order by a.closed_at desc nulls first, a.id desc limit 200`.execute(db);
  return rows;
}

/** With `lock` its row stays locked until the transaction ends. */
export async function readAccount(
  db: Database,
  id: number,
  lock: 'lock' | 'read' = 'read',
): Promise<PaymentAccount | null> {
  if (lock === 'lock') await sql`select from payment_accounts where id = ${id} for update`.execute(db);
  const { rows } = await sql<PaymentAccount>`${accounts()} where a.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The account of a unit that is open; units above are asked in their order when it has none of its own. */
export async function readOpenAccount(
  db: Database,
  unitIds: readonly number[],
): Promise<PaymentAccount | null> {
  const { rows } = await sql<PaymentAccount>`${accounts()}
    where a.closed_at is null and a.unit_id = any(${[...unitIds]}::bigint[])
    order by array_position(${[...unitIds]}::bigint[], a.unit_id) limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function closeAccountRow(
  db: Database,
  id: number,
  change: { readonly closedBy: number; readonly closedAt: Date; readonly sequence: number },
): Promise<void> {
  await db.updateTable('paymentAccounts').set(change).where('id', '=', id).execute();
}
