import type { Database } from '#platform/database/pool.ts';

/** The check code and what the citizen's page shows besides the state; null when there is no such dossier. */
export async function readLookup(db: Database, number: string) {
  const row = await db
    .selectFrom('dossiers')
    .select(['id', 'checkCode', 'title', 'returnMethod', 'dueExplanation', 'applicantName'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** How many wrong codes came from an address since an instant. */
export async function countWrongCodes(db: Database, address: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('lookupAttempts')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('address', '=', address)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertWrongCode(db: Database, address: string, at: Date): Promise<void> {
  await db.insertInto('lookupAttempts').values({ address, at }).execute();
}

export async function sweepWrongCodes(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('lookupAttempts').where('at', '<', before).execute();
}
