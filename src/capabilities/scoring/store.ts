import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { measures, type Measures, pointsByCode, type PointsByCode } from './schema.ts';

/** A dossier as far as its score needs it. */
export type ScoredDossier = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly unitId: number;
  readonly receivedAt: Date;
  readonly returnedAt: Date | null;
  readonly isClosed: boolean;
  /** Opened out of another dossier, with which it is counted. */
  readonly isLinked: boolean;
};

const DOSSIER = sql`select d.id, d.number, d.title, d.receiving_unit_id as unit_id, d.received_at, d.returned_at,
  d.state = 'closed' as is_closed, d.parent_id is not null as is_linked from dossiers d`;

/** A dossier that one of some units (null: all) receives or handles; null when there is none. */
export async function findDossier(
  db: Database,
  number: string,
  unitIds: readonly number[] | null,
): Promise<ScoredDossier | null> {
  const ofUnits =
    unitIds === null
      ? sql`true`
      : sql`exists (select from dossier_units u where u.dossier_id = d.id and u.unit_id = any(${[...unitIds]}::bigint[]))`;
  const { rows } = await sql<ScoredDossier>`${DOSSIER} where d.number = ${number} and ${ofUnits}`.execute(db);
  return rows[0] ?? null;
}

/** Returned dossiers that are counted and have no measures yet, in the order of their ids. */
export async function readUnscored(db: Database, limit: number): Promise<readonly ScoredDossier[]> {
  const { rows } = await sql<ScoredDossier>`${DOSSIER}
    where d.returned_at is not null and d.disposed_at is null and d.parent_id is null
      and not exists (select from dossier_scores s where s.dossier_id = d.id and s.measures is not null)
    order by d.id limit ${limit}`.execute(db);
  return rows;
}

/**
 * What the records say of a dossier now. The step at which the result waits to be fetched is no unit's time; units whose
 * part is not over are not judged yet. Whoever was never asked to supplement had nobody else to see.
 */
export async function readMeasures(db: Database, dossierId: number): Promise<Measures> {
  const { rows } = await sql<Measures>`
    with steps as (
      select s.unit_id, s.quota_minutes, s.used_minutes, s.state
      from dossier_steps s join dossiers r on r.id = s.dossier_id
      where s.dossier_id = ${dossierId} and s.state in ('active', 'done')
        and not (s.role = 'one-stop' and s.finished_at is not distinct from r.returned_at)
    ), units as (
      select unit_id, sum(quota_minutes)::int as quota_minutes, sum(used_minutes)::int as used_minutes
      from steps group by unit_id having bool_and(state = 'done')
    ), asked as (
      select count(*)::int as times from dossier_pauses p where p.dossier_id = ${dossierId} and p.reason = 'supplement'
    )
    select d.timeliness, asked.times as supplements, case when asked.times = 0 then 0 end as agencies,
      case when d.finished_at is not null then (select json_agg(json_build_object('unitId', unit_id, 'quotaMinutes',
        quota_minutes, 'usedMinutes', used_minutes) order by unit_id) from units) end as units
    from dossiers d, asked where d.id = ${dossierId}`.execute(db);
  return measures.parse(rows[0]);
}

export type StoredScore = {
  readonly dossierId: number;
  readonly setId: number;
  readonly measures: Measures | null;
  readonly points: PointsByCode;
  readonly sequence: number;
};

export async function readScore(db: Database, dossierId: number): Promise<StoredScore | null> {
  const row = await scores(db).where('dossierId', '=', dossierId).executeTakeFirst();
  return row ? parsed(row) : null;
}

/** The score of a returned dossier in a few figures. */
export type ScoreSummary = {
  readonly total: number;
  readonly known: number;
  readonly all: number;
  readonly band: string | null;
};

export async function readSummary(db: Database, dossierId: number): Promise<ScoreSummary | null> {
  const { rows } = await sql<ScoreSummary>`
    select s.total, s.known, jsonb_array_length(c.criteria) as all,
      case when s.known = jsonb_array_length(c.criteria) then (select b ->> 'name'
        from jsonb_array_elements(c.bands) with ordinality g(b, place)
        where (b ->> 'from')::int <= s.total order by place limit 1) end as band
    from dossier_scores s join scoring_sets c on c.id = s.set_id
    where s.dossier_id = ${dossierId} and s.measures is not null`.execute(db);
  return rows[0] ?? null;
}

/** The row of a dossier's score, made if there is none; it stays locked until the transaction ends. */
export async function lockScore(
  db: Database,
  fresh: { readonly dossierId: number; readonly setId: number; readonly unitId: number },
): Promise<StoredScore> {
  await db
    .insertInto('dossierScores')
    .values({ ...fresh, points: '{}', sequence: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return parsed(
    await scores(db).where('dossierId', '=', fresh.dossierId).forUpdate().executeTakeFirstOrThrow(),
  );
}

function scores(db: Database) {
  return db.selectFrom('dossierScores').select(['dossierId', 'setId', 'measures', 'points', 'sequence']);
}

function parsed(row: Omit<StoredScore, 'measures' | 'points'> & { measures: unknown; points: unknown }) {
  return {
    ...row,
    measures: row.measures === null ? null : measures.parse(row.measures),
    points: pointsByCode.parse(row.points),
  };
}

export async function updateScore(
  db: Database,
  dossierId: number,
  {
    measures: measured,
    points,
    ...rest
  }: Omit<StoredScore, 'dossierId' | 'setId'> & {
    readonly total: number;
    readonly known: number;
    readonly returnedAt: Date | null;
  },
): Promise<void> {
  const json = {
    measures: measured === null ? null : JSON.stringify(measured),
    points: JSON.stringify(points),
  };
  await db
    .updateTable('dossierScores')
    .set({ ...rest, ...json })
    .where('dossierId', '=', dossierId)
    .execute();
}

/** Points a reviewer gave, with the reason and by whom. */
export type Mark = {
  readonly criterion: string;
  readonly points: number;
  readonly reason: string;
  readonly givenBy: number;
  readonly givenAt: Date;
  readonly giverName: string;
};

export async function readMarks(db: Database, dossierId: number): Promise<readonly Mark[]> {
  return db
    .selectFrom('dossierMarks as m')
    .innerJoin('officers as o', 'o.id', 'm.givenBy')
    .select(['m.criterion', 'm.points', 'm.reason', 'm.givenBy', 'm.givenAt', 'o.fullName as giverName'])
    .where('m.dossierId', '=', dossierId)
    .orderBy('m.criterion')
    .execute();
}

export async function upsertMark(
  db: Database,
  dossierId: number,
  { giverName: _name, ...mark }: Mark,
): Promise<void> {
  const { points, reason, givenBy, givenAt } = mark;
  await db
    .insertInto('dossierMarks')
    .values({ dossierId, ...mark })
    .onConflict((conflict) =>
      conflict.columns(['dossierId', 'criterion']).doUpdateSet({ points, reason, givenBy, givenAt }),
    )
    .execute();
}
