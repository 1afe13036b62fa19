import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** Removes the rows of custody of a dossier, which a rebuild writes anew. */
export async function deleteHandovers(db: Database, dossierId: number): Promise<void> {
  await db.deleteFrom('dossierHandovers').where('dossierId', '=', dossierId).execute();
}

/** Takes a dossier out of the boxes and its tokens away, to be written anew. */
export async function deleteWork(db: Database, dossierId: number): Promise<void> {
  await db.deleteFrom('dossierWork').where('dossierId', '=', dossierId).execute();
  await db.deleteFrom('dossierRuns').where('dossierId', '=', dossierId).execute();
  await db.deleteFrom('dossierPauses').where('dossierId', '=', dossierId).execute();
}

/** What of a version of a procedure stands in the rows of its dossiers. */
export type VersionFacts = {
  readonly procedureId: number;
  readonly title: string;
  readonly domain: string;
};

/** Of every version that was published, as its row says now and whatever else is wrong with it. */
export async function readVersionFacts(db: Database): Promise<ReadonlyMap<number, VersionFacts>> {
  const { rows } = await sql<VersionFacts & { readonly id: number }>`
    select id, procedure_id, coalesce(content ->> 'shortName', '') as title, coalesce(content ->> 'domain', '') as domain
    from procedure_versions where state = 'published'`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
