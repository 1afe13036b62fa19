import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Refund, RefundReason, RefundState } from '../schema.ts';
import { REFUND_COLUMNS, REFUND_TABLES } from '../store.ts';

type NewRefund = {
  readonly paymentId: number;
  readonly collectionId: number;
  readonly unitId: number;
  readonly amount: number;
  readonly reason: RefundReason;
  readonly note: string;
  readonly proposedBy: number;
  readonly proposedAt: Date;
};

export async function insertRefund(db: Database, refund: NewRefund): Promise<number> {
  const { id } = await db
    .insertInto('paymentRefunds')
    .values({ ...refund, state: 'proposed' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A refund for lists: with the dossier that it is about. */
export type ListedRefund = Refund & { readonly dossierNumber: string; readonly applicantName: string };

/** Refunds of some units (null stands for all), those that wait first. */
export async function readRefundList(
  db: Database,
  unitIds: readonly number[] | null,
): Promise<readonly ListedRefund[]> {
  const { rows } = await sql<ListedRefund>`
    select ${REFUND_COLUMNS}, d.number as dossier_number, d.applicant_name
    from ${REFUND_TABLES} join payments p on p.id = r.payment_id join dossiers d on d.id = p.dossier_id
    where ${unitIds === null ? sql`true` : sql`r.unit_id = any(${[...unitIds]}::bigint[])`}
    order by (r.state in ('proposed', 'approved')) desc, r.proposed_at desc, r.id desc limit 500`.execute(db);
  return rows;
}

export async function readRefund(db: Database, id: number): Promise<Refund | null> {
  const { rows } = await sql<Refund>`
    select ${REFUND_COLUMNS} from ${REFUND_TABLES} where r.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The next number of a unit's refund slips in a year, `HT-2020-003-0001`. Taken under a lock, so without gaps. */
export async function nextRefundNumber(
  db: Database,
  { unitId, year }: { readonly unitId: number; readonly year: string },
): Promise<string> {
  const series = `HT-${year}-${String(unitId).padStart(3, '0')}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`refund slips ${series}`}, 24))`.execute(db);
  const { rows } = await sql<{ readonly last: number }>`
    select count(*)::int as last from payment_refunds where number like ${`${series}-%`}`.execute(db);
  return `${series}-${String((rows[0]?.last ?? 0) + 1).padStart(4, '0')}`;
}

export async function updateRefund(
  db: Database,
  id: number,
  change: {
    readonly state: RefundState;
    readonly decidedBy?: number;
    readonly decidedAt?: Date;
    readonly decisionNote?: string;
    readonly number?: string;
    readonly method?: 'cash' | 'transfer';
    readonly reference?: string;
    readonly recipient?: string;
    readonly paidBy?: number;
    readonly paidAt?: Date;
  },
): Promise<void> {
  await db.updateTable('paymentRefunds').set(change).where('id', '=', id).execute();
}
