import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { OfficerLine } from './schema.ts';

export type OfficerQuery = {
  /** Folded words, all of which the name or the login contains. */
  readonly words: readonly string[];
  /** Units one of whose posts the person holds now; null: any, also people without a post. */
  readonly unitIds: readonly number[] | null;
  readonly role: Role | null;
  readonly now: Date;
  readonly limit: number;
  readonly offset: number;
};

/** People by given name, as Vietnamese lists are ordered, with how many there are in all. */
export async function readOfficerLines(
  db: Database,
  query: OfficerQuery,
): Promise<{ readonly lines: readonly OfficerLine[]; readonly total: number }> {
  const { rows } = await sql<OfficerLine & { readonly total: number }>`
    select o.id, o.full_name, o.phone, o.email, a.login, a.disabled_at is not null as is_disabled,
      ${heldPosts(query.now)} as posts, count(*) over () as total
    from officers o left join accounts a on a.officer_id = o.id
    where ${wordsIn(query.words)} and ${inPosts(query)}
    order by regexp_replace(o.folded_name, '^.* ', ''), o.folded_name, o.id
    limit ${query.limit} offset ${query.offset}`.execute(db);
  const lines = rows.map(({ total: _total, ...line }) => line);
  return { lines, total: rows[0]?.total ?? 0 };
}

const holdsNow = (now: Date) => sql`h.officer_id = o.id and h.valid_from <= ${now}
  and (h.valid_to is null or h.valid_to > ${now})`;

const heldPosts = (now: Date) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('postId', p.id, 'title', p.title, 'roles', p.roles,
    'unitId', p.unit_id) order by h.valid_from, p.id), '[]')
  from post_holdings h join posts p on p.id = h.post_id where ${holdsNow(now)})`;

function wordsIn(words: readonly string[]) {
  if (words.length === 0) return sql`true`;
  const conditions = words.map((word) => {
    const pattern = `%${word.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    return sql`(o.folded_name like ${pattern} or a.login like ${pattern})`;
  });
  return sql.join(conditions, sql` and `);
}

function inPosts({ unitIds, role, now }: OfficerQuery) {
  if (unitIds === null && role === null) return sql`true`;
  return sql`exists (select from post_holdings h join posts p on p.id = h.post_id where ${holdsNow(now)}
    and (${unitIds === null} or p.unit_id = any (${[...(unitIds ?? [])]}::bigint[]))
    and (${role}::text is null or ${role} = any (p.roles)))`;
}
