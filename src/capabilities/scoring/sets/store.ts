import type { Database } from '#platform/database/pool.ts';
import { bands, criteria, type ScoringSet } from '../schema.ts';
import type { StoredScoringSet } from './schema.ts';

const COLUMNS = ['id', 'legalBasis', 'validFrom', 'criteria', 'bands', 'sequence'] as const;

/** Every set, oldest first. */
export async function readScoringSets(db: Database): Promise<readonly StoredScoringSet[]> {
  const rows = await db.selectFrom('scoringSets').select(COLUMNS).orderBy('validFrom').execute();
  return rows.map(parsed);
}

/** Its row stays locked until the transaction ends. */
export async function lockScoringSet(db: Database, id: number): Promise<StoredScoringSet | null> {
  const row = await db
    .selectFrom('scoringSets')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? parsed(row) : null;
}

export async function insertScoringSet(db: Database, set: ScoringSet): Promise<number> {
  const { id } = await db
    .insertInto('scoringSets')
    .values({ ...written(set), sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateScoringSet(
  db: Database,
  id: number,
  { sequence, ...set }: ScoringSet & { readonly sequence: number },
): Promise<void> {
  await db
    .updateTable('scoringSets')
    .set({ ...written(set), sequence })
    .where('id', '=', id)
    .execute();
}

function written({ legalBasis, validFrom, criteria: given, bands: named }: ScoringSet) {
  return { legalBasis, validFrom, criteria: JSON.stringify(given), bands: JSON.stringify(named) };
}

function parsed(
  row: Omit<StoredScoringSet, 'criteria' | 'bands'> & { criteria: unknown; bands: unknown },
): StoredScoringSet {
  return { ...row, criteria: criteria.parse(row.criteria), bands: bands.parse(row.bands) };
}
