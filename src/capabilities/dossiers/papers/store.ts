import type { Database } from '#platform/database/pool.ts';
import type { FilePlace } from '../files/keep.ts';
import type { Scan, ScanPage, Scans } from './schema.ts';

const SCAN = ['fileId', 'pages', 'pdfVersion', 'archival', 'resolution', 'isColour', 'isMade'] as const;

export async function insertScan(db: Database, dossierId: number, scan: Scan): Promise<void> {
  await db
    .insertInto('dossierScans')
    .values({ dossierId, ...scan })
    .execute();
}

/** Gives a scan its pages, those that an earlier scan had among them. */
export async function putPages(db: Database, dossierId: number, pages: readonly ScanPage[]): Promise<void> {
  await db
    .insertInto('dossierScanPages')
    .values(pages.map((page) => ({ dossierId, ...page })))
    .onConflict((conflict) =>
      conflict.column('fileId').doUpdateSet((given) => ({
        scanId: given.ref('excluded.scanId'),
        page: given.ref('excluded.page'),
      })),
    )
    .execute();
}

/** Everything that is known of the electronic papers of a dossier that are still there. */
export async function readScans(db: Database, dossierId: number): Promise<Scans> {
  const scans = await db.selectFrom('dossierScans').select(SCAN).where('dossierId', '=', dossierId).execute();
  const pages = await db
    .selectFrom('dossierScanPages')
    .select(['fileId', 'scanId', 'page', 'resolution', 'isColour'])
    .where('dossierId', '=', dossierId)
    .orderBy('scanId')
    .orderBy('page')
    .execute();
  return { byFile: new Map(scans.map((scan) => [scan.fileId, scan])), pages };
}

/** The PDF that was made of a picture, or null. */
export async function scanOf(db: Database, fileId: number): Promise<number | null> {
  const row = await db
    .selectFrom('dossierScanPages')
    .select('scanId')
    .where('fileId', '=', fileId)
    .executeTakeFirst();
  return row?.scanId ?? null;
}

export type PageFile = {
  readonly fileId: number;
  readonly name: string;
  readonly mediaType: string;
  readonly hash: string;
  readonly purpose: FilePlace['purpose'];
};

/** The PDF made earlier for a paper, with the pictures it was made of in their order; null when there is none. */
export async function readMade(
  db: Database,
  dossierId: number,
  place: FilePlace,
): Promise<{ readonly file: PageFile; readonly pages: readonly PageFile[] } | null> {
  const made = await db
    .selectFrom('dossierScans as s')
    .innerJoin('dossierFiles as f', 'f.id', 's.fileId')
    .select(['f.id as fileId', 'f.name', 'f.mediaType', 'f.hash', 'f.purpose'])
    .where('s.dossierId', '=', dossierId)
    .where('s.isMade', '=', true)
    .where('f.removedAt', 'is', null)
    .where('f.purpose', '=', place.purpose)
    .where('f.paperPosition', 'is not distinct from', place.paperPosition)
    .orderBy('f.id', 'desc')
    .executeTakeFirst();
  return made ? { file: made, pages: await readPages(db, made.fileId) } : null;
}

/** The pictures that a PDF was made of, in their order. */
export async function readPages(db: Database, scanId: number): Promise<readonly PageFile[]> {
  return db
    .selectFrom('dossierScanPages as p')
    .innerJoin('dossierFiles as f', 'f.id', 'p.fileId')
    .select(['f.id as fileId', 'f.name', 'f.mediaType', 'f.hash', 'f.purpose'])
    .where('p.scanId', '=', scanId)
    .orderBy('p.page')
    .execute();
}

/** What a paper of a dossier is called, or null. */
export async function readPaperName(
  db: Database,
  dossierId: number,
  position: number | null,
): Promise<string | null> {
  if (position === null) return null;
  const row = await db
    .selectFrom('dossierPapers')
    .select('name')
    .where('dossierId', '=', dossierId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row?.name ?? null;
}
