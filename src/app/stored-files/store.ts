import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** A column that names files of the store; both names come from code. */
export type FileColumn = { readonly table: string; readonly column: string };

/** Files asked for in one statement. */
const BATCH = 200;

/** The next hashes of a column after one, each once. */
export async function readHashes(
  db: Database,
  { table, column }: FileColumn,
  after: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly hash: string }>`
    select distinct ${sql.ref(column)} as hash from ${sql.table(table)}
    where ${sql.ref(column)} > ${after} order by 1 limit ${BATCH}`.execute(db);
  return rows.map(({ hash }) => hash);
}
