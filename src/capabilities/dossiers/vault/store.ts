import type { Database } from '#platform/database/pool.ts';

/** Whose dossier it is; null when that was erased. */
export async function readApplicantId(db: Database, dossierId: number): Promise<number | null> {
  const { applicantId } = await db
    .selectFrom('dossiers')
    .select('applicantId')
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow();
  return applicantId;
}

export type KeepableFile = {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly hash: string;
  readonly purpose: 'paper' | 'result';
  readonly pages: number | null;
  readonly archival: string;
  /** What the paper is called. */
  readonly paper: string | null;
};

/** Papers and results of a dossier that are whole electronic documents. */
export async function readKeepable(db: Database, dossierId: number): Promise<readonly KeepableFile[]> {
  const rows = await db
    .selectFrom('dossierFiles as f')
    .innerJoin('dossierScans as s', 's.fileId', 'f.id')
    .leftJoin('dossierPapers as p', (join) =>
      join.onRef('p.dossierId', '=', 'f.dossierId').onRef('p.position', '=', 'f.paperPosition'),
    )
    .leftJoin('dossierResults as r', 'r.dossierId', 'f.dossierId')
    .select(['f.id', 'f.name', 'f.mediaType', 'f.size', 'f.hash', 'f.purpose', 's.pages', 's.archival'])
    .select(['p.name as paperName', 'r.title'])
    .where('f.dossierId', '=', dossierId)
    .where('f.removedAt', 'is', null)
    .orderBy('f.id')
    .execute();
  return rows.flatMap(({ purpose, paperName, title, ...file }) =>
    purpose === 'other' ? [] : [{ ...file, purpose, paper: purpose === 'result' ? title : paperName }],
  );
}
