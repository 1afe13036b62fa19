import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Result } from '../schema.ts';
import { findByCode } from '../store.ts';

/** How many wrong codes came from an address since an instant, here and at the look-up. */
export async function countTries(
  db: Database,
  { address, since }: { readonly address: string; readonly since: Date },
): Promise<number> {
  const { tries } = await db
    .selectFrom('lookupAttempts')
    .select((row) => row.fn.countAll<number>().as('tries'))
    .where('address', '=', address)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return tries;
}

export async function insertTry(db: Database, address: string, at: Date): Promise<void> {
  await db.insertInto('lookupAttempts').values({ address, at }).execute();
}

/** A result by its code, with the day of its last correction. What was disposed of is not there any more. */
export async function findForEverybody(
  db: Database,
  code: string,
): Promise<{ readonly result: Result; readonly correctedOn: LocalDate | null } | null> {
  const result = await findByCode(db, code);
  if (result === null || result.disposedAt !== null) return null;
  const last = await db
    .selectFrom('resultChanges')
    .select(sql<LocalDate | null>`max(decided_on)`.as('on'))
    .where('resultId', '=', result.id)
    .where('kind', '=', 'correction')
    .where('outcome', '=', 'approved')
    .executeTakeFirst();
  return { result, correctedOn: last?.on ?? null };
}
