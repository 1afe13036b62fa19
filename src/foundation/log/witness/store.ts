import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { SignedCheckpoint } from '../schema.ts';
import type { StoredCosignature } from './schema.ts';

export async function insertCosignature(db: Database, cosignature: StoredCosignature): Promise<void> {
  await db
    .insertInto('logCosignatures')
    .values(cosignature)
    .onConflict((conflict) => conflict.columns(['size', 'witness', 'keyId']).doNothing())
    .execute();
}

/** Signatures of witnesses under states of more than `after` and at most `upTo` entries. */
export async function readCosignatures(
  db: Database,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<readonly StoredCosignature[]> {
  return db
    .selectFrom('logCosignatures')
    .selectAll()
    .where('size', '>', after)
    .where('size', '<=', upTo)
    .orderBy('size')
    .orderBy('witness')
    .execute();
}

/** The newest state that at least one witness has signed; null before the first. */
export async function readWitnessedCheckpoint(db: Database): Promise<SignedCheckpoint | null> {
  const row = await db
    .selectFrom('logCheckpoints')
    .selectAll()
    .where('size', '=', (query) =>
      query.selectFrom('logCosignatures').select((of) => of.fn.max('size').as('size')),
    )
    .executeTakeFirst();
  return row ?? null;
}

/** When the log was last recovered, as the history tells; null when it never was. An alarm that is settled in its table alone says nothing. */
export async function readLastRecovery(db: Database): Promise<Date | null> {
  const { rows } = await sql<{ readonly at: Date | null }>`
    select max(at) as at from history_events where stream = 'log' and kind = 'recovered'`.execute(db);
  return rows[0]?.at ?? null;
}
