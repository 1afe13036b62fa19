import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { PaperKind } from '#capabilities/slips/words.ts';
import type { DossierState } from '../schema.ts';
import type { ApplicantInput, DelegateInput, FeeLine } from './schema.ts';

export type NumberBook = 'dossier' | 'guide-slip' | 'refusal-slip' | 'tracking-book';

/**
 * Takes the next number of a unit's book for a day (for the tracking book: a year, under 1 January). The row stays
 * locked until the transaction ends and a rollback gives the number back, so that numbers are unique and without gaps.
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

/** Inserts a received dossier with all its rows, in one statement. Returns its identifier. */
export async function insertDossier(db: Database, state: DossierState, dossier: NewDossier): Promise<number> {
  const dossierId = sql<number>`(select id from dossier)`;
  const papers = dossier.papers.map((paper, position) => ({ ...paper, dossierId, position }));
  const fees = dossier.fees.map((fee, position) => ({ ...fee, dossierId, position }));
  const rows = db
    .with('dossier', (query) =>
      query.insertInto('dossiers').values(dossierRow(state, dossier)).returning('id'),
    )
    .with('steps', (query) =>
      query.insertInto('dossierSteps').values(state.steps.map((step) => ({ ...step, dossierId }))),
    )
    .with('units', (query) =>
      query.insertInto('dossierUnits').values(unitRows(state).map((unit) => ({ ...unit, dossierId }))),
    )
    .with('parties', (query) =>
      query.insertInto('dossierParties').values(partyRows(dossier).map((party) => ({ ...party, dossierId }))),
    )
    .with('work', (query) => query.insertInto('dossierWork').values(workRow(state, dossier, dossierId)))
    .with('papers', (query) => query.insertInto('dossierPapers').values(papers));
  const all =
    fees.length === 0 ? rows : rows.with('fees', (query) => query.insertInto('dossierFees').values(fees));
  const { id } = await all.selectFrom('dossier').select('id').executeTakeFirstOrThrow();
  return id;
}

function dossierRow(state: DossierState, dossier: NewDossier) {
  const {
    papers: _papers,
    fees: _fees,
    applicant,
    delegate: _delegate,
    dueExplanation,
    ...columns
  } = dossier;
  return {
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
  };
}

function workRow(
  state: DossierState,
  { title, domain, applicant }: NewDossier,
  dossierId: RawBuilder<number>,
) {
  const step = state.steps.find((one) => one.state === 'active');
  if (!step) throw new Error('A received dossier has no active step');
  const { number, sequence, receivingUnitId, receivedAt, dueAt, phase, timeliness } = state;
  const { unitId, custody, sentBack, officerId } = step;
  const head = { number, sequence, receivingUnitId, receivedAt, dueAt, phase, timeliness };
  return {
    ...{ dossierId, title, domain, applicantName: applicant.fullName, ...head },
    ...{ unitId, custody, sentBack, officerId },
    ...{ stepPosition: step.position, stepName: step.name, stepRole: step.role, stepDueAt: step.dueAt },
  };
}

function unitRows(state: DossierState) {
  const unitIds = new Set([state.receivingUnitId, ...state.steps.map((step) => step.unitId)]);
  return [...unitIds].map((unitId) => ({ unitId, receivedAt: state.receivedAt }));
}

function partyRows({ applicant, delegate }: NewDossier) {
  const { kind, fullName, idNumber, phone, email, address, representative } = applicant;
  const party = { kind, fullName, idNumber, phone, email, address, representative };
  const own = { role: 'applicant' as const, authority: '', ...party };
  if (!delegate) return [own];
  const shared = { role: 'delegate' as const, kind: 'citizen' as const, email: '', representative: '' };
  return [own, { ...shared, ...delegate }];
}

function searchText(number: string, dossier: NewDossier): string {
  const names = [dossier.applicant.fullName, dossier.delegate?.fullName ?? '', dossier.title];
  return fold([number, ...names, dossier.applicant.idNumber, dossier.applicant.phone].join(' '));
}
