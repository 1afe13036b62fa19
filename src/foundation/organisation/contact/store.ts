import type { Database } from '#platform/database/pool.ts';
import type { Contact } from './schema.ts';

/** The contact of a unit by its code, locked until the end of the transaction; null when there is no such unit. */
export async function lockContact(
  db: Database,
  code: string,
): Promise<(Contact & { readonly id: number }) | null> {
  const row = await db
    .selectFrom('units')
    .select(['id', 'address', 'phone'])
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function updateContact(db: Database, id: number, contact: Contact): Promise<void> {
  await db.updateTable('units').set(contact).where('id', '=', id).execute();
}
