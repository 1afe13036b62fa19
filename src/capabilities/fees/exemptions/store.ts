import type { Database } from '#platform/database/pool.ts';
import type { ExemptionInput, FeeExemption } from './schema.ts';

const COLUMNS = [
  'id',
  'name',
  'legalBasis',
  'percent',
  'certainty',
  'note',
  'validFrom',
  'validTo',
  'sequence',
] as const;

export async function readExemptions(db: Database): Promise<readonly FeeExemption[]> {
  return db.selectFrom('feeExemptions').select(COLUMNS).orderBy('validFrom').orderBy('id').execute();
}

/** Its row stays locked until the transaction ends. */
export async function lockExemption(db: Database, id: number): Promise<FeeExemption | null> {
  const row = await db
    .selectFrom('feeExemptions')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

type ExemptionRow = Omit<ExemptionInput, 'id'>;

export async function insertExemption(db: Database, exemption: ExemptionRow): Promise<number> {
  const { id } = await db
    .insertInto('feeExemptions')
    .values(exemption)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateExemption(db: Database, id: number, exemption: ExemptionRow): Promise<void> {
  await db.updateTable('feeExemptions').set(exemption).where('id', '=', id).execute();
}
