import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** Receptions looked back at: the habits of a counter show in its last few hundred dossiers. */
const LOOKED_AT = 500;

/** Procedures of the unit's last receptions, most frequent first. */
export async function readMostReceived(db: Database, unitId: number): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly procedureId: number }>`
    select last.procedure_id
    from (
      select d.procedure_id
      from dossier_units u join dossiers d on d.id = u.dossier_id
      where u.unit_id = ${unitId} and d.receiving_unit_id = ${unitId}
      order by u.received_at desc
      limit ${LOOKED_AT}
    ) last
    group by last.procedure_id
    order by count(*) desc, last.procedure_id`.execute(db);
  return rows.map((row) => row.procedureId);
}
