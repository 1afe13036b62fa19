import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { together } from '#platform/database/together.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { PaperKind } from '#capabilities/slips/words.ts';
import type { PartyNumbers } from '../identity-number.ts';
import { unitsOf, workInHand } from '../rules.ts';
import type { DossierState } from '../schema.ts';
import type { ApplicantInput, DelegateInput, FeeLine } from './schema.ts';

export type NumberBook =
  'dossier' | 'guide-slip' | 'refusal-slip' | 'dossier-letter' | 'tracking-book' | 'courier-list';

/** A book of numbers: of a unit for a day (the tracking book and the courier's lists: a year, under 1 January). */
export type Book = { readonly unitId: number; readonly book: NumberBook; readonly day: LocalDate };

/**
 * Takes the next number of each book, in their order. The rows stay locked until the transaction ends and a rollback
 * gives the numbers back, so that they are unique and without gaps. Whoever takes from several books names them in the
 * same order, so that two never wait for each other.
 */
export async function takeNumbers(db: Database, books: readonly Book[]): Promise<readonly number[]> {
  const rows = await db
    .insertInto('dossierCounters')
    .values(books.map((book) => ({ ...book, last: 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(['unitId', 'book', 'day'])
        .doUpdateSet({ last: sql<number>`dossier_counters.last + 1` }),
    )
    .returning('last')
    .execute();
  return rows.map(({ last }) => last);
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
  readonly numbers: PartyNumbers;
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
  /** Null for a linked dossier, which stands in the book with the one it was opened out of. */
  readonly bookLine: number | null;
  /** Both set for a dossier that had been received on paper before. */
  readonly paperNumber: string | null;
  readonly enteredAt: Date | null;
};

/** An identifier for a dossier about to be inserted, so that what goes with it can be written at the same time. */
export async function newDossierId(db: Database): Promise<number> {
  const { rows } = await sql<{ readonly id: number }>`
    select nextval(pg_get_serial_sequence('dossiers', 'id')) as id`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('A sequence gave no number');
  return row.id;
}

type IdentifiedDossier = NewDossier & { readonly id: number };

/**
 * Inserts a received dossier with all its rows. The dossier goes first: the server takes what belongs to it only from
 * whoever sees it. Both statements leave together.
 */
export async function insertDossier(
  db: Database,
  state: DossierState,
  dossier: IdentifiedDossier,
): Promise<void> {
  const dossierId = dossier.id;
  const papers = dossier.papers.map((paper, position) => ({ ...paper, dossierId, position }));
  const fees = dossier.fees.map((fee, position) => ({ ...fee, dossierId, position }));
  const rows = db
    .with('steps', (query) =>
      query.insertInto('dossierSteps').values(state.steps.map((step) => ({ ...step, dossierId }))),
    )
    .with('units', (query) =>
      query.insertInto('dossierUnits').values(unitRows(state).map((unit) => ({ ...unit, dossierId }))),
    )
    .with('work', (query) => query.insertInto('dossierWork').values(workRows(state, dossier)))
    .with('run', (query) => query.insertInto('dossierRuns').values(runRow(state, dossierId)));
  const handedIn =
    papers.length === 0
      ? rows
      : rows.with('papers', (query) => query.insertInto('dossierPapers').values(papers));
  const timers = state.timers.map((timer) => ({ ...timer, dossierId }));
  const timed =
    timers.length === 0
      ? handedIn
      : handedIn.with('timers', (query) => query.insertInto('dossierTimers').values(timers));
  const all =
    fees.length === 0 ? timed : timed.with('fees', (query) => query.insertInto('dossierFees').values(fees));
  const parties = partyRows(dossier).map((party) => ({ ...party, dossierId }));
  await together(
    db.insertInto('dossiers').values(dossierRow(state, dossier)).execute(),
    all.insertInto('dossierParties').values(parties).execute(),
  );
}

function dossierRow(state: DossierState, dossier: IdentifiedDossier) {
  const {
    papers: _papers,
    fees: _fees,
    applicant,
    delegate: _delegate,
    numbers: _numbers,
    dueExplanation,
    ...columns
  } = dossier;
  return {
    ...columns,
    number: state.number,
    parentId: state.parentId,
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
  };
}

function workRows(state: DossierState, { id: dossierId, title, domain, applicant }: IdentifiedDossier) {
  return workInHand(state).map((work) => ({
    ...work,
    dossierId,
    title,
    domain,
    applicantName: applicant.fullName,
  }));
}

/** Where the process of a new dossier is; it has one from the beginning. */
function runRow({ run, number }: DossierState, dossierId: number) {
  if (run === null) throw new Error(`Dossier ${number} was received on no process`);
  return { dossierId, definitionId: run.definitionId, instance: JSON.stringify(run.instance) };
}

function unitRows(state: DossierState) {
  return unitsOf(state).map((unitId) => ({ unitId, receivedAt: state.receivedAt }));
}

function partyRows({ applicant, delegate, numbers }: NewDossier) {
  const { kind, fullName, phone, email, address, representative } = applicant;
  const party = { kind, fullName, phone, email, address, representative };
  const sealedIdNumber = numbers.applicant?.sealed ?? null;
  const own = { role: 'applicant' as const, authority: '', sealedIdNumber, ...party };
  if (!delegate) return [own];
  const { idNumber: _idNumber, ...rest } = delegate;
  const shared = { role: 'delegate' as const, kind: 'citizen' as const, email: '', representative: '' };
  return [own, { ...shared, ...rest, sealedIdNumber: numbers.delegate?.sealed ?? null }];
}

function searchText(number: string, dossier: NewDossier): string {
  const names = [dossier.applicant.fullName, dossier.delegate?.fullName ?? '', dossier.title];
  const { paperNumber, numbers, applicant } = dossier;
  const rest = [numbers.applicant?.token ?? '', applicant.phone, paperNumber ?? ''];
  return fold([number, ...names, ...rest].join(' ').trim());
}
