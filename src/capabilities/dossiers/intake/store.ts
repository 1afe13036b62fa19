import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { DossierState, PaperKind } from '../schema.ts';
import type { ApplicantInput, DelegateInput, FoundApplicant } from './schema.ts';

export type NumberBook = 'dossier' | 'guide-slip' | 'refusal-slip';

/**
 * Takes the next number of a unit's book for a day. The row stays locked until the transaction ends and a rollback gives
 * the number back, so that numbers are unique and without gaps.
 */
export async function takeNumber(
  db: Database,
  book: { readonly unitId: number; readonly book: NumberBook; readonly day: LocalDate },
): Promise<number> {
  const row = await db
    .insertInto('dossierCounters')
    .values({ ...book, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['unitId', 'book', 'day'])
        .doUpdateSet({ last: sql<number>`dossier_counters.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

const APPLICANT_COLUMNS = ['id', 'kind', 'fullName', 'idNumber', 'phone', 'email', 'address'] as const;

export async function findApplicant(db: Database, id: number): Promise<FoundApplicant | null> {
  const row = await db
    .selectFrom('applicants')
    .select(APPLICANT_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Exact identity or phone number first, then names that contain every word, most alike first. */
export async function searchApplicants(
  db: Database,
  query: string,
  limit: number,
): Promise<readonly FoundApplicant[]> {
  const digits = query.replaceAll(/[\s.-]/g, '').toUpperCase();
  const byNumber = await db
    .selectFrom('applicants')
    .select(APPLICANT_COLUMNS)
    .where((row) => row.or([row('idNumber', '=', digits), row('phone', '=', digits)]))
    .orderBy('updatedAt', 'desc')
    .limit(limit)
    .execute();
  const name = fold(query);
  if (byNumber.length > 0 || name.length < 2) return byNumber;
  return db
    .selectFrom('applicants')
    .select(APPLICANT_COLUMNS)
    .where((row) => row.and(name.split(' ').map((word) => row('foldedName', 'like', `%${likeText(word)}%`))))
    .orderBy(sql`similarity(folded_name, ${name})`, 'desc')
    .orderBy('updatedAt', 'desc')
    .limit(limit)
    .execute();
}

function likeText(word: string): string {
  return word.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
}

/** Keeps the latest particulars of an applicant, recognised by identity number; without one, always a new row. */
export async function saveApplicant(db: Database, applicant: ApplicantInput, now: Date): Promise<number> {
  const { kind, fullName, phone, email, address } = applicant;
  const row = { kind, fullName, foldedName: fold(fullName), phone, email, address, updatedAt: now };
  const saved = await db
    .insertInto('applicants')
    .values({ ...row, idNumber: applicant.idNumber || null })
    .onConflict((conflict) => conflict.column('idNumber').where('idNumber', 'is not', null).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  return saved.id;
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
    .where('state', 'in', ['received', 'processing'])
    .orderBy('receivedAt', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

export async function findApplicantByIdNumber(db: Database, idNumber: string): Promise<number | null> {
  const row = await db
    .selectFrom('applicants')
    .select('id')
    .where('idNumber', '=', idNumber)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Everything of a new dossier besides what its history folds to. */
export type NewDossier = {
  readonly checkCode: string;
  readonly procedureId: number;
  readonly procedureVersionId: number;
  readonly title: string;
  readonly domain: string;
  readonly localityUnitId: number | null;
  readonly applicantId: number;
  readonly applicant: ApplicantInput;
  readonly delegate: DelegateInput | null;
  readonly channel: 'counter' | 'online' | 'postal';
  readonly returnMethod: 'counter' | 'postal' | 'online';
  readonly dueExplanation: unknown;
  readonly copies: number;
  readonly summary: string;
  readonly note: string;
  readonly papers: readonly {
    readonly name: string;
    readonly kind: PaperKind;
    readonly copies: number;
    readonly note: string;
  }[];
  readonly fees: readonly { readonly name: string; readonly amount: number; readonly exemption: string }[];
};

/** Inserts a received dossier with all its rows. Returns its identifier. */
export async function insertDossier(db: Database, state: DossierState, dossier: NewDossier): Promise<number> {
  const { papers, fees, applicant, delegate, dueExplanation, ...columns } = dossier;
  const { id } = await db
    .insertInto('dossiers')
    .values({
      ...columns,
      number: state.number,
      receivingUnitId: state.receivingUnitId,
      applicantName: applicant.fullName,
      state: state.phase,
      sequence: state.sequence,
      receivedAt: state.receivedAt,
      receivedBy: state.receivedBy,
      dueAt: state.dueAt,
      dueExplanation: JSON.stringify(dueExplanation),
      finishedAt: null,
      timeliness: null,
      returnedAt: null,
      searchText: searchText(state.number, dossier),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertSteps(db, id, state);
  await insertUnits(db, id, state);
  await insertParties(db, id, applicant, delegate);
  const rows = papers.map((paper, position) => ({ ...paper, dossierId: id, position }));
  await db.insertInto('dossierPapers').values(rows).execute();
  if (fees.length > 0) {
    await db
      .insertInto('dossierFees')
      .values(fees.map((fee, position) => ({ ...fee, dossierId: id, position })))
      .execute();
  }
  return id;
}

async function insertSteps(db: Database, dossierId: number, state: DossierState): Promise<void> {
  await db
    .insertInto('dossierSteps')
    .values(state.steps.map((step) => ({ ...step, dossierId })))
    .execute();
}

async function insertUnits(db: Database, dossierId: number, state: DossierState): Promise<void> {
  const unitIds = new Set([state.receivingUnitId, ...state.steps.map((step) => step.unitId)]);
  const rows = [...unitIds].map((unitId) => ({ unitId, dossierId, receivedAt: state.receivedAt }));
  await db.insertInto('dossierUnits').values(rows).execute();
}

async function insertParties(
  db: Database,
  dossierId: number,
  applicant: ApplicantInput,
  delegate: DelegateInput | null,
): Promise<void> {
  const { kind, fullName, idNumber, phone, email, address, representative } = applicant;
  const party = { kind, fullName, idNumber, phone, email, address, representative };
  const rows = [
    { dossierId, role: 'applicant' as const, authority: '', ...party },
    ...(delegate
      ? [
          {
            dossierId,
            role: 'delegate' as const,
            kind: 'citizen' as const,
            email: '',
            representative: '',
            ...delegate,
          },
        ]
      : []),
  ];
  await db.insertInto('dossierParties').values(rows).execute();
}

function searchText(number: string, dossier: NewDossier): string {
  const names = [dossier.applicant.fullName, dossier.delegate?.fullName ?? '', dossier.title];
  return fold([number, ...names, dossier.applicant.idNumber, dossier.applicant.phone].join(' '));
}
