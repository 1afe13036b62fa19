import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { EndedRecord, EndingKind } from '#capabilities/dossiers/disposal/schema.ts';
import type { Disposal, DisposalItem, DisposalState } from './schema.ts';

/** Records that a live proposal or a hold keeps out of the list. */
export async function readTaken(db: Database, kind: EndingKind): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly id: number }>`
    select i.record_id as id from disposal_items i where i.kind = ${kind} and i.open and i.outcome is null
    union select h.record_id from retention_holds h where h.kind = ${kind} and h.lifted_at is null`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

type NewDisposal = {
  readonly number: string;
  readonly unitId: number;
  readonly reason: string;
  readonly proposedBy: number;
  readonly proposedAt: Date;
};

/** The next number of the year, `TH-2026-0003`. Taken under a lock, so that numbers have no gaps. */
export async function nextNumber(db: Database, year: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext('disposal numbers'))`.execute(db);
  const { rows } = await sql<{ readonly last: number }>`
    select count(*)::int as last from disposals where number like ${`TH-${year}-%`}`.execute(db);
  return `TH-${year}-${String((rows[0]?.last ?? 0) + 1).padStart(4, '0')}`;
}

export async function insertDisposal(db: Database, disposal: NewDisposal): Promise<number> {
  const { id } = await db
    .insertInto('disposals')
    .values({ ...disposal, state: 'proposed', sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertItems(
  db: Database,
  disposalId: number,
  { kind, records }: { readonly kind: EndingKind; readonly records: readonly EndedRecord[] },
): Promise<void> {
  await sql`
    insert into disposal_items (disposal_id, kind, record_id, label, title, ended_on, kept_until, rule_id)
    select ${disposalId}, ${kind}, id, label, title, "endedOn", "keptUntil", "ruleId"
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) g(id bigint, label text, title text, "endedOn" date,
      "keptUntil" date, "ruleId" bigint)`.execute(db);
}

function disposals() {
  return sql`select d.id, d.number, d.unit_id, d.state, d.reason, d.proposed_by, o.full_name as proposer_name, d.proposed_at,
      d.council, d.decision_number, d.decided_on, b.full_name as decider_name, d.decided_at, d.execute_on, d.done_at,
      d.sequence, c.total, c.disposed, c.held
    from disposals d join officers o on o.id = d.proposed_by left join officers b on b.id = d.decided_by
    cross join lateral (select count(*)::int as total, (count(*) filter (where outcome = 'disposed'))::int as disposed,
      (count(*) filter (where outcome = 'held'))::int as held from disposal_items i where i.disposal_id = d.id) c`;
}

/** Disposals of some units (null stands for all), newest first. */
export async function readDisposals(
  db: Database,
  unitIds: readonly number[] | null,
): Promise<readonly Disposal[]> {
  const { rows } = await sql<Disposal>`${disposals()}
    where ${unitIds === null ? sql`true` : sql`d.unit_id = any(${[...unitIds]}::bigint[])`}
    order by d.proposed_at desc, d.id desc limit 500`.execute(db);
  return rows;
}

/** With `lock` its row stays locked until the transaction ends. */
export async function readDisposal(
  db: Database,
  id: number,
  lock: 'lock' | 'read' = 'read',
): Promise<Disposal | null> {
  if (lock === 'lock') await sql`select from disposals where id = ${id} for update`.execute(db);
  const { rows } = await sql<Disposal>`${disposals()} where d.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function readItems(db: Database, disposalId: number): Promise<readonly DisposalItem[]> {
  const { rows } = await sql<DisposalItem>`
    select i.id, i.kind, i.record_id, i.label, i.title, i.ended_on, i.kept_until, r.legal_basis, i.outcome, i.hashes,
      i.erased_at
    from disposal_items i join retention_rules r on r.id = i.rule_id
    where i.disposal_id = ${disposalId} order by i.label`.execute(db);
  return rows;
}

export async function updateDisposal(
  db: Database,
  id: number,
  change: {
    readonly state: DisposalState;
    readonly sequence: number;
    readonly council?: string;
    readonly decisionNumber?: string;
    readonly decidedOn?: LocalDate | null;
    readonly decidedBy?: number;
    readonly decidedAt?: Date;
    readonly executeOn?: LocalDate | null;
    readonly doneAt?: Date;
  },
): Promise<void> {
  await db.updateTable('disposals').set(change).where('id', '=', id).execute();
}

/** Gives the records of a proposal back to the list. */
export async function releaseItems(db: Database, disposalId: number): Promise<void> {
  await db.updateTable('disposalItems').set({ open: false }).where('disposalId', '=', disposalId).execute();
}

/** The next record of a disposal that nobody has settled; its row stays locked. Null when none is left. */
export async function lockNextItem(db: Database, disposalId: number): Promise<DisposalItem | null> {
  const { rows } = await sql<DisposalItem>`
    select i.id, i.kind, i.record_id, i.label, i.title, i.ended_on, i.kept_until, '' as legal_basis, i.outcome, i.hashes,
      i.erased_at
    from disposal_items i where i.disposal_id = ${disposalId} and i.open and i.outcome is null
    order by i.erased_at nulls last, i.id limit 1 for update`.execute(db);
  return rows[0] ?? null;
}

export async function isHeld(db: Database, kind: EndingKind, recordId: number): Promise<boolean> {
  const row = await db
    .selectFrom('retentionHolds')
    .select('id')
    .where('kind', '=', kind)
    .where('recordId', '=', recordId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Its rows are gone; these files go next. */
export async function markErased(
  db: Database,
  id: number,
  { at, hashes }: { readonly at: Date; readonly hashes: readonly string[] },
): Promise<void> {
  await db
    .updateTable('disposalItems')
    .set({ erasedAt: at, hashes: [...hashes] })
    .where('id', '=', id)
    .execute();
}

/** Settled: disposed of, or held back and so free for a later proposal. The hashes of its files go with it. */
export async function settleItem(
  db: Database,
  id: number,
  { outcome, at }: { readonly outcome: 'disposed' | 'held'; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('disposalItems')
    .set({ outcome, settledAt: at, open: outcome === 'disposed', hashes: [] })
    .where('id', '=', id)
    .execute();
}

/** Disposals whose day has come and that are not done, for the nightly look after jobs that were lost. */
export async function readDueDisposals(db: Database, today: LocalDate): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('disposals')
    .select('id')
    .where('state', '=', 'approved')
    .where('executeOn', '<=', today)
    .execute();
  return rows.map(({ id }) => id);
}
