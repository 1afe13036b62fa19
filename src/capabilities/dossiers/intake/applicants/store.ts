import { containing } from '#platform/database/like.ts';
import { sql } from 'kysely';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Database } from '#platform/database/pool.ts';
import type { ApplicantInput } from '../schema.ts';
import { type FoundApplicant, numberOf } from './schema.ts';

const COLUMNS = ['id', 'kind', 'fullName', 'idNumber', 'phone', 'email', 'address'] as const;

export async function findApplicant(db: Database, id: number): Promise<FoundApplicant | null> {
  const row = await db.selectFrom('applicants').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Whoever has this identity or telephone number, latest first. */
export async function searchByNumber(
  db: Database,
  query: string,
  limit: number,
): Promise<readonly FoundApplicant[]> {
  const number = numberOf(query);
  return db
    .selectFrom('applicants')
    .select(COLUMNS)
    .where((row) => row.or([row('idNumber', '=', number), row('phone', '=', number)]))
    .orderBy('updatedAt', 'desc')
    .limit(limit)
    .execute();
}

/** Names that contain every word, most alike first. */
export async function searchByName(
  db: Database,
  query: string,
  limit: number,
): Promise<readonly FoundApplicant[]> {
  const name = fold(query);
  return db
    .selectFrom('applicants')
    .select(COLUMNS)
    .where((row) => row.and(name.split(' ').map((word) => row('foldedName', 'like', containing(word)))))
    .orderBy(sql`similarity(folded_name, ${name})`, 'desc')
    .orderBy('updatedAt', 'desc')
    .limit(limit)
    .execute();
}

/** Keeps somebody never seen before; null when the identity number is known, also through a reception at this moment. */
export async function insertApplicant(
  db: Database,
  applicant: ApplicantInput,
  now: Date,
): Promise<number | null> {
  const inserted = await db
    .insertInto('applicants')
    .values({ ...rowOf(applicant, now), idNumber: applicant.idNumber || null })
    .onConflict((conflict) => conflict.column('idNumber').where('idNumber', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id ?? null;
}

/** Brings a known applicant up to date, with the name noted before. The row stays locked until the transaction ends. */
export async function updateApplicant(
  db: Database,
  applicant: ApplicantInput,
  now: Date,
): Promise<{ readonly id: number; readonly nameBefore: string }> {
  return db
    .with('known', (query) =>
      query
        .selectFrom('applicants')
        .select(['id', 'fullName'])
        .where('idNumber', '=', applicant.idNumber)
        .forUpdate(),
    )
    .updateTable('applicants as a')
    .from('known')
    .set(rowOf(applicant, now))
    .whereRef('a.id', '=', 'known.id')
    .returning(['a.id', 'known.fullName as nameBefore'])
    .executeTakeFirstOrThrow();
}

function rowOf({ kind, fullName, phone, email, address }: ApplicantInput, now: Date) {
  return { kind, fullName, foldedName: fold(fullName), phone, email, address, updatedAt: now };
}

/** A dossier of the applicant under the procedure that is still being handled, newest first. */
export async function findRunning(
  db: Database,
  applicantId: number,
  procedureId: number,
): Promise<{ readonly number: string; readonly receivedAt: Date } | null> {
  const row = await db
    .selectFrom('dossiers')
    .select(['number', 'receivedAt'])
    .where('applicantId', '=', applicantId)
    .where('procedureId', '=', procedureId)
    // As constants, so that the index of running dossiers fits the prepared statement.
    .where(sql<boolean>`state in ('received', 'processing')`)
    .orderBy('receivedAt', 'desc')
    .executeTakeFirst();
  return row ?? null;
}
