import { sql } from 'kysely';
import type { Database } from './pool.ts';

/** Tables whose largest id tells every process that its cached copy is old. */
export type RevisionTable = 'organisation_revisions' | 'calendar_revisions' | 'procedure_revisions';

/**
 * Tells every process that something slowly changing changed. One writer of a table at a time until its commit, so that
 * a smaller number never becomes visible after a larger one and leaves a stale cache behind.
 */
export async function raiseRevision(db: Database, table: RevisionTable): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${table}))`.execute(db);
  await sql`insert into ${sql.table(table)} default values`.execute(db);
}
