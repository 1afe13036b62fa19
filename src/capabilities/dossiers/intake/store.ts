import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { DossierState, PaperKind } from '../schema.ts';
import type { ApplicantInput, DelegateInput, FeeLine } from './schema.ts';

export type NumberBook = 'dossier' | 'guide-slip' | 'refusal-slip' | 'tracking-book';

/**
 * Takes the next number of a unit's book for a day (for the tracking book: a year, under 1 January). The row stays locked until the transaction ends and a rollback gives
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
  readonly fees: readonly (FeeLine & { readonly collected: boolean })[];
  readonly bookLine: number;
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
  await insertParties(db, id, { applicant, delegate });
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
  { applicant, delegate }: Pick<NewDossier, 'applicant' | 'delegate'>,
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
