import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** What the receipt shows and no page of the dossier does. */
export async function readReceiptFacts(
  db: Database,
  dossierId: number,
): Promise<{ readonly bookLine: number | null; readonly isCollected: boolean }> {
  return db
    .selectFrom('dossiers as d')
    .select('d.bookLine')
    .select(
      // At reception or since; what was received before there were payments says so itself.
      sql<boolean>`coalesce(
        (select bool_and(p.state = 'paid') from payments p
          where p.dossier_id = d.id and p.origin = 'reception' and p.state in ('open', 'paid')),
        exists (select from dossier_fees f where f.dossier_id = d.id and f.collected))`.as('isCollected'),
    )
    .where('d.id', '=', dossierId)
    .executeTakeFirstOrThrow();
}
