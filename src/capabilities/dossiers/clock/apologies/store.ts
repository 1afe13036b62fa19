import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { ApologyDue } from './schema.ts';

/** Running dossiers at some units (null: all that may be seen) due before an instant and not re-appointed, most urgent first. */
export async function readApologiesDue(
  db: Database,
  unitIds: readonly number[] | null,
  before: Date,
): Promise<readonly ApologyDue[]> {
  const units = unitIds === null ? sql`true` : sql`w.unit_id = any(${[...unitIds]}::bigint[])`;
  const { rows } = await sql<ApologyDue>`
    select w.number, w.title, w.applicant_name, w.due_at, w.step_name, w.unit_id, o.full_name as officer_name
    from dossier_work w join dossiers d on d.id = w.dossier_id left join officers o on o.id = w.officer_id
    where ${units} and w.phase in ('received', 'processing') and w.paused_for is null and w.due_at < ${before}
      and d.reappointed_at is null
    order by w.due_at, w.number limit 500`.execute(db);
  return rows;
}
