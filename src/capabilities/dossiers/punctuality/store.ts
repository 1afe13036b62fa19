import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** How many dossiers a receiving unit had finished in a period, and how many of them early or on time. */
export type Punctuality = { readonly unitId: number; readonly kept: number; readonly finished: number };

export async function readPunctuality(
  db: Database,
  period: { readonly from: Date; readonly to: Date },
): Promise<readonly Punctuality[]> {
  const { rows } = await sql<Punctuality>`
    select receiving_unit_id as unit_id, count(*)::int as finished,
      count(*) filter (where timeliness <> 'late')::int as kept
    from dossiers where finished_at >= ${period.from} and finished_at < ${period.to} and parent_id is null
    group by receiving_unit_id`.execute(db);
  return rows;
}
