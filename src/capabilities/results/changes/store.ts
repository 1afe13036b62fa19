import type { Database } from '#platform/database/pool.ts';
import type { ChangeInput, ResultChange } from './schema.ts';

export async function insertChange(
  db: Database,
  change: ChangeInput & {
    readonly resultId: number;
    readonly changes: Readonly<Record<string, unknown>>;
    readonly proposedBy: number;
    readonly proposedAt: Date;
  },
): Promise<number> {
  const { id } = await db
    .insertInto('resultChanges')
    .values({ ...change, changes: JSON.stringify(change.changes) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** All that was ever decided or proposed about a result, latest first. */
export async function readChanges(db: Database, resultId: number): Promise<readonly ResultChange[]> {
  const rows = await db
    .selectFrom('resultChanges as c')
    .innerJoin('officers as p', 'p.id', 'c.proposedBy')
    .leftJoin('officers as a', 'a.id', 'c.answeredBy')
    .select(['c.id', 'c.kind', 'c.decisionNumber', 'c.decidedOn', 'c.reason', 'c.changes', 'c.proposedBy'])
    .select(['p.fullName as proposerName', 'c.proposedAt', 'c.outcome', 'a.fullName as answererName'])
    .select(['c.answeredAt', 'c.answer'])
    .where('c.resultId', '=', resultId)
    .orderBy('c.id', 'desc')
    .execute();
  // insertChange writes nothing but objects into this column.
  return rows.map((row) => ({ ...row, changes: row.changes as ResultChange['changes'] }));
}

export async function updateChange(
  db: Database,
  id: number,
  answered: {
    readonly outcome: 'approved' | 'rejected';
    readonly answeredBy: number;
    readonly answeredAt: Date;
    readonly answer: string;
  },
): Promise<void> {
  await db.updateTable('resultChanges').set(answered).where('id', '=', id).execute();
}
