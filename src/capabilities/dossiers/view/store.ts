import { sql } from 'kysely';
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

/** What a dossier carries besides its state: particulars, parties, papers and fees. */
export async function readDetail(db: Database, id: number): Promise<WholeDetail> {
  const { rows } = await sql<WholeDetail>`
    select d.title, d.domain, d.procedure_version_id, d.check_code, d.channel, d.return_method, d.due_explanation,
      d.copies, d.summary, d.note, d.locality_unit_id, o.full_name as received_by_name,
      (select coalesce(json_agg(json_build_object('role', role, 'kind', kind, 'fullName', full_name,
          'idNumber', id_number, 'phone', phone, 'email', email, 'address', address,
          'representative', representative, 'authority', authority) order by role), '[]')
        from dossier_parties where dossier_id = d.id) as parties,
      (select coalesce(json_agg(json_build_object('position', position, 'name', name, 'kind', kind,
          'copies', copies, 'note', note) order by position), '[]')
        from dossier_papers where dossier_id = d.id) as papers,
      (select coalesce(json_agg(json_build_object('name', name, 'amount', amount, 'exemption', exemption)
          order by position), '[]')
        from dossier_fees where dossier_id = d.id) as fees
    from dossiers d join officers o on o.id = d.received_by
    where d.id = ${id}`.execute(db);
  const [detail] = rows;
  if (!detail) throw new Error('A dossier vanished');
  return detail;
}

type WholeDetail = DossierDetail & {
  readonly parties: readonly Party[];
  readonly papers: readonly Paper[];
  readonly fees: readonly Fee[];
};

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
