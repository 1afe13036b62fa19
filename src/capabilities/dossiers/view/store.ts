import type { Database } from '#platform/database/pool.ts';
import type {
  DossierDetail,
  DossierFile,
  Fee,
  HandoverName,
  OfficerName,
  Paper,
  Party,
  Return,
} from './schema.ts';

/** Everything a dossier's page shows besides its state, or null. */
export async function readDetail(db: Database, id: number): Promise<DossierDetail> {
  return db
    .selectFrom('dossiers as d')
    .innerJoin('officers as o', 'o.id', 'd.receivedBy')
    .select(['d.title', 'd.domain', 'd.procedureVersionId', 'd.checkCode', 'd.channel', 'd.returnMethod'])
    .select([
      'd.dueExplanation',
      'd.copies',
      'd.summary',
      'd.note',
      'd.localityUnitId',
      'o.fullName as receivedByName',
    ])
    .where('d.id', '=', id)
    .executeTakeFirstOrThrow();
}

export async function readParties(db: Database, dossierId: number): Promise<readonly Party[]> {
  return db
    .selectFrom('dossierParties')
    .select([
      'role',
      'kind',
      'fullName',
      'idNumber',
      'phone',
      'email',
      'address',
      'representative',
      'authority',
    ])
    .where('dossierId', '=', dossierId)
    .orderBy('role')
    .execute();
}

export async function readPapers(db: Database, dossierId: number): Promise<readonly Paper[]> {
  return db
    .selectFrom('dossierPapers')
    .select(['position', 'name', 'kind', 'copies', 'note'])
    .where('dossierId', '=', dossierId)
    .orderBy('position')
    .execute();
}

export async function readFees(db: Database, dossierId: number): Promise<readonly Fee[]> {
  return db
    .selectFrom('dossierFees')
    .select(['name', 'amount', 'exemption'])
    .where('dossierId', '=', dossierId)
    .orderBy('position')
    .execute();
}

/** Files that are still there, oldest first. */
export async function readFiles(db: Database, dossierId: number): Promise<readonly DossierFile[]> {
  return db
    .selectFrom('dossierFiles as f')
    .innerJoin('officers as o', 'o.id', 'f.addedBy')
    .select([
      'f.id',
      'f.paperPosition',
      'f.purpose',
      'f.name',
      'f.mediaType',
      'f.size',
      'f.hash',
      'f.addedAt',
    ])
    .select('o.fullName as addedByName')
    .where('f.dossierId', '=', dossierId)
    .where('f.removedAt', 'is', null)
    .orderBy('f.id')
    .execute();
}

export async function readReturn(db: Database, dossierId: number): Promise<Return | null> {
  const row = await db
    .selectFrom('dossierReturns as r')
    .innerJoin('officers as o', 'o.id', 'r.returnedBy')
    .select([
      'r.recipient',
      'r.relation',
      'r.acknowledgement',
      'r.returnedAt',
      'r.note',
      'o.fullName as returnedByName',
    ])
    .where('r.dossierId', '=', dossierId)
    .executeTakeFirst();
  return row ?? null;
}

export async function readOfficerNames(
  db: Database,
  ids: readonly number[],
): Promise<readonly OfficerName[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('officers').select(['id', 'fullName as name']).where('id', 'in', ids).execute();
}

/** Handovers under way to or from a unit, oldest first. */
export async function readOpenHandovers(
  db: Database,
  unitIds: readonly number[],
  side: 'to' | 'from',
): Promise<readonly HandoverName[]> {
  return db
    .selectFrom('dossierHandovers as h')
    .innerJoin('dossiers as d', 'd.id', 'h.dossierId')
    .innerJoin('officers as o', 'o.id', 'h.handedBy')
    .select(['d.number', 'd.sequence', 'd.title', 'd.applicantName', 'd.dueAt', 'h.fromUnitId', 'h.toUnitId'])
    .select(['h.handedAt', 'h.note', 'o.fullName as handedByName'])
    .where('h.takenAt', 'is', null)
    .where(side === 'to' ? 'h.toUnitId' : 'h.fromUnitId', 'in', unitIds)
    .orderBy('h.handedAt')
    .limit(500)
    .execute();
}
