import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '#platform/database/pool.ts';
import { type CheckedText, findingShape, type KeptCheck, type KeptLine } from './schema.ts';

export async function insertCheck(
  db: Database,
  { findings, ...check }: CheckedText & { readonly officerId: number },
): Promise<number> {
  const { id } = await db
    .insertInto('reportChecks')
    .values({ ...check, findings: JSON.stringify(findings) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Those that the reader kept, latest first. */
export async function readChecks(db: Database): Promise<readonly KeptLine[]> {
  return db
    .selectFrom('reportChecks')
    .select(['id', 'name', 'checkedAt', 'pages', 'lineCount', 'figures', 'citations'])
    .select(sql<number>`jsonb_array_length(findings)`.as('findings'))
    .orderBy('checkedAt', 'desc')
    .limit(500)
    .execute();
}

export async function findCheck(db: Database, id: number): Promise<KeptCheck | null> {
  const row = await db
    .selectFrom('reportChecks')
    .select(['id', 'name', 'checkedAt', 'pages', 'lineCount', 'figures', 'citations', 'findings'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, findings: z.array(findingShape).parse(row.findings) };
}

/** Whether there was one to remove. */
export async function deleteCheck(db: Database, id: number): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('reportChecks').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
