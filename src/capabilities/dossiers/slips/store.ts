import { containsAny } from '#platform/database/like.ts';
import { sql } from 'kysely';
import { addDays, instantAt } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Searched } from '../identity-number.ts';
import type { Slip, SlipContent, SlipQuery } from './schema.ts';

export type NewSlip = {
  readonly number: string;
  readonly unitId: number;
  readonly procedureVersionId: number;
  readonly content: SlipContent;
  /** The applicant's number as it is kept, apart from the content. */
  readonly sealedIdNumber: string | null;
  readonly issuedBy: number;
  readonly issuedAt: Date;
};

/** Returns the identifier of the new row. */
export async function insertSlip(db: Database, slip: NewSlip): Promise<number> {
  const { content, ...columns } = slip;
  const { idNumber: _idNumber, ...applicant } = content.applicant;
  const { id } = await db
    .insertInto('slips')
    .values({ ...columns, kind: content.kind, content: JSON.stringify({ ...content, applicant }) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A slip as it is kept. */
export type StoredSlip = Omit<Slip, 'content'> & {
  readonly content: unknown;
  readonly sealedIdNumber: string | null;
};

export async function findSlip(db: Database, number: string): Promise<StoredSlip | null> {
  return (await slips(db).where('s.number', '=', number).executeTakeFirst()) ?? null;
}

type Part = { readonly unitId: number; readonly limit: number; readonly offset: number };

/** Slips of a unit, latest first. */
export async function readSlips(
  db: Database,
  part: Part,
  query: Searched<SlipQuery>,
): Promise<readonly StoredSlip[]> {
  return slips(db)
    .where(listFilter(part.unitId, query))
    .orderBy('s.issuedAt', 'desc')
    .orderBy('s.id', 'desc')
    .limit(part.limit)
    .offset(part.offset)
    .execute();
}

export async function countSlips(db: Database, unitId: number, query: Searched<SlipQuery>): Promise<number> {
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
      's.sealedIdNumber',
    ]);
}

function listFilter(unitId: number, { kind, texts, from, to }: Searched<SlipQuery>) {
  const conditions = [
    sql`s.unit_id = ${unitId}`,
    kind === '' ? null : sql`s.kind = ${kind}`,
    texts.length === 0 ? null : containsAny(sql`s.content->>'searchText'`, texts),
    from === '' ? null : sql`s.issued_at >= ${instantAt(from, 0)}`,
    to === '' ? null : sql`s.issued_at < ${instantAt(addDays(to, 1), 0)}`,
  ].filter((condition) => condition !== null);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
