import { sql } from 'kysely';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { Database } from '#platform/database/pool.ts';

/** A kept definition by what it holds. */
export async function findDefinition(db: Database, hash: string): Promise<number | null> {
  const row = await db
    .selectFrom('processDefinitions')
    .select('id')
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Keeps a definition, or finds it when somebody else was faster. */
export async function insertDefinition(
  db: Database,
  { hash, definition }: { readonly hash: string; readonly definition: ProcessDefinition },
): Promise<number> {
  const { rows } = await sql<{ readonly id: number }>`
    with added as (
      insert into process_definitions (hash, definition) values (${hash}, ${JSON.stringify(definition)}::jsonb)
      on conflict (hash) do nothing returning id
    )
    select id from added`.execute(db);
  const [added] = rows;
  // Behind the insert: it waited for whoever was keeping the same one.
  const id = added?.id ?? (await findDefinition(db, hash));
  if (id === null) throw new Error('A definition was neither added nor there');
  return id;
}

/** The next kept definitions after one, as they are found. */
export async function readDefinitions(
  db: Database,
  after: number,
): Promise<readonly { readonly id: number; readonly hash: string; readonly definition: unknown }[]> {
  return db
    .selectFrom('processDefinitions')
    .select(['id', 'hash', 'definition'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(200)
    .execute();
}

/** Numbers of definitions that something runs on, or that were published, and that are not there. */
export async function missingDefinitions(db: Database): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly id: number }>`
    select distinct n.definition_id as id from (
      select definition_id from dossier_runs
      union select definition_id from process_versions where definition_id is not null
    ) n left join process_definitions d on d.id = n.definition_id where d.id is null order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** A kept definition, or null. Written through `insertDefinition` alone, and never changed. */
export async function readDefinition(db: Database, id: number): Promise<ProcessDefinition | null> {
  const row = await db
    .selectFrom('processDefinitions')
    .select('definition')
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : (row.definition as ProcessDefinition);
}
