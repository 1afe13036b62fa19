import type { Database } from '#platform/database/pool.ts';
import { type Described, described } from './schema.ts';

/** What the catalogue keeps of an indicator. */
export type StoredIndicator = Described & {
  readonly id: number;
  readonly code: string;
  readonly computed: boolean;
  readonly retiredOn: string | null;
  readonly sequence: number;
};

const COLUMNS = [
  'id',
  'code',
  'name',
  'definition',
  'unitOfMeasure',
  'area',
  'kind',
  'periods',
  'ownerFunction',
  'source',
  'base',
  'method',
  'relations',
  'breakdowns',
  'computed',
  'since',
  'retiredOn',
  'sequence',
] as const;

/** Every row of the catalogue, retired ones included, by code. */
export async function readIndicators(db: Database): Promise<readonly StoredIndicator[]> {
  const rows = await db.selectFrom('indicators').select(COLUMNS).orderBy('code').execute();
  return rows.map(parsed);
}

/** Its row stays locked until the transaction ends. */
export async function lockIndicator(db: Database, code: string): Promise<StoredIndicator | null> {
  const row = await db
    .selectFrom('indicators')
    .select(COLUMNS)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  return row ? parsed(row) : null;
}

/** Its number, or null when there is one with its code already. */
export async function insertIndicator(
  db: Database,
  indicator: Described & { readonly code: string; readonly computed: boolean },
): Promise<number | null> {
  const { code, computed } = indicator;
  const row = await db
    .insertInto('indicators')
    .values({ code, computed, ...written(indicator), sequence: 1 })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function updateIndicator(
  db: Database,
  id: number,
  change: Described & { readonly retiredOn: string | null; readonly sequence: number },
): Promise<void> {
  const { retiredOn, sequence } = change;
  await db
    .updateTable('indicators')
    .set({ ...written(change), retiredOn, sequence })
    .where('id', '=', id)
    .execute();
}

function written(indicator: Described) {
  const { name, definition, unitOfMeasure, area, kind, ownerFunction, source, base, method, since } =
    indicator;
  return {
    name,
    definition,
    unitOfMeasure,
    area,
    kind,
    ownerFunction,
    source,
    base,
    method,
    since,
    periods: JSON.stringify(indicator.periods),
    relations: JSON.stringify(indicator.relations),
    breakdowns: JSON.stringify(indicator.breakdowns),
  };
}

function parsed(
  row: Omit<StoredIndicator, keyof Described> & Readonly<Record<string, unknown>>,
): StoredIndicator {
  const { id, code, computed, retiredOn, sequence } = row;
  return { id, code, computed, retiredOn, sequence, ...described.parse(row) };
}
