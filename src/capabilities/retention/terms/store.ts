import type { Database } from '#platform/database/pool.ts';
import type { RetentionRule, RuleInput } from '../schema.ts';

const COLUMNS = [
  'id',
  'kind',
  'procedureId',
  'domain',
  'years',
  'legalBasis',
  'certainty',
  'note',
  'validFrom',
  'validTo',
  'sequence',
] as const;

export async function readRules(db: Database): Promise<readonly RetentionRule[]> {
  return db
    .selectFrom('retentionRules')
    .select(COLUMNS)
    .orderBy('kind')
    .orderBy('domain')
    .orderBy('procedureId')
    .orderBy('validFrom')
    .execute();
}

/** Its row stays locked until the transaction ends. */
export async function lockRule(db: Database, id: number): Promise<RetentionRule | null> {
  const row = await db
    .selectFrom('retentionRules')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

type RuleRow = Omit<RuleInput, 'id'>;

export async function insertRule(db: Database, rule: RuleRow): Promise<number> {
  const { id } = await db.insertInto('retentionRules').values(rule).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateRule(db: Database, id: number, rule: RuleRow): Promise<void> {
  await db.updateTable('retentionRules').set(rule).where('id', '=', id).execute();
}
