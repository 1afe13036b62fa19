import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { FigureQuestion, RecordWindow } from '#foundation/figures/schema.ts';

export type CollectionCounts = {
  readonly count: number;
  readonly amount: number;
  readonly online: number;
};

/** Receipts that hold: money that came in on a day of the period, with what was voided since left out. */
function collected({ unitIds, period }: FigureQuestion) {
  return sql`from payment_collections c join payments p on p.id = c.payment_id join dossiers d on d.id = p.dossier_id
    where c.unit_id = any(${[...unitIds]}::bigint[]) and c.voided_at is null
      and c.collected_at >= ${period.from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and c.collected_at < (${period.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
}

export async function readCollections(db: Database, question: FigureQuestion): Promise<CollectionCounts> {
  const { rows } = await sql<CollectionCounts>`
    select count(*)::int as count, coalesce(sum(c.amount), 0)::bigint as amount,
      count(*) filter (where c.method = 'gateway')::int as online ${collected(question)}`.execute(db);
  return rows[0] ?? { count: 0, amount: 0, online: 0 };
}

export type CountedCollection = {
  readonly id: number;
  readonly paymentId: number;
  readonly number: string;
  readonly title: string;
  readonly amount: number;
  readonly collectedAt: Date;
};

/** The receipts that were counted, the latest first; `online` only those paid through the gateway. */
export async function readCollectionRecords(
  db: Database,
  question: FigureQuestion,
  { online, window }: { readonly online: boolean; readonly window: RecordWindow },
): Promise<{ readonly total: number; readonly collections: readonly CountedCollection[] }> {
  const which = sql`${collected(question)} and ${online ? sql`c.method = 'gateway'` : sql`true`}`;
  const { rows } = await sql<CountedCollection>`
    select c.id, c.payment_id, d.number, d.title, c.amount, c.collected_at ${which}
    order by c.collected_at desc, c.id desc limit ${window.limit} offset ${window.offset}`.execute(db);
  const { rows: totals } = await sql<{ readonly total: number }>`
    select count(*)::int as total ${which}`.execute(db);
  return { total: totals[0]?.total ?? 0, collections: rows };
}

/** Which of some payments are of these units (null: all). */
export async function readReadablePayments(
  db: Database,
  ids: readonly number[],
  unitIds: readonly number[] | null,
): Promise<readonly number[]> {
  const ofUnits = unitIds === null ? sql`true` : sql`c.unit_id = any(${[...unitIds]}::bigint[])`;
  const { rows } = await sql<{ readonly id: number }>`
    select c.id from payment_collections c where c.id = any(${[...ids]}::bigint[]) and ${ofUnits}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
