import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { SealedColumn } from './schema.ts';

/** How many texts of a column were sealed with each key. */
export async function countByKey(
  db: Database,
  { table, column }: SealedColumn,
): Promise<readonly { readonly id: string; readonly count: number }[]> {
  const { rows } = await sql<{ readonly id: string; readonly count: number }>`
    select split_part(${sql.ref(column)}, '.', 2) as id, count(*) as count
    from ${sql.table(table)} where ${sql.ref(column)} is not null group by 1`.execute(db);
  return rows;
}

/** A text where it lies in its table. */
export type SealedText = { readonly place: string; readonly text: string };

/** Texts that do not begin so, behind a place, in the order in which they lie there; locked until the transaction ends. */
export async function lockSealedOtherwise(
  db: Database,
  { table, column }: SealedColumn,
  batch: { readonly prefix: string; readonly after: string; readonly limit: number },
): Promise<readonly SealedText[]> {
  const { rows } = await sql<SealedText>`
    select ctid::text as place, ${sql.ref(column)} as text from ${sql.table(table)}
    where ctid > ${batch.after}::tid and not starts_with(${sql.ref(column)}, ${batch.prefix})
    order by ctid limit ${batch.limit} for update`.execute(db);
  return rows;
}

/** Puts a text in the place of another that is locked. */
export async function replaceSealed(
  db: Database,
  { table, column }: SealedColumn,
  { place, text }: SealedText,
): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${text} where ctid = ${place}::tid`.execute(
    db,
  );
}
