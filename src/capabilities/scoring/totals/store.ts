import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { DossierTotalRow, TotalRow } from './schema.ts';

export type Period = {
  /** Null: every unit. */
  readonly unitIds: readonly number[] | null;
  readonly from: Date;
  readonly to: Date;
};

function inPeriod({ unitIds, from, to }: Period) {
  const ofUnits = unitIds === null ? sql`true` : sql`s.unit_id = any(${[...unitIds]}::bigint[])`;
  return sql`${ofUnits} and s.returned_at >= ${from} and s.returned_at < ${to}`;
}

/** Scores by the unit that received, or by the officers who did a step of the dossier, with sums for each criterion. */
export async function readTotals(
  db: Database,
  period: Period,
  by: 'unit' | 'officer',
): Promise<readonly TotalRow[]> {
  const workers = sql`join (select distinct w.dossier_id, w.unit_id, w.officer_id from dossier_steps w
    where w.officer_id is not null) h on h.dossier_id = s.dossier_id`;
  const [unit, officer] =
    by === 'unit' ? [sql`s.unit_id`, sql`null::bigint`] : [sql`h.unit_id`, sql`h.officer_id`];
  const { rows } = await sql<TotalRow>`
    with scored as (
      select ${unit} as unit_id, ${officer} as officer_id, s.total, s.known, s.points
      from dossier_scores s ${by === 'unit' ? sql`` : workers} where ${inPeriod(period)}
    ), criteria as (
      select unit_id, officer_id, jsonb_object_agg(code, jsonb_build_object('count', count, 'sum', sum)) as criteria
      from (select c.unit_id, c.officer_id, p.key as code, count(*)::int as count, sum(p.value::int)::int as sum
        from scored c, jsonb_each_text(c.points) p group by 1, 2, 3) sums group by 1, 2
    )
    select t.unit_id, t.officer_id, o.full_name as officer_name, t.dossiers, t.total, t.known,
      coalesce(c.criteria, '{}') as criteria
    from (select unit_id, officer_id, count(*)::int as dossiers, sum(total)::int as total, sum(known)::int as known
      from scored group by 1, 2) t
    left join criteria c on c.unit_id = t.unit_id and c.officer_id is not distinct from t.officer_id
    left join officers o on o.id = t.officer_id
    order by t.dossiers desc, t.unit_id, t.officer_id`.execute(db);
  return rows;
}

/** Scored dossiers, the fewest points first: what needs a look stands on top. */
export async function readDossierTotals(
  db: Database,
  period: Period,
  part: { readonly limit: number; readonly offset: number },
): Promise<readonly DossierTotalRow[]> {
  const { rows } = await sql<DossierTotalRow>`
    select d.number, d.title, s.unit_id, s.returned_at, s.total, s.known, s.points
    from dossier_scores s join dossiers d on d.id = s.dossier_id where ${inPeriod(period)}
    order by s.total::numeric / greatest(s.known, 1), s.returned_at desc, s.dossier_id
    limit ${part.limit} offset ${part.offset}`.execute(db);
  return rows;
}

export async function countScored(db: Database, period: Period): Promise<number> {
  const { rows } = await sql<{ readonly total: number }>`
    select count(*)::int as total from dossier_scores s where ${inPeriod(period)}`.execute(db);
  return rows[0]?.total ?? 0;
}
