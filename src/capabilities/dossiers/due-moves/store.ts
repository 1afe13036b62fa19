import { sql } from 'kysely';
import { localMidnight } from './schema.ts';
import type { Database } from '#platform/database/pool.ts';
import type { DueMove, MoveQuery, UnitCount } from './schema.ts';

export type Candidate = { readonly id: number; readonly number: string; readonly versionId: number };

/**
 * Running dossiers behind a number, in the order of their numbers, that were there before an instant and of which
 * something is due on or after a day.
 */
export async function readCandidates(
  db: Database,
  about: {
    readonly behind: number;
    readonly before: Date;
    readonly firstDay: string;
    readonly most: number;
  },
): Promise<readonly Candidate[]> {
  const { behind, before, firstDay, most } = about;
  const first = localMidnight(firstDay);
  const { rows } = await sql<Candidate>`
    select d.id, d.number, d.procedure_version_id as version_id from dossiers d
    where d.id > ${behind} and d.state in ('received', 'processing') and d.received_at < ${before}
      and (d.due_at >= ${first}
        or exists (select from dossier_steps s where s.dossier_id = d.id and s.state = 'active' and s.due_at >= ${first})
        or exists (select from dossier_timers t where t.dossier_id = d.id and t.due_at >= ${first}))
    order by d.id limit ${most}`.execute(db);
  return rows;
}

export type MoveRow = {
  readonly changeId: number;
  readonly dossierId: number;
  readonly dueFrom: Date;
  readonly dueTo: Date;
  readonly steps: number;
  readonly timers: number;
};

/** Keeps what a change moves, or has moved; one row a dossier. */
export async function keepMoves(
  db: Database,
  rows: readonly (MoveRow & { readonly movedAt: Date | null })[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('dossierDueMoves')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['changeId', 'dossierId']).doUpdateSet((row) => ({
        dueFrom: row.ref('excluded.dueFrom'),
        dueTo: row.ref('excluded.dueTo'),
        steps: row.ref('excluded.steps'),
        timers: row.ref('excluded.timers'),
        movedAt: row.ref('excluded.movedAt'),
        problem: null,
      })),
    )
    .execute();
}

/** Why the dates of a dossier could not be moved. */
export async function keepMoveProblem(
  db: Database,
  row: MoveRow & { readonly problem: string },
): Promise<void> {
  await db
    .insertInto('dossierDueMoves')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['changeId', 'dossierId']).doUpdateSet({ problem: row.problem }),
    )
    .execute();
}

/** Forgets what was counted: it is counted anew, or was counted for what did not move in the end. */
export async function forgetCounted(db: Database, changeId: number): Promise<void> {
  await db
    .deleteFrom('dossierDueMoves')
    .where('changeId', '=', changeId)
    .where('movedAt', 'is', null)
    .where('problem', 'is', null)
    .execute();
}

/** Dossiers whose dates could not be moved by a confirmed change. */
export async function readFailedMoves(
  db: Database,
  changeId: number,
): Promise<readonly (Candidate & { readonly dueAt: Date })[]> {
  return db
    .selectFrom('dossierDueMoves')
    .innerJoin('dossiers', 'dossiers.id', 'dossierDueMoves.dossierId')
    .select(['dossiers.id', 'dossiers.number', 'dossiers.procedureVersionId as versionId', 'dossiers.dueAt'])
    .where('changeId', '=', changeId)
    .where('problem', 'is not', null)
    .execute();
}

/** How many dossiers a change moves, by the unit that receives. */
export async function countByUnit(db: Database, changeId: number): Promise<readonly UnitCount[]> {
  const { rows } = await sql<UnitCount>`
    select d.receiving_unit_id as unit_id, count(*) filter (where m.due_from <> m.due_to) as promises,
      count(*) filter (where m.due_from = m.due_to) as inner_only, count(m.moved_at) as moved, count(m.problem) as failed
    from dossier_due_moves m join dossiers d on d.id = m.dossier_id
    where m.change_id = ${changeId} group by d.receiving_unit_id`.execute(db);
  return rows;
}

/** Dossiers a change moves, those due first above. */
export async function readMoves(
  db: Database,
  changeId: number,
  { unitId, offset, most }: MoveQuery,
): Promise<readonly DueMove[]> {
  const { rows } = await sql<DueMove>`
    select d.number, d.title, d.receiving_unit_id as unit_id, m.due_from, m.due_to, m.steps, m.timers, m.moved_at, m.problem
    from dossier_due_moves m join dossiers d on d.id = m.dossier_id
    where m.change_id = ${changeId} and (${unitId}::bigint is null or d.receiving_unit_id = ${unitId})
    order by m.due_from, d.id offset ${offset} limit ${most}`.execute(db);
  return rows;
}

/** The explanation beside a promise, where the new one follows from limit and calendar alone. */
export async function updateExplanation(db: Database, id: number, explanation: unknown): Promise<void> {
  await db
    .updateTable('dossiers')
    .set({ dueExplanation: JSON.stringify(explanation) })
    .where('id', '=', id)
    .execute();
}

/** Names of officers by their numbers. */
export async function readOfficerNames(
  db: Database,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('officers')
    .select(['id', 'fullName'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}
