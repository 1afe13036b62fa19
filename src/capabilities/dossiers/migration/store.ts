import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import {
  mappingSchema,
  type Migration,
  type MigrationItem,
  type OlderDossier,
  type StepCount,
} from './schema.ts';

/** The version that dossiers begin on today. */
export type Newest = {
  readonly procedureId: number;
  readonly definitionId: number;
  readonly versionId: number;
};

/** Running dossiers on another definition, or promised by the limit of another version and not taken to this one's. */
function older({ procedureId, definitionId, versionId }: Newest) {
  return sql`dossiers d left join dossier_runs r on r.dossier_id = d.id
    where d.procedure_id = ${procedureId} and d.state in ('received', 'processing', 'done')
      and (r.definition_id is distinct from ${definitionId}
        or (d.procedure_version_id <> ${versionId} and not exists (
          select from dossier_migration_items i join dossier_migrations m on m.id = i.migration_id
          where i.dossier_id = d.id and i.done_at is not null and m.limit_version_id = ${versionId})))`;
}

export async function readOlder(
  db: Database,
  newest: Newest,
  { offset, most }: { readonly offset: number; readonly most: number },
): Promise<readonly OlderDossier[]> {
  const { rows } = await sql<OlderDossier>`
    select d.id, d.number, d.title, d.procedure_version_id as version_id, d.due_at,
      (select string_agg(w.step_name, ', ' order by w.step_position) from dossier_work w where w.dossier_id = d.id) as step_name,
      (select min(w.unit_id) from dossier_work w where w.dossier_id = d.id) as unit_id
    from ${older(newest)}
    order by d.due_at, d.id offset ${offset} limit ${most}`.execute(db);
  return rows;
}

export async function countOlder(db: Database, newest: Newest): Promise<readonly StepCount[]> {
  const { rows } = await sql<StepCount>`
    select w.step_name, w.unit_id, count(*) as count
    from (select d.id from ${older(newest)}) o join dossier_work w on w.dossier_id = o.id
    group by w.step_name, w.unit_id order by count(*) desc, w.step_name`.execute(db);
  return rows;
}

export async function countOlderDossiers(db: Database, newest: Newest): Promise<number> {
  const { rows } = await sql<{
    readonly count: number;
  }>`select count(*) as count from ${older(newest)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Steps that older dossiers stand at, by definition; without one for those that are on no process yet. */
export async function readOlderPlaces(
  db: Database,
  newest: Newest,
): Promise<readonly { readonly node: string; readonly name: string }[]> {
  const { rows } = await sql<{ readonly node: string; readonly name: string }>`
    select distinct case when s.node = '' then 'step-' || (s.position + 1) else s.node end as node, s.name
    from (select d.id from ${older(newest)}) o join dossier_steps s on s.dossier_id = o.id and s.state = 'active'
    order by 2, 1 limit 50`.execute(db);
  return rows;
}

export async function insertMigration(
  db: Database,
  migration: Omit<Migration, 'id' | 'finishedAt'>,
): Promise<number> {
  const { id } = await db
    .insertInto('dossierMigrations')
    .values({ ...migration, mapping: JSON.stringify(migration.mapping) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The chosen ones among those that are older; `ids` null takes all. Answers how many. */
export async function insertItems(
  db: Database,
  migrationId: number,
  { newest, ids }: { readonly newest: Newest; readonly ids: readonly number[] | null },
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into dossier_migration_items (migration_id, dossier_id, due_from)
    select ${migrationId}, o.id, o.due_at from (select d.id, d.due_at from ${older(newest)}) o
    where ${ids}::bigint[] is null or o.id = any(${ids}::bigint[])`.execute(db);
  return Number(numAffectedRows ?? 0);
}

export async function readMigration(db: Database, id: number): Promise<Migration | null> {
  const row = await db.selectFrom('dossierMigrations').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : { ...row, mapping: mappingSchema.parse(row.mapping) };
}

/** Dossiers of a migration that are still to be taken over. */
export async function readOpenItems(
  db: Database,
  migrationId: number,
  most: number,
): Promise<readonly { readonly id: number; readonly number: string }[]> {
  return db
    .selectFrom('dossierMigrationItems as i')
    .innerJoin('dossiers as d', 'd.id', 'i.dossierId')
    .select(['d.id', 'd.number'])
    .where('i.migrationId', '=', migrationId)
    .where('i.doneAt', 'is', null)
    .where('i.problem', 'is', null)
    .orderBy('d.id')
    .limit(most)
    .execute();
}

export async function updateItem(
  db: Database,
  { migrationId, dossierId }: { readonly migrationId: number; readonly dossierId: number },
  end: { readonly doneAt: Date; readonly dueTo: Date } | { readonly problem: string },
): Promise<void> {
  await db
    .updateTable('dossierMigrationItems')
    .set(end)
    .where('migrationId', '=', migrationId)
    .where('dossierId', '=', dossierId)
    .execute();
}

export async function updateFinished(db: Database, id: number, finishedAt: Date): Promise<void> {
  await db.updateTable('dossierMigrations').set({ finishedAt }).where('id', '=', id).execute();
}

/** Those that could not be taken over above; at most so many. */
export async function readItems(
  db: Database,
  migrationId: number,
  most: number,
): Promise<readonly MigrationItem[]> {
  return db
    .selectFrom('dossierMigrationItems as i')
    .innerJoin('dossiers as d', 'd.id', 'i.dossierId')
    .select(['d.number', 'i.dueFrom', 'i.dueTo', 'i.doneAt', 'i.problem'])
    .where('i.migrationId', '=', migrationId)
    .orderBy(sql`i.problem is null`)
    .orderBy('d.id')
    .limit(most)
    .execute();
}

export async function countItems(
  db: Database,
  migrationId: number,
): Promise<{ readonly open: number; readonly done: number; readonly failed: number }> {
  const { rows } = await sql<{ readonly open: number; readonly done: number; readonly failed: number }>`
    select count(*) filter (where done_at is null and problem is null) as open, count(done_at) as done,
      count(problem) as failed from dossier_migration_items where migration_id = ${migrationId}`.execute(db);
  return rows[0] ?? { open: 0, done: 0, failed: 0 };
}

/** What a dossier was received under, for planning its steps anew. */
export async function readReceived(
  db: Database,
  id: number,
): Promise<{ readonly versionId: number; readonly localityUnitId: number | null }> {
  return db
    .selectFrom('dossiers')
    .select(['procedureVersionId as versionId', 'localityUnitId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
