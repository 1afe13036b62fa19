import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** Removes the rows of custody of a dossier, which a rebuild writes anew. */
export async function deleteHandovers(db: Database, dossierId: number): Promise<void> {
  await db.deleteFrom('dossierHandovers').where('dossierId', '=', dossierId).execute();
}

/** Writes the row of the work in hand anew from the dossier and its active step. */
export async function rewriteWork(db: Database, dossierId: number): Promise<void> {
  await db.deleteFrom('dossierWork').where('dossierId', '=', dossierId).execute();
  await sql`insert into dossier_work select * from dossier_work_truth where dossier_id = ${dossierId}`.execute(
    db,
  );
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
