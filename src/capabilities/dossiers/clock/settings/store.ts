import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import { type ClockRuleSet, clockRules, type NewClockRules } from './schema.ts';

const COLUMNS = ['id', 'legalBasis', 'validFrom', 'rules', 'sequence'] as const;

/** Every set, oldest first. */
export async function readRuleSets(db: Database): Promise<readonly ClockRuleSet[]> {
  const rows = await db.selectFrom('clockRules').select(COLUMNS).orderBy('validFrom').execute();
  return rows.map((row) => ({ ...row, rules: clockRules.parse(row.rules) }));
}

/** The set in force on a day; before the first one the first. */
export async function readRulesOn(db: Database, day: LocalDate): Promise<ClockRuleSet> {
  const sets = await readRuleSets(db);
  const set = sets.findLast(({ validFrom }) => validFrom <= day) ?? sets[0];
  if (!set) throw new Error('There are no rules for the clock');
  return set;
}

/** Its row stays locked until the transaction ends. */
export async function lockRuleSet(db: Database, id: number): Promise<ClockRuleSet | null> {
  const row = await db
    .selectFrom('clockRules')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...row, rules: clockRules.parse(row.rules) } : null;
}

export async function insertRuleSet(db: Database, { rules, ...set }: NewClockRules): Promise<number> {
  const { id } = await db
    .insertInto('clockRules')
    .values({ ...set, rules: JSON.stringify(rules), sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateRuleSet(
  db: Database,
  id: number,
  { rules, ...rest }: Omit<ClockRuleSet, 'id'>,
): Promise<void> {
  await db
    .updateTable('clockRules')
    .set({ ...rest, rules: JSON.stringify(rules) })
    .where('id', '=', id)
    .execute();
}
