import type { Database } from '#platform/database/pool.ts';

/** Whether something was asked already for a verb of the process that waits. */
export async function wasAsked(
  db: Database,
  waiting: { readonly dossierId: number; readonly node: string; readonly token: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('payments')
    .select('id')
    .where('dossierId', '=', waiting.dossierId)
    .where('node', '=', waiting.node)
    .where('token', '=', waiting.token)
    .where('state', '<>', 'cancelled')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
