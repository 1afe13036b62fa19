import type { Database } from '#platform/database/pool.ts';

export async function readDossierId(db: Database, number: string): Promise<number | null> {
  const row = await db.selectFrom('dossiers').select('id').where('number', '=', number).executeTakeFirst();
  return row?.id ?? null;
}
