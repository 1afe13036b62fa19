import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Batch, BatchState, LineOutcome } from '../schema.ts';

/** The next number of a group of an agency on a day, `…-N01`. Taken under a lock, so that numbers have no gaps. */
export async function nextBatchNumber(db: Database, prefix: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${prefix}, 29))`.execute(db);
  const { rows } = await sql<{ readonly taken: number }>`
    select count(*)::int as taken from intake_batches where number like ${`${prefix}-N%`}`.execute(db);
  return `${prefix}-N${String((rows[0]?.taken ?? 0) + 1).padStart(2, '0')}`;
}

export type NewBatch = {
  readonly number: string;
  readonly unitId: number;
  readonly procedureId: number;
  readonly source: Batch['source'];
  readonly state: BatchState;
  readonly earlier: boolean;
  readonly common: unknown;
  readonly fileHash: string | null;
  readonly total: number;
  readonly accountId: number;
  readonly postId: number;
  readonly officerId: number;
  readonly createdAt: Date;
};

export async function insertBatch(db: Database, { common, ...batch }: NewBatch): Promise<number> {
  const { id } = await db
    .insertInto('intakeBatches')
    .values({ ...batch, common: JSON.stringify(common), sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateBatch(
  db: Database,
  id: number,
  change: {
    readonly state?: BatchState;
    readonly startedAt?: Date;
    readonly endedAt?: Date;
    readonly fileHash?: string | null;
    readonly sequence?: number;
  },
): Promise<void> {
  await db.updateTable('intakeBatches').set(change).where('id', '=', id).execute();
}

/** A batch with what its lines are read with, as the system or whoever receives at its counter sees it. */
export type StoredBatch = Batch & {
  readonly common: unknown;
  readonly accountId: number;
  readonly postId: number;
};

function batches() {
  return sql`select b.id, b.number, b.unit_id, b.procedure_id, p.slug, v.content ->> 'shortName' as procedure_name, b.source,
      b.state, b.earlier, b.common, b.file_hash, b.total, b.account_id, b.post_id, b.created_at, b.started_at, b.ended_at,
      o.full_name as officer_name, b.sequence, c.received, c.refused
    from intake_batches b join procedures p on p.id = b.procedure_id join officers o on o.id = b.officer_id
    cross join lateral (select content from procedure_versions n where n.procedure_id = b.procedure_id
      order by n.id desc limit 1) v
    cross join lateral (select (count(*) filter (where outcome = 'received'))::int as received,
      (count(*) filter (where outcome = 'refused'))::int as refused from intake_batch_rows r where r.batch_id = b.id) c`;
}

export async function findBatch(db: Database, number: string): Promise<StoredBatch | null> {
  const { rows } = await sql<StoredBatch>`${batches()} where b.number = ${number}`.execute(db);
  return rows[0] ?? null;
}

/** Its row stays locked until the transaction ends. */
export async function lockBatch(db: Database, id: number): Promise<StoredBatch | null> {
  await sql`select from intake_batches where id = ${id} for update`.execute(db);
  const { rows } = await sql<StoredBatch>`${batches()} where b.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Batches of some counters, the newest first. */
export async function readBatches(
  db: Database,
  unitIds: readonly number[],
  limit: number,
): Promise<readonly Batch[]> {
  const { rows } = await sql<StoredBatch>`${batches()} where b.unit_id = any(${[...unitIds]}::bigint[])
    order by b.created_at desc, b.id desc limit ${limit}`.execute(db);
  return rows;
}

export type NewLine = {
  readonly line: number;
  readonly outcome: LineOutcome;
  readonly problem: string;
  readonly dossierId: number | null;
};

export async function insertLines(db: Database, batchId: number, lines: readonly NewLine[]): Promise<void> {
  await sql`
    insert into intake_batch_rows (batch_id, line, outcome, problem, dossier_id)
    select ${batchId}, line, outcome, problem, "dossierId"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) g(line int, outcome text, problem text, "dossierId" bigint)`.execute(
    db,
  );
}

/** The next line that waits; its row stays locked, and whoever comes beside takes another. Null when none waits. */
export async function lockNextLine(db: Database, batchId: number): Promise<number | null> {
  const { rows } = await sql<{ readonly line: number }>`
    select line from intake_batch_rows where batch_id = ${batchId} and outcome = 'waiting'
    order by line limit 1 for update skip locked`.execute(db);
  return rows[0]?.line ?? null;
}

export async function settleLine(
  db: Database,
  batchId: number,
  { line, ...settled }: NewLine,
): Promise<void> {
  await db
    .updateTable('intakeBatchRows')
    .set(settled)
    .where('batchId', '=', batchId)
    .where('line', '=', line)
    .where('outcome', '=', 'waiting')
    .execute();
}

/** Nothing more can be received of a batch: every line that still waits says why. */
export async function refuseWaiting(db: Database, batchId: number, problem: string): Promise<void> {
  await db
    .updateTable('intakeBatchRows')
    .set({ outcome: 'refused', problem })
    .where('batchId', '=', batchId)
    .where('outcome', '=', 'waiting')
    .execute();
}

/** A line and, when it was received, its dossier. */
export type BatchLine = NewLine & {
  readonly number: string | null;
  readonly applicantName: string | null;
  readonly dueAt: Date | null;
};

export async function readLines(db: Database, batchId: number): Promise<readonly BatchLine[]> {
  return db
    .selectFrom('intakeBatchRows as r')
    .leftJoin('dossiers as d', 'd.id', 'r.dossierId')
    .select(['r.line', 'r.outcome', 'r.problem', 'r.dossierId', 'd.number', 'd.applicantName', 'd.dueAt'])
    .where('r.batchId', '=', batchId)
    .orderBy('r.line')
    .$castTo<BatchLine>()
    .execute();
}

/** Batches that ended before a day, or were never begun, of which words or a file are still kept. */
export async function readForgettable(
  db: Database,
  before: Date,
): Promise<readonly { readonly id: number; readonly fileHash: string | null }[]> {
  const { rows } = await sql<{ readonly id: number; readonly fileHash: string | null }>`
    select id, file_hash from intake_batches
    where common <> '{}' and coalesce(ended_at, created_at) < ${before} and state <> 'receiving'
    order by id limit 500`.execute(db);
  return rows;
}

/** Leaves of a batch its number, how many lines it had and which dossiers they became. */
export async function forgetBatch(db: Database, id: number): Promise<void> {
  await sql`update intake_batches set common = '{}', file_hash = null where id = ${id}`.execute(db);
  await sql`update intake_batch_rows set problem = '' where batch_id = ${id} and problem <> ''`.execute(db);
}

/** Whether another batch has the same file. */
export async function isFileUsed(db: Database, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('intakeBatches')
    .select('id')
    .where('fileHash', '=', hash)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The identifier of a dossier that was just received. */
export async function findDossierId(db: Database, number: string): Promise<number> {
  const { id } = await db
    .selectFrom('dossiers')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return id;
}

/** A line that may be undone alone begins here. */
export async function beginLine(db: Database): Promise<void> {
  await sql`savepoint line`.execute(db);
}

export async function keepLine(db: Database): Promise<void> {
  await sql`release savepoint line`.execute(db);
}

/** Everything since the line began is undone. */
export async function undoLine(db: Database): Promise<void> {
  await sql`rollback to savepoint line`.execute(db);
}
