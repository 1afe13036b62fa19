import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { BookInput, FeeBook } from './schema.ts';

type NewBook = BookInput & { readonly openedBy: number | null; readonly openedAt: Date };

export async function insertBook(db: Database, book: NewBook): Promise<number> {
  const { id } = await db
    .insertInto('feeBooks')
    .values({ ...book, sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function books() {
  return sql`select b.id, b.unit_id, b.form, b.symbol, b.digits, b.first_number, b.last_number, o.full_name as opened_by_name,
      b.opened_at, c.full_name as closed_by_name, b.closed_at, b.closing_reason, b.sequence, u.used, u.voided, u.amount
    from fee_books b left join officers o on o.id = b.opened_by left join officers c on c.id = b.closed_by
    cross join lateral (select count(*)::int as used, (count(*) filter (where voided_at is not null))::int as voided,
      coalesce(sum(amount) filter (where voided_at is null), 0)::bigint as amount
      from payment_collections where book_id = b.id) u`;
}

/** Books of some units (null stands for all), open ones first. */
export async function readBooks(
  db: Database,
  unitIds: readonly number[] | null,
): Promise<readonly FeeBook[]> {
  const { rows } = await sql<FeeBook>`${books()}
    where ${unitIds === null ? sql`true` : sql`b.unit_id = any(${[...unitIds]}::bigint[])`}
    order by b.closed_at desc nulls first, b.opened_at desc, b.id desc limit 500`.execute(db);
  return rows;
}

/** With `lock` its row stays locked until the transaction ends. */
export async function readBook(
  db: Database,
  id: number,
  lock: 'lock' | 'read' = 'read',
): Promise<FeeBook | null> {
  if (lock === 'lock') await sql`select from fee_books where id = ${id} for update`.execute(db);
  const { rows } = await sql<FeeBook>`${books()} where b.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function closeBookRow(
  db: Database,
  id: number,
  change: {
    readonly closedBy: number;
    readonly closedAt: Date;
    readonly closingReason: string;
    readonly sequence: number;
  },
): Promise<void> {
  await db.updateTable('feeBooks').set(change).where('id', '=', id).execute();
}

export type TakenNumber = { readonly bookId: number; readonly number: number };

/**
 * The next number of the oldest open book of a unit that has one left; null when there is none. The books stay locked until
 * the transaction ends, and a number counts once its receipt is written, so that two cashiers never get the same one and
 * none is left out: a rollback gives it back.
 */
export async function nextNumber(db: Database, unitId: number): Promise<TakenNumber | null> {
  await sql`select from fee_books where unit_id = ${unitId} and closed_at is null order by id for update`.execute(
    db,
  );
  const { rows } = await sql<TakenNumber>`
    select b.id as book_id, coalesce(u.last, b.first_number - 1) + 1 as number
    from fee_books b cross join lateral (select max(number) as last from payment_collections where book_id = b.id) u
    where b.unit_id = ${unitId} and b.closed_at is null and coalesce(u.last, 0) < b.last_number
    order by b.id limit 1`.execute(db);
  return rows[0] ?? null;
}
