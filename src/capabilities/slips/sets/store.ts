import type { Database } from '#platform/database/pool.ts';
import { type FormSet, layouts } from '../form-sets.ts';
import type { StoredFormSet } from './schema.ts';

const COLUMNS = ['id', 'code', 'legalBasis', 'validFrom', 'layouts', 'sequence'] as const;

/** Every set, oldest first. */
export async function readFormSets(db: Database): Promise<readonly StoredFormSet[]> {
  const rows = await db.selectFrom('formSets').select(COLUMNS).orderBy('validFrom').execute();
  return rows.map((row) => ({ ...row, layouts: layouts.parse(row.layouts) }));
}

/** Its row stays locked until the transaction ends. */
export async function lockFormSet(db: Database, id: number): Promise<StoredFormSet | null> {
  const row = await db
    .selectFrom('formSets')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...row, layouts: layouts.parse(row.layouts) } : null;
}

export async function insertFormSet(db: Database, set: FormSet): Promise<number> {
  const { id } = await db
    .insertInto('formSets')
    .values({ ...set, layouts: JSON.stringify(set.layouts), sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateFormSet(
  db: Database,
  id: number,
  { layouts: changed, ...rest }: Omit<StoredFormSet, 'id' | 'code'>,
): Promise<void> {
  await db
    .updateTable('formSets')
    .set({ ...rest, layouts: JSON.stringify(changed) })
    .where('id', '=', id)
    .execute();
}
