import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { DossierDetail, DossierFile, Fee, Paper, Party, Return } from './schema.ts';

/** What a dossier carries besides its state: particulars, parties, papers, fees, files, and who has to do with it. */
export async function readDetail(db: Database, id: number): Promise<WholeDetail> {
  const { rows } = await sql<StoredDetail>`
    select d.title, d.domain, d.procedure_version_id, d.check_code, d.channel, d.return_method, d.due_explanation,
      d.copies, d.summary, d.note, d.locality_unit_id, o.full_name as received_by_name,
      (select coalesce(json_agg(json_build_object('role', role, 'kind', kind, 'fullName', full_name,
          'sealedIdNumber', sealed_id_number, 'phone', phone, 'email', email, 'address', address,
          'representative', representative, 'authority', authority) order by role), '[]')
        from dossier_parties where dossier_id = d.id) as parties,
      (select coalesce(json_agg(json_build_object('position', position, 'name', name, 'kind', kind,
          'copies', copies, 'note', note) order by position), '[]')
        from dossier_papers where dossier_id = d.id) as papers,
      (select coalesce(json_agg(json_build_object('name', name, 'amount', amount, 'exemption', exemption)
          order by position), '[]')
        from dossier_fees where dossier_id = d.id) as fees,
      (select coalesce(json_agg(json_build_object('id', f.id, 'paperPosition', f.paper_position,
          'purpose', f.purpose, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'hash', f.hash,
          'addedAt', f.added_at, 'addedByName', a.full_name) order by f.id), '[]')
        from dossier_files f join officers a on a.id = f.added_by
        where f.dossier_id = d.id and f.removed_at is null) as files,
      (select json_build_object('recipient', r.recipient, 'relation', r.relation, 'returnedAt', r.returned_at,
          'acknowledgement', r.acknowledgement, 'note', r.note, 'returnedByName', b.full_name)
        from dossier_returns r left join officers b on b.id = r.returned_by where r.dossier_id = d.id) as returned,
      (select coalesce(json_agg(json_build_array(n.id, n.full_name)), '[]') from officers n where n.id in (
          select officer_id from dossier_steps where dossier_id = d.id
          union select handed_by from dossier_handovers where dossier_id = d.id
          union select taken_by from dossier_handovers where dossier_id = d.id)) as officers
    from dossiers d join officers o on o.id = d.received_by
    where d.id = ${id}`.execute(db);
  const [detail] = rows;
  if (!detail) throw new Error('A dossier vanished');
  const { files, returned, officers, ...rest } = detail;
  return {
    ...rest,
    files: files.map((file) => ({ ...file, addedAt: new Date(file.addedAt) })),
    returned: returned && { ...returned, returnedAt: new Date(returned.returnedAt) },
    officers: new Map(officers),
  };
}

/** A party as it is kept. */
export type StoredParty = Omit<Party, 'idNumber'> & { readonly sealedIdNumber: string | null };

type WholeDetail = DossierDetail & {
  readonly parties: readonly StoredParty[];
  readonly papers: readonly Paper[];
  readonly fees: readonly Fee[];
  /** Files that are still there, oldest first. */
  readonly files: readonly DossierFile[];
  readonly returned: Return | null;
  /** Names of those who handle its steps or handed it over. */
  readonly officers: ReadonlyMap<number, string>;
};

/** As JSON brings it: instants are text. */
type StoredDetail = Omit<WholeDetail, 'files' | 'returned' | 'officers'> & {
  readonly files: readonly (Omit<DossierFile, 'addedAt'> & { readonly addedAt: string })[];
  readonly returned: (Omit<Return, 'returnedAt'> & { readonly returnedAt: string }) | null;
  readonly officers: readonly (readonly [number, string])[];
};
