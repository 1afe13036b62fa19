import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { PostLine } from './schema.ts';

/** Posts that exist at an instant in some units (null: in all), in the order they were created. */
export async function readPostLines(
  db: Database,
  wanted: { readonly unitIds: readonly number[] | null; readonly now: Date },
): Promise<readonly PostLine[]> {
  const { unitIds, now } = wanted;
  const { rows } = await sql<PostLine>`
    select p.id, p.unit_id, p.title, p.roles, p.valid_to, holder.id as holder_id, holder.full_name as holder_name,
      substitute.full_name as substitute_name, s.valid_to as substitute_until
    from posts p
    left join post_holdings h on h.post_id = p.id and h.valid_from <= ${now}
      and (h.valid_to is null or h.valid_to > ${now})
    left join officers holder on holder.id = h.officer_id
    left join substitutions s on s.post_id = p.id and s.valid_from <= ${now} and s.valid_to > ${now}
    left join officers substitute on substitute.id = s.substitute_id
    where p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})
      and (${unitIds === null} or p.unit_id = any (${[...(unitIds ?? [])]}::bigint[]))
    order by p.id`.execute(db);
  return rows;
}
