import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type {
  ChargeLine,
  Collection,
  Method,
  PaidDossier,
  Payment,
  PaymentStateCode,
  Refund,
} from './schema.ts';

type NewPayment = {
  readonly dossierId: number;
  readonly unitId: number;
  readonly origin: Payment['origin'];
  readonly node: string | null;
  readonly token: number | null;
  readonly state: PaymentStateCode;
  readonly total: number;
  readonly note: string;
  readonly askedBy: number | null;
  readonly askedAt: Date;
  readonly settledAt: Date | null;
};

export async function insertPayment(db: Database, payment: NewPayment): Promise<number> {
  const { id } = await db
    .insertInto('payments')
    .values({ ...payment, sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts these lines in the place of those that were there. */
export async function writeLines(
  db: Database,
  paymentId: number,
  lines: readonly ChargeLine[],
): Promise<void> {
  await db.deleteFrom('paymentLines').where('paymentId', '=', paymentId).execute();
  await db
    .insertInto('paymentLines')
    .values(lines.map((line, position) => ({ ...line, paymentId, position })))
    .execute();
}

const PAYMENT_COLUMNS = sql`p.id, p.dossier_id, p.unit_id, p.origin, p.node, p.token, p.state, p.total, p.note, p.asked_at,
  a.full_name as asked_by_name, p.settled_at, p.sequence`;

/** With `lock` its row stays locked until the transaction ends. */
export async function readPayment(
  db: Database,
  id: number,
  lock: 'lock' | 'read' = 'read',
): Promise<Payment | null> {
  if (lock === 'lock') await sql`select from payments where id = ${id} for update`.execute(db);
  const { rows } = await sql<Payment>`
    select ${PAYMENT_COLUMNS} from payments p left join officers a on a.id = p.asked_by where p.id = ${id}`.execute(
    db,
  );
  return rows[0] ?? null;
}

export async function readPaymentsOf(db: Database, dossierId: number): Promise<readonly Payment[]> {
  const { rows } = await sql<Payment>`
    select ${PAYMENT_COLUMNS} from payments p left join officers a on a.id = p.asked_by
    where p.dossier_id = ${dossierId} order by p.asked_at, p.id`.execute(db);
  return rows;
}

export async function updatePayment(
  db: Database,
  id: number,
  change: {
    readonly state?: PaymentStateCode;
    readonly total?: number;
    readonly settledAt?: Date;
    readonly cancelledAt?: Date;
    readonly sequence: number;
  },
): Promise<void> {
  await db.updateTable('payments').set(change).where('id', '=', id).execute();
}

/** Whether anything that a waiting step of a process asked for is still open. */
export async function isAnythingOpen(
  db: Database,
  { dossierId, node, token }: { readonly dossierId: number; readonly node: string; readonly token: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('payments')
    .select('id')
    .where('dossierId', '=', dossierId)
    .where('node', '=', node)
    .where('token', '=', token)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row !== undefined;
}

/** Lines of some payments, each with the payment it belongs to. */
export async function readLines(
  db: Database,
  paymentIds: readonly number[],
): Promise<readonly (ChargeLine & { readonly paymentId: number })[]> {
  if (paymentIds.length === 0) return [];
  return db
    .selectFrom('paymentLines')
    .select(['paymentId', 'name', 'kind', 'explanation', 'fullAmount', 'amount', 'exemptionId', 'exemption'])
    .where('paymentId', 'in', paymentIds)
    .orderBy('paymentId')
    .orderBy('position')
    .execute();
}

/** Columns of a collection `c` with its book and the names of who had to do with it; `collectionTables` goes with it. */
export const COLLECTION_COLUMNS = sql`c.id, c.payment_id, c.unit_id, c.method, c.amount, c.book_id, b.form, b.symbol, b.digits,
  c.number, c.payer, c.reference, c.paid_on, c.collected_by, o.full_name as collector_name, c.collected_at, c.voided_at,
  v.full_name as voided_by_name, c.void_reason, c.void_note`;

export const COLLECTION_TABLES = sql`payment_collections c left join fee_books b on b.id = c.book_id
  left join officers o on o.id = c.collected_by left join officers v on v.id = c.voided_by`;

export async function readCollections(
  db: Database,
  paymentIds: readonly number[],
): Promise<readonly Collection[]> {
  const { rows } = await sql<Collection>`
    select ${COLLECTION_COLUMNS} from ${COLLECTION_TABLES}
    where c.payment_id = any(${[...paymentIds]}::bigint[])
    order by c.voided_at nulls first, c.id desc`.execute(db);
  return rows;
}

export async function readCollection(db: Database, id: number): Promise<Collection | null> {
  const { rows } = await sql<Collection>`
    select ${COLLECTION_COLUMNS} from ${COLLECTION_TABLES} where c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

type NewCollection = {
  readonly paymentId: number;
  readonly unitId: number;
  readonly method: Method;
  readonly amount: number;
  readonly bookId: number | null;
  readonly number: number | null;
  readonly payer: string;
  readonly reference: string;
  readonly paidOn: LocalDate;
  readonly collectedBy: number | null;
  readonly collectedAt: Date;
};

export async function insertCollection(db: Database, collection: NewCollection): Promise<number> {
  const { id } = await db
    .insertInto('paymentCollections')
    .values(collection)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function voidCollection(
  db: Database,
  id: number,
  change: {
    readonly voidedBy: number;
    readonly voidedAt: Date;
    readonly voidReason: NonNullable<Collection['voidReason']>;
    readonly voidNote: string;
  },
): Promise<void> {
  await db.updateTable('paymentCollections').set(change).where('id', '=', id).execute();
}

/** Columns of a refund `r` with the names of who had to do with it. */
export const REFUND_COLUMNS = sql`r.id, r.payment_id, r.collection_id, r.unit_id, r.amount, r.reason, r.note, r.state,
  r.proposed_by, pr.full_name as proposer_name, r.proposed_at, de.full_name as decider_name, r.decided_at, r.decision_note,
  r.number, r.method, r.reference, r.recipient, pa.full_name as payer_name, r.paid_at`;

export const REFUND_TABLES = sql`payment_refunds r join officers pr on pr.id = r.proposed_by
  left join officers de on de.id = r.decided_by left join officers pa on pa.id = r.paid_by`;

export async function readRefunds(db: Database, paymentIds: readonly number[]): Promise<readonly Refund[]> {
  const { rows } = await sql<Refund>`
    select ${REFUND_COLUMNS} from ${REFUND_TABLES}
    where r.payment_id = any(${[...paymentIds]}::bigint[]) order by r.id`.execute(db);
  return rows;
}

/** The dossier of a payment, with who applied. */
export async function readPaidDossier(
  db: Database,
  dossierId: number,
): Promise<(PaidDossier & { readonly state: string; readonly address: string }) | null> {
  const { rows } = await sql<PaidDossier & { readonly state: string; readonly address: string }>`
    select d.number, d.title, d.applicant_name, d.state, coalesce(a.address, '') as address
    from dossiers d left join dossier_parties a on a.dossier_id = d.id and a.role = 'applicant'
    where d.id = ${dossierId}`.execute(db);
  return rows[0] ?? null;
}

/** Erases what the payments of a dossier say of persons; amounts, numbers and times stay. */
export async function erasePersons(db: Database, dossierId: number, name: string): Promise<void> {
  const own = sql`payment_id in (select id from payments where dossier_id = ${dossierId})`;
  await sql`update payments set note = '' where dossier_id = ${dossierId} and note <> ''`.execute(db);
  await sql`update payment_lines set exemption = '' where ${own} and exemption <> ''`.execute(db);
  await sql`update payment_collections set payer = ${name}, void_note = '' where ${own}`.execute(db);
  await sql`update payment_refunds set note = '', decision_note = '',
    recipient = case recipient when '' then '' else ${name} end where ${own}`.execute(db);
}

export async function findDossier(
  db: Database,
  number: string,
): Promise<{ readonly id: number; readonly unitId: number } | null> {
  const { rows } = await sql<{ readonly id: number; readonly unitId: number }>`
    select id, receiving_unit_id as unit_id from dossiers where number = ${number}`.execute(db);
  return rows[0] ?? null;
}
