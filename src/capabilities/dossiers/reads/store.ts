import { sql } from 'kysely';
import { addDays, instantAt } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Actor } from '#foundation/context.ts';
import { containing } from '#platform/database/like.ts';
import type { Database } from '#platform/database/pool.ts';
import { spanOf, UNUSUAL_OUTSIDE } from './rules.ts';
import {
  type CitizenRead,
  PAGE_SIZE,
  type Reading,
  type ReadsQuery,
  type ReviewedRead,
  type UnusualDay,
} from './schema.ts';

type By = { readonly actor: Actor; readonly now: Date };

/**
 * Writes reads, in one statement. In the order of their records, so that of two long lists at once neither waits for
 * the other for ever.
 */
export async function insertReads(db: Database, reading: Reading, { actor, now }: By): Promise<void> {
  const { subject, ids, manner, detail = '' } = reading;
  const { officerId, post } = actor;
  await sql`
    insert into personal_reads (subject, subject_id, quarter, officer_id, post_id, manner, detail, unit_id, first_at,
      last_at)
    select ${subject}, id, ${spanOf(now)}, ${officerId}, ${post.postId}, ${manner}, ${detail}, ${post.unitId}, ${now},
      ${now}
    from (select distinct unnest(${[...ids]}::bigint[]) as id order by 1) given
    on conflict (subject, subject_id, quarter, officer_id, post_id, manner, detail) do update
      set times = personal_reads.times + 1, last_at = greatest(personal_reads.last_at, excluded.last_at)`.execute(
    db,
  );
}

/** As many lines as the citizen's page shows. */
const MOST_LINES = 200;

/** Reads of a dossier, and of its applicant since it was received, by day, post and manner, latest first. */
export async function readForCitizen(db: Database, dossierId: number): Promise<readonly CitizenRead[]> {
  const { rows } = await sql<CitizenRead>`
    with dossier as (select id, applicant_id, received_at from dossiers where id = ${dossierId}),
      looks as (
        select r.* from personal_reads r, dossier d where r.subject = 'dossier' and r.subject_id = d.id
        union all
        select r.* from personal_reads r, dossier d
        where r.subject = 'applicant' and r.subject_id = d.applicant_id
          and (r.last_at > d.received_at or (r.manner = 'vault-reused' and r.last_at = d.received_at))
      )
    select l.unit_id, coalesce(p.title, '') as post_title, l.manner,
      case l.manner when 'revealed' then l.detail else '' end as reason, min(l.first_at) as first_at,
      max(l.last_at) as last_at, sum(l.times)::int as times
    from looks l left join posts p on p.id = l.post_id
    group by (l.first_at at time zone 'Asia/Ho_Chi_Minh')::date, 1, 2, 3, 4
    order by max(l.last_at) desc, l.manner limit ${MOST_LINES}`.execute(db);
  return rows;
}

/** Whose reads: of one dossier by anybody, or by officials of some units (null stands for all). */
export type ReadsScope =
  { readonly dossierId: number } | { readonly unitIds: readonly number[] | null; readonly query: ReadsQuery };

export async function readReviewed(
  db: Database,
  scope: ReadsScope,
  part: { readonly limit: number; readonly page: number },
): Promise<readonly ReviewedRead[]> {
  const { rows } = await sql<ReviewedRead>`
    select r.subject, coalesce(d.number, s.number) as number, r.officer_id, o.full_name as officer_name,
      coalesce(p.title, '') as post_title, r.unit_id, r.manner, r.detail, r.first_at, r.last_at, r.times,
      r.subject = 'dossier' and ${isOutside()} as is_outside
    ${from()} where ${matches(scope)}
    order by r.first_at desc, r.subject, r.subject_id, r.manner
    limit ${part.limit} offset ${(part.page - 1) * PAGE_SIZE}`.execute(db);
  return rows;
}

export async function countReviewed(db: Database, scope: ReadsScope): Promise<number> {
  const { rows } = await sql<{ readonly total: number }>`
    select count(*) as total from (select 1 ${from()} where ${matches(scope)} limit 10001) b`.execute(db);
  return rows[0]?.total ?? 0;
}

/** Days on which somebody opened many dossiers in which they have no part, latest first. */
export async function readUnusual(
  db: Database,
  scope: { readonly unitIds: readonly number[] | null; readonly query: ReadsQuery },
): Promise<readonly UnusualDay[]> {
  const { rows } = await sql<UnusualDay>`
    with looks as (
      select distinct r.officer_id, r.post_id, r.unit_id, r.subject_id,
        to_char(r.first_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day
      ${from()} where r.subject = 'dossier' and r.manner <> 'listed' and ${matches(scope)}
    ), counted as (
      select r.officer_id, r.post_id, r.unit_id, r.day, count(*)::int as dossiers,
        (count(*) filter (where ${isOutside()}))::int as outside
      from looks r group by 1, 2, 3, 4
    )
    select c.officer_id, o.full_name as officer_name, coalesce(p.title, '') as post_title, c.unit_id, c.day, c.dossiers,
      c.outside
    from counted c join officers o on o.id = c.officer_id left join posts p on p.id = c.post_id
    where c.outside >= ${UNUSUAL_OUTSIDE} order by c.day desc, c.outside desc limit 500`.execute(db);
  return rows;
}

/** Officials who have read something in the name of these units, for the filter. */
export async function readReaders(
  db: Database,
  unitIds: readonly number[] | null,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const { rows } = await sql<{ readonly id: number; readonly name: string }>`
    select id, full_name as name from officers o where exists (
      select from personal_reads r where r.officer_id = o.id ${unitIds === null ? sql`` : sql`and ${ofUnits(unitIds)}`})
    order by full_name limit 1000`.execute(db);
  return rows;
}

function from() {
  return sql`from personal_reads r join officers o on o.id = r.officer_id left join posts p on p.id = r.post_id
    left join dossiers d on r.subject = 'dossier' and d.id = r.subject_id
    left join slips s on r.subject = 'slip' and s.id = r.subject_id`;
}

function isOutside() {
  return sql<boolean>`not exists (select from history_events e where e.stream = 'dossier'
    and e.stream_id = r.subject_id and e.officer_id = r.officer_id)`;
}

function ofUnits(unitIds: readonly number[]) {
  return sql<boolean>`r.unit_id = any(${[...unitIds]}::bigint[])`;
}

function matches(scope: ReadsScope) {
  if ('dossierId' in scope) {
    return sql<boolean>`(r.subject = 'dossier' and r.subject_id = ${scope.dossierId})`;
  }
  const { unitIds, query } = scope;
  const { q, officer, manner } = query;
  const conditions = [
    sql<boolean>`true`,
    unitIds === null ? null : ofUnits(unitIds),
    officer === null ? null : sql<boolean>`r.officer_id = ${officer}`,
    manner === '' ? null : sql<boolean>`r.manner = ${manner}`,
    query.from === '' ? null : sql<boolean>`r.first_at >= ${instantAt(query.from, 0)}`,
    query.to === '' ? null : sql<boolean>`r.first_at < ${instantAt(addDays(query.to, 1), 0)}`,
    q === ''
      ? null
      : sql<boolean>`(d.number like ${containing(q.toUpperCase())} or s.number like ${containing(q.toUpperCase())}
          or o.folded_name like ${containing(fold(q))})`,
  ].filter((condition) => condition !== null);
  return sql.join(conditions, sql` and `);
}
