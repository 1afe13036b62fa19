import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { ActingPost, Revisions } from '#foundation/context.ts';
import type { Session } from './schema.ts';

/** A live session with everything a request needs to know about who it is. */
export type SignedIn = {
  readonly sessionId: number;
  readonly seenAt: Date;
  readonly currentPostId: number | null;
  readonly accountId: number;
  readonly officerId: number;
  readonly name: string;
  readonly mustChangePassword: boolean;
  readonly hasFactor: boolean;
  readonly requiredRoles: readonly string[] | null;
  readonly posts: readonly ActingPost[];
} & Revisions;

/** What a person may act in now: posts held, in the order they were taken up, then posts substituted. */
const actingPosts = (officer: string, now: Date) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('postId', p.id, 'title', p.title, 'roles', p.roles,
    'unitId', p.unit_id, 'substitutesFor', a.substitutes_for) order by a.rank, a.since, p.id), '[]')
  from (
    select h.post_id, 0 as rank, h.valid_from as since, null as substitutes_for
    from post_holdings h
    where h.officer_id = ${sql.ref(officer)} and h.valid_from <= ${now} and (h.valid_to is null or h.valid_to > ${now})
    union all
    select s.post_id, 1, s.valid_from, coalesce((
      select absent.full_name from post_holdings h join officers absent on absent.id = h.officer_id
      where h.post_id = s.post_id and h.valid_from <= ${now} and (h.valid_to is null or h.valid_to > ${now})
    ), 'vị trí đang khuyết')
    from substitutions s
    where s.substitute_id = ${sql.ref(officer)} and s.valid_from <= ${now} and s.valid_to > ${now}
  ) a
  join posts p on p.id = a.post_id
  where p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now}))`;

/**
 * The session of a token that is alive now, the person behind it, the posts they may act in and the revisions of the
 * slowly changing tables: one statement, run for every request of an officer.
 */
export async function readSignedIn(
  db: Database,
  token: { readonly hash: Buffer; readonly now: Date; readonly idleSince: Date },
): Promise<SignedIn | null> {
  const { rows } = await sql<SignedIn>`
    select s.id as session_id, s.seen_at, s.post_id as current_post_id, a.id as account_id, o.id as officer_id,
      o.full_name as name, a.must_change_password,
      exists (select from totp_secrets f where f.account_id = a.id)
        or exists (select from passkeys f where f.account_id = a.id) as has_factor,
      (select required_roles from second_factor_policies where id = 1),
      ${actingPosts('o.id', token.now)} as posts,
      (select coalesce(max(id), 0) from organisation_revisions) as organisation,
      (select coalesce(max(id), 0) from calendar_revisions) as calendar,
      (select coalesce(max(id), 0) from procedure_revisions) as procedures
    from sessions s
    join accounts a on a.id = s.account_id
    join officers o on o.id = a.officer_id
    where s.token_hash = ${token.hash} and s.expires_at > ${token.now} and s.seen_at > ${token.idleSince}
      and a.disabled_at is null`.execute(db);
  return rows[0] ?? null;
}

/** The posts an officer may act in at an instant. */
export async function readActingPosts(
  db: Database,
  officerId: number,
  now: Date,
): Promise<readonly ActingPost[]> {
  const { rows } = await sql<{ readonly posts: readonly ActingPost[] }>`
    select ${actingPosts('o.id', now)} as posts from officers o where o.id = ${officerId}`.execute(db);
  return rows[0]?.posts ?? [];
}

export async function insertSession(
  db: Database,
  session: Omit<Session, 'id'> & { readonly accountId: number; readonly tokenHash: Buffer },
): Promise<void> {
  await db.insertInto('sessions').values(session).execute();
}

/** When a session began, or its password was last given. */
export async function readBeginning(db: Database, tokenHash: Buffer): Promise<Date | null> {
  const query = db.selectFrom('sessions').select('createdAt').where('tokenHash', '=', tokenHash);
  return (await query.executeTakeFirst())?.createdAt ?? null;
}

/** Gives a session another token; answers its end, or null when there is none. */
export async function replaceSession(
  db: Database,
  tokenHash: Buffer,
  renewed: { readonly tokenHash: Buffer; readonly createdAt: Date; readonly seenAt: Date },
): Promise<Date | null> {
  const query = db.updateTable('sessions').set(renewed).where('tokenHash', '=', tokenHash);
  return (await query.returning('expiresAt').executeTakeFirst())?.expiresAt ?? null;
}

/** Ends the sessions of an account but for the last used. */
export async function deleteLongUnused(db: Database, accountId: number, kept: number): Promise<void> {
  const last = db.selectFrom('sessions').select('id').where('accountId', '=', accountId);
  await db
    .deleteFrom('sessions')
    .where('accountId', '=', accountId)
    .where('id', 'not in', last.orderBy('seenAt', 'desc').orderBy('id', 'desc').limit(kept))
    .execute();
}

export async function noteUse(db: Database, sessionId: number, now: Date): Promise<void> {
  await db.updateTable('sessions').set({ seenAt: now }).where('id', '=', sessionId).execute();
}

export async function updateSessionPost(db: Database, tokenHash: Buffer, postId: number): Promise<void> {
  await db.updateTable('sessions').set({ postId }).where('tokenHash', '=', tokenHash).execute();
}

export async function deleteSession(db: Database, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute();
}

/** Ends one session of an account; false when it is not theirs or over already. */
export async function deleteSessionOf(db: Database, accountId: number, sessionId: number): Promise<boolean> {
  const result = await db
    .deleteFrom('sessions')
    .where('id', '=', sessionId)
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Ends every session of an account, or every other one when `exceptHash` is given. Returns how many. */
export async function deleteSessionsOf(
  db: Database,
  accountId: number,
  exceptHash: Buffer | null = null,
): Promise<number> {
  const all = db.deleteFrom('sessions').where('accountId', '=', accountId);
  const query = exceptHash === null ? all : all.where('tokenHash', '!=', exceptHash);
  const result = await query.executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Sessions of an account that are alive, the last used first, with the hash of their token. */
export async function readSessions(
  db: Database,
  accountId: number,
  alive: { readonly now: Date; readonly idleSince: Date },
): Promise<readonly (Session & { readonly tokenHash: Buffer })[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'tokenHash', 'postId', 'createdAt', 'seenAt', 'expiresAt', 'address', 'userAgent'])
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', alive.now)
    .where('seenAt', '>', alive.idleSince)
    .orderBy('seenAt', 'desc')
    .execute();
}

/** Forgets sessions that are over. */
export async function sweepSessions(db: Database, now: Date, idleSince: Date): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where((or) => or.or([or('expiresAt', '<=', now), or('seenAt', '<=', idleSince)]))
    .execute();
}
