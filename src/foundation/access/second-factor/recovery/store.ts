import type { Database } from '#platform/database/pool.ts';
import type { OpenRecovery } from './schema.ts';

/** The recovery of an account that waits for confirmation and has not run out; null when there is none. */
export async function openRecoveryOf(
  db: Database,
  accountId: number,
  now: Date,
): Promise<OpenRecovery | null> {
  const query = recoveries(db).where('r.accountId', '=', accountId).where('r.expiresAt', '>', now);
  return (await query.where('r.state', '=', 'open').executeTakeFirst()) ?? null;
}

export async function readOpenRecovery(db: Database, id: number, now: Date): Promise<OpenRecovery | null> {
  const query = recoveries(db).where('r.id', '=', id).where('r.expiresAt', '>', now);
  return (await query.where('r.state', '=', 'open').executeTakeFirst()) ?? null;
}

/** Every recovery that waits, the one that runs out first before the others. */
export async function readOpenRecoveries(db: Database, now: Date): Promise<readonly OpenRecovery[]> {
  const query = recoveries(db).where('r.state', '=', 'open').where('r.expiresAt', '>', now);
  return query.orderBy('r.expiresAt').execute();
}

/** Whatever became of it: for letters, which are sent a moment later. */
export async function readRecovery(db: Database, id: number): Promise<OpenRecovery | null> {
  return (await recoveries(db).where('r.id', '=', id).executeTakeFirst()) ?? null;
}

function recoveries(db: Database) {
  return db
    .selectFrom('accountRecoveries as r')
    .innerJoin('accounts as a', 'a.id', 'r.accountId')
    .innerJoin('officers as o', 'o.id', 'a.officerId')
    .innerJoin('officers as opener', 'opener.id', 'r.openedBy')
    .select(['r.id', 'r.accountId', 'a.login', 'a.officerId', 'o.fullName as officerName', 'o.email'])
    .select(['r.reason', 'r.openedBy', 'opener.fullName as openerName', 'r.openedAt', 'r.expiresAt']);
}

/** Closes those of an account that ran out, so that a new one can be opened. */
export async function cancelExpired(
  db: Database,
  { accountId, now }: { readonly accountId: number; readonly now: Date },
): Promise<void> {
  await db
    .updateTable('accountRecoveries')
    .set({ state: 'cancelled', decidedAt: now })
    .where('accountId', '=', accountId)
    .where('state', '=', 'open')
    .where('expiresAt', '<=', now)
    .execute();
}

export async function insertRecovery(
  db: Database,
  recovery: Pick<OpenRecovery, 'accountId' | 'reason' | 'openedBy' | 'openedAt' | 'expiresAt'>,
): Promise<number> {
  const query = db.insertInto('accountRecoveries').values({ ...recovery, state: 'open' });
  return (await query.returning('id').executeTakeFirstOrThrow()).id;
}

/** Decides an open recovery; false when somebody else was faster. */
export async function decideRecovery(
  db: Database,
  id: number,
  decision: {
    readonly state: 'confirmed' | 'cancelled';
    readonly decidedBy: number;
    readonly decidedAt: Date;
  },
): Promise<boolean> {
  const query = db.updateTable('accountRecoveries').set(decision).where('id', '=', id);
  return (await query.where('state', '=', 'open').executeTakeFirst()).numUpdatedRows > 0n;
}

/** Units in which an officer holds a post now. */
export async function readUnitsOf(db: Database, officerId: number, now: Date): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('postHoldings as h')
    .innerJoin('posts as p', 'p.id', 'h.postId')
    .select('p.unitId')
    .where('h.officerId', '=', officerId)
    .where('h.validFrom', '<=', now)
    .where((either) => either.or([either('h.validTo', 'is', null), either('h.validTo', '>', now)]))
    .execute();
  return rows.map(({ unitId }) => unitId);
}

export async function readOwner(
  db: Database,
  accountId: number,
): Promise<{ readonly officerId: number; readonly officerName: string } | null> {
  const query = db
    .selectFrom('accounts as a')
    .innerJoin('officers as o', 'o.id', 'a.officerId')
    .select(['o.id as officerId', 'o.fullName as officerName'])
    .where('a.id', '=', accountId);
  return (await query.executeTakeFirst()) ?? null;
}

/** Whether an officer opened somebody's account, or gave it a password, after an instant. */
export async function wasGivenBy(
  db: Database,
  giver: { readonly officerId: number; readonly accountId: number; readonly since: Date },
): Promise<boolean> {
  const row = await db
    .selectFrom('historyEvents')
    .select('sequence')
    .where('stream', '=', 'account')
    .where('streamId', '=', giver.accountId)
    .where('officerId', '=', giver.officerId)
    .where('kind', 'in', ['created', 'password-reset', 'recovery-confirmed'])
    .where('at', '>', giver.since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
