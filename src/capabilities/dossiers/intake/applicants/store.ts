import { containing } from '#platform/database/like.ts';
import { sql } from 'kysely';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Database } from '#platform/database/pool.ts';
import type { ApplicantInput } from '../schema.ts';
import { numberOf, type SealedNumber } from '../../identity-number.ts';
import type { FoundApplicant } from './schema.ts';

const COLUMNS = ['id', 'kind', 'fullName', 'sealedIdNumber', 'phone', 'email', 'address'] as const;

/** Somebody as they are kept. */
export type StoredApplicant = Omit<FoundApplicant, 'idNumber'> & { readonly sealedIdNumber: string | null };

export async function findApplicant(db: Database, id: number): Promise<StoredApplicant | null> {
  const row = await db.selectFrom('applicants').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Whoever has this identity number, by its index, or this telephone number, latest first. */
export async function searchByNumber(
  db: Database,
  query: { readonly typed: string; readonly index: Buffer },
  limit: number,
): Promise<readonly StoredApplicant[]> {
  const number = numberOf(query.typed);
  return db
    .selectFrom('applicants')
    .select(COLUMNS)
    .where((row) => row.or([row('idNumberIndex', '=', query.index), row('phone', '=', number)]))
    .orderBy('updatedAt', 'desc')
    .limit(limit)
    .execute();
}

/** Names that contain every word, most alike first. */
export async function searchByName(
  db: Database,
  query: string,
  limit: number,
): Promise<readonly StoredApplicant[]> {
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

/** Somebody with their number as it is kept; null without one. */
export type NumberedApplicant = { readonly applicant: ApplicantInput; readonly number: SealedNumber | null };

/** Keeps somebody never seen before; null when the identity number is known, also through a reception at this moment. */
export async function insertApplicant(
  db: Database,
  { applicant, number }: NumberedApplicant,
  now: Date,
): Promise<number | null> {
  const numbered = { sealedIdNumber: number?.sealed ?? null, idNumberIndex: number?.index ?? null };
  const inserted = await db
    .insertInto('applicants')
    .values({ ...rowOf(applicant, now), ...numbered })
    .onConflict((conflict) =>
      conflict.column('idNumberIndex').where('idNumberIndex', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return inserted?.id ?? null;
}

/** Brings a known applicant up to date, with the name noted before. The row stays locked until the transaction ends. */
export async function updateApplicant(
  db: Database,
  { applicant, number }: NumberedApplicant,
  now: Date,
): Promise<{ readonly id: number; readonly nameBefore: string }> {
  return db
    .with('known', (query) =>
      query
        .selectFrom('applicants')
        .select(['id', 'fullName'])
        .where('idNumberIndex', '=', number?.index ?? null)
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
