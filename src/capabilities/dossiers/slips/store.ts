import { containing } from '#platform/database/like.ts';
import { sql } from 'kysely';
import { addDays, instantAt } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Database } from '#platform/database/pool.ts';
import { type Slip, slipContent, type SlipContent, type SlipQuery } from './schema.ts';

export type NewSlip = {
  readonly number: string;
  readonly unitId: number;
  readonly procedureVersionId: number;
  readonly content: SlipContent;
  readonly issuedBy: number;
  readonly issuedAt: Date;
};

/** Returns the identifier of the new row. */
export async function insertSlip(db: Database, slip: NewSlip): Promise<number> {
  const { content, ...columns } = slip;
  const { id } = await db
    .insertInto('slips')
    .values({ ...columns, kind: content.kind, content: JSON.stringify(content) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findSlip(db: Database, number: string): Promise<Slip | null> {
  const row = await slips(db).where('s.number', '=', number).executeTakeFirst();
  return row ? slipOf(row) : null;
}

type Part = { readonly unitId: number; readonly limit: number; readonly offset: number };

/** Slips of a unit, latest first. */
export async function readSlips(db: Database, part: Part, query: SlipQuery): Promise<readonly Slip[]> {
  const rows = await slips(db)
    .where(listFilter(part.unitId, query))
    .orderBy('s.issuedAt', 'desc')
    .orderBy('s.id', 'desc')
    .limit(part.limit)
    .offset(part.offset)
    .execute();
  return rows.map(slipOf);
}

export async function countSlips(db: Database, unitId: number, query: SlipQuery): Promise<number> {
  const { total } = await db
    .selectFrom('slips as s')
    .where(listFilter(unitId, query))
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

function slips(db: Database) {
  return db
    .selectFrom('slips as s')
    .innerJoin('officers as o', 'o.id', 's.issuedBy')
    .innerJoin('procedureVersions as v', 'v.id', 's.procedureVersionId')
    .innerJoin('procedures as p', 'p.id', 'v.procedureId')
    .select([
      's.id',
      's.number',
      's.unitId',
      'p.slug',
      's.issuedAt',
      'o.fullName as officerName',
      's.content',
    ]);
}

function listFilter(unitId: number, { kind, q, from, to }: SlipQuery) {
  const conditions = [
    sql`s.unit_id = ${unitId}`,
    kind === '' ? null : sql`s.kind = ${kind}`,
    q === '' ? null : sql`s.content->>'searchText' like ${containing(fold(q))}`,
    from === '' ? null : sql`s.issued_at >= ${instantAt(from, 0)}`,
    to === '' ? null : sql`s.issued_at < ${instantAt(addDays(to, 1), 0)}`,
  ].filter((condition) => condition !== null);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function slipOf(row: Omit<Slip, 'content'> & { readonly content: unknown }): Slip {
  return { ...row, content: slipContent.parse(row.content) };
}
