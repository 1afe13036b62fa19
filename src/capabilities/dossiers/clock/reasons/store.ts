import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Reason, ReasonAct } from './schema.ts';

const COLUMNS = ['id', 'act', 'code', 'name', 'legalBasis', 'validFrom', 'validTo', 'sequence'] as const;

/** Every reason, by act and age. */
export async function readReasons(db: Database): Promise<readonly Reason[]> {
  const rows = await db.selectFrom('actReasons').select(COLUMNS).orderBy('id').execute();
  return rows.map(reasonOf);
}

/** Those offered for an act on a day. */
export async function readReasonsOn(
  db: Database,
  act: ReasonAct,
  day: LocalDate,
): Promise<readonly Reason[]> {
  const rows = await db
    .selectFrom('actReasons')
    .select(COLUMNS)
    .where('act', '=', act)
    .where('validFrom', '<=', day)
    .where((is) => is.or([is('validTo', 'is', null), is('validTo', '>', day)]))
    .orderBy('id')
    .execute();
  return rows.map(reasonOf);
}

/** Its row stays locked until the transaction ends. */
export async function lockReason(db: Database, id: number): Promise<Reason | null> {
  const row = await db
    .selectFrom('actReasons')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? reasonOf(row) : null;
}

export async function insertReason(db: Database, reason: Omit<Reason, 'id' | 'sequence'>): Promise<number> {
  const { id } = await db
    .insertInto('actReasons')
    .values({ ...reason, sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateReason(
  db: Database,
  id: number,
  change: Omit<Reason, 'id' | 'act' | 'code'>,
): Promise<void> {
  await db.updateTable('actReasons').set(change).where('id', '=', id).execute();
}

/** Written by this capability alone, which knows the acts. */
function reasonOf<Row extends { readonly act: string }>(row: Row) {
  return { ...row, act: row.act as ReasonAct };
}
