import type { Database } from '#platform/database/pool.ts';

/** Where the owner of an account is written to; empty without an address. */
export async function readAddressee(
  db: Database,
  accountId: number,
): Promise<{ readonly login: string; readonly email: string } | null> {
  const query = db
    .selectFrom('accounts as a')
    .innerJoin('officers as o', 'o.id', 'a.officerId')
    .select(['a.login', 'o.email'])
    .where('a.id', '=', accountId);
  return (await query.executeTakeFirst()) ?? null;
}
