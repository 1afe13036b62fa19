import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Till, TillState, TillSums } from './schema.ts';

/** Whose till at which counter on which day. */
export type TillOf = { readonly unitId: number; readonly officerId: number; readonly day: LocalDate };

/**
 * The till, which nobody else moves money in until the transaction ends; null when it was not counted yet. Counting and
 * collecting wait for each other here also while there is no row.
 */
export async function lockTill(db: Database, { unitId, officerId, day }: TillOf): Promise<Till | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`till ${unitId} ${officerId} ${day}`}, 24))`.execute(
    db,
  );
  const { rows } = await sql<Till>`${tills()}
    where t.unit_id = ${unitId} and t.officer_id = ${officerId} and t.day = ${day}`.execute(db);
  return rows[0] ?? null;
}

function tills() {
  return sql`select t.id, t.unit_id, t.officer_id, o.full_name as officer_name, t.day, t.state, t.expected, t.counted,
      t.explanation, t.counted_at, d.full_name as decider_name, t.decided_at, t.decision_note, t.sequence
    from tills t join officers o on o.id = t.officer_id left join officers d on d.id = t.decided_by`;
}

/** With `lock` its row stays locked until the transaction ends. */
export async function readTill(
  db: Database,
  id: number,
  lock: 'lock' | 'read' = 'read',
): Promise<Till | null> {
  if (lock === 'lock') await sql`select from tills where id = ${id} for update`.execute(db);
  const { rows } = await sql<Till>`${tills()} where t.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Tills of some units (null stands for all), newest first; those that wait stand at the top. */
export async function readTills(db: Database, unitIds: readonly number[] | null): Promise<readonly Till[]> {
  const { rows } = await sql<Till>`${tills()}
    where ${unitIds === null ? sql`true` : sql`t.unit_id = any(${[...unitIds]}::bigint[])`}
    order by (t.state = 'counted') desc, t.day desc, t.id desc limit 500`.execute(db);
  return rows;
}

/** The sums of an officer's day at a counter. Days are those of Vietnam. */
export async function readSums(db: Database, { unitId, officerId, day }: TillOf): Promise<TillSums> {
  const { rows } = await sql<TillSums>`
    select coalesce(sum(amount) filter (where method = 'cash' and voided_at is null), 0)::bigint as cash,
      coalesce(sum(amount) filter (where method = 'transfer' and voided_at is null), 0)::bigint as transferred,
      coalesce(sum(amount) filter (where method = 'gateway' and voided_at is null), 0)::bigint as online,
      coalesce(sum(amount) filter (where method = 'treasury' and voided_at is null), 0)::bigint as treasury,
      (count(*) filter (where book_id is not null and voided_at is null))::int as receipts,
      (count(*) filter (where voided_at is not null))::int as voided,
      (select coalesce(sum(amount), 0)::bigint from payment_refunds r where r.unit_id = ${unitId} and r.paid_by = ${officerId}
        and r.method = 'cash' and r.paid_at >= ${startOf(day)} and r.paid_at < ${endOf(day)}) as cash_refunded
    from payment_collections
    where unit_id = ${unitId} and collected_by = ${officerId}
      and collected_at >= ${startOf(day)} and collected_at < ${endOf(day)}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('Sums returned no row');
  return row;
}

/** Days on which an officer took or gave cash at a counter and that were not counted, the oldest first. */
export async function readUncountedDays(
  db: Database,
  { unitId, officerId, since }: { readonly unitId: number; readonly officerId: number; readonly since: Date },
): Promise<readonly LocalDate[]> {
  const { rows } = await sql<{ readonly day: LocalDate }>`
    select m.day from (
      select (collected_at at time zone 'Asia/Ho_Chi_Minh')::date as day from payment_collections
      where unit_id = ${unitId} and collected_by = ${officerId} and method = 'cash' and collected_at >= ${since}
      union select (paid_at at time zone 'Asia/Ho_Chi_Minh')::date from payment_refunds
      where unit_id = ${unitId} and paid_by = ${officerId} and method = 'cash' and paid_at >= ${since}) m
    where not exists (select from tills t where t.unit_id = ${unitId} and t.officer_id = ${officerId} and t.day = m.day
      and t.state <> 'reopened')
    order by m.day limit 60`.execute(db);
  return rows.map(({ day }) => day);
}

const startOf = (day: LocalDate) => sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
const endOf = (day: LocalDate) => sql`((${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

type Count = TillOf & {
  readonly state: TillState;
  readonly expected: number;
  readonly counted: number;
  readonly explanation: string;
  readonly countedAt: Date;
  readonly sequence: number;
};

export async function insertTill(db: Database, count: Count): Promise<number> {
  const { id } = await db.insertInto('tills').values(count).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateTill(
  db: Database,
  id: number,
  change: Partial<Omit<Count, keyof TillOf>> & {
    readonly decidedBy?: number | null;
    readonly decidedAt?: Date | null;
    readonly decisionNote?: string;
    readonly sequence: number;
  },
): Promise<void> {
  await db.updateTable('tills').set(change).where('id', '=', id).execute();
}
