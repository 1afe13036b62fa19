import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Role } from '#foundation/access/roles.ts';

type Acting = {
  readonly id: number;
  readonly name: string;
  readonly postId: number;
  readonly postTitle: string;
};

/** Holders and substitutes of a unit's posts with a role at an instant. */
export async function readOfficersWithRole(
  db: Database,
  wanted: { readonly unitId: number; readonly role: Role; readonly now: Date },
): Promise<readonly Acting[]> {
  const { unitId, role, now } = wanted;
  const { rows } = await sql<Acting>`
    select o.id, o.full_name as name, p.id as post_id, p.title as post_title
    from posts p
    join (
      select post_id, officer_id from post_holdings
        where valid_from <= ${now} and (valid_to is null or valid_to > ${now})
      union
      select post_id, substitute_id from substitutions where valid_from <= ${now} and valid_to > ${now}
    ) a on a.post_id = p.id
    join officers o on o.id = a.officer_id
    where p.unit_id = ${unitId} and ${role} = any (p.roles)
      and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})
    order by o.folded_name, p.id`.execute(db);
  return rows;
}

/** The roles of the posts that stand at an instant, by unit. */
export async function readRolesByUnit(
  db: Database,
  now: Date,
): Promise<ReadonlyMap<number, ReadonlySet<Role>>> {
  const { rows } = await sql<{ readonly unitId: number; readonly roles: readonly Role[] }>`
    select unit_id, array_agg(distinct role) as roles from posts, unnest(roles) role
    where valid_from <= ${now} and (valid_to is null or valid_to > ${now}) group by unit_id`.execute(db);
  return new Map(rows.map(({ unitId, roles }) => [unitId, new Set(roles)]));
}

/** Whether anybody has an account; a fresh installation has nobody. */
export async function hasAccounts(db: Database): Promise<boolean> {
  const row = await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Whether a person holds a post at an instant, in their own right. */
export async function isHoldingAnyPost(db: Database, officerId: number, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('postHoldings')
    .select('id')
    .where('officerId', '=', officerId)
    .where('validFrom', '<=', now)
    .where((or) => or.or([or('validTo', 'is', null), or('validTo', '>', now)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Full names of some people, by their number. */
export async function readNames(
  db: Database,
  officerIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (officerIds.length === 0) return new Map();
  const query = db
    .selectFrom('officers')
    .select(['id', 'fullName'])
    .where('id', 'in', [...officerIds]);
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.id, row.fullName]));
}
