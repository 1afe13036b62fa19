import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Period } from '../period.ts';
import { COLLECTION_COLUMNS, COLLECTION_TABLES } from '../store.ts';
import type { ReceiptRow, ReceiptsQuery } from './schema.ts';

type Wanted = {
  readonly query: ReceiptsQuery;
  readonly period: Period;
  /** Null stands for every unit. */
  readonly unitIds: readonly number[] | null;
  readonly limit: number;
  readonly offset: number;
};

/** Collections of a period, the last first. */
export async function readReceipts(db: Database, wanted: Wanted): Promise<readonly ReceiptRow[]> {
  const { query, period, unitIds, limit, offset } = wanted;
  const { rows } = await sql<ReceiptRow>`
    select ${COLLECTION_COLUMNS}, d.number as dossier_number, d.title, count(*) over ()::int as total,
      coalesce(sum(c.amount) filter (where c.voided_at is null) over (), 0)::bigint as sum
    from ${COLLECTION_TABLES} join payments p on p.id = c.payment_id join dossiers d on d.id = p.dossier_id
    where c.collected_at >= ${period.from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and c.collected_at < (${period.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and ${unitIds === null ? sql`true` : sql`c.unit_id = any(${[...unitIds]}::bigint[])`}
      and ${query.method === '' ? sql`true` : sql`c.method = ${query.method}`}
      and ${query.voided === '' ? sql`true` : sql`(c.voided_at is not null) = ${query.voided === 'yes'}`}
    order by c.collected_at desc, c.id desc limit ${limit} offset ${offset}`.execute(db);
  return rows;
}
