import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Holding, Substitution } from '../schema.ts';

export type NamedHolding = Holding & { readonly officerName: string };
export type NamedSubstitution = Substitution & { readonly substituteName: string };

/** Everybody who held, holds or will hold a post, the latest first. */
export async function readNamedHoldings(db: Database, postId: number): Promise<readonly NamedHolding[]> {
  return db
    .selectFrom('postHoldings as h')
    .innerJoin('officers as o', 'o.id', 'h.officerId')
    .select(['h.id', 'h.postId', 'h.officerId', 'h.validFrom', 'h.validTo', 'h.decision'])
    .select('o.fullName as officerName')
    .where('h.postId', '=', postId)
    .orderBy('h.validFrom', 'desc')
    .execute();
}

export async function readNamedSubstitutions(
  db: Database,
  postId: number,
): Promise<readonly NamedSubstitution[]> {
  return db
    .selectFrom('substitutions as s')
    .innerJoin('officers as o', 'o.id', 's.substituteId')
    .select(['s.id', 's.postId', 's.substituteId', 's.validFrom', 's.validTo', 's.reason'])
    .select('o.fullName as substituteName')
    .where('s.postId', '=', postId)
    .orderBy('s.validFrom', 'desc')
    .execute();
}

/** A person that can be chosen for a post, with what they do now. */
export type Candidate = { readonly id: number; readonly fullName: string; readonly postTitles: string };

/** People who hold a post now in some units (null: everybody, also who holds none), by given name. */
export async function readCandidates(
  db: Database,
  wanted: { readonly unitIds: readonly number[] | null; readonly now: Date },
): Promise<readonly Candidate[]> {
  const { unitIds, now } = wanted;
  const { rows } = await sql<Candidate>`
    select o.id, o.full_name, coalesce(string_agg(p.title, '; ' order by p.id), '') as post_titles
    from officers o
    left join post_holdings h on h.officer_id = o.id and h.valid_from <= ${now}
      and (h.valid_to is null or h.valid_to > ${now})
    left join posts p on p.id = h.post_id
    where ${unitIds === null} or p.unit_id = any (${[...(unitIds ?? [])]}::bigint[])
    group by o.id
    order by regexp_replace(o.folded_name, '^.* ', ''), o.folded_name, o.id`.execute(db);
  return rows;
}
