import { sql } from 'kysely';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { Database } from '#platform/database/pool.ts';

type StoredFacts = { readonly procedureVersionId: number | null } & Readonly<Record<string, unknown>>;

/** What of a dossier's rows conditions may ask about, in the shape of `COMMON_VARIABLES`. */
export async function readFacts(db: Database, id: number): Promise<StoredFacts> {
  const { rows } = await sql<{ readonly facts: StoredFacts }>`
    select json_build_object(
      'procedureVersionId', d.procedure_version_id,
      'form', coalesce((select answers from dossier_answers where dossier_id = d.id), '{}'),
      'dossier', json_build_object('channel', d.channel, 'returnMethod', d.return_method, 'copies', d.copies,
        'applicantKind', (select kind from dossier_parties where dossier_id = d.id and role = 'applicant'),
        'locality', (select v.name from units u join unit_versions v on v.unit_id = u.id
          where u.id = d.locality_unit_id order by v.valid_from desc limit 1),
        'receivedLevel', (select level from unit_versions where unit_id = d.receiving_unit_id order by valid_from desc limit 1)),
      'fees', (select json_build_object('total', coalesce(sum(amount), 0),
          'open', coalesce(sum(amount) filter (where not collected), 0)) from dossier_fees where dossier_id = d.id)) as facts
    from dossiers d where d.id = ${id}`.execute(db);
  return rows[0]?.facts ?? { procedureVersionId: null };
}

/** Every kept definition by its number, for comparing all dossiers with their histories. */
export async function readDefinitions(db: Database): Promise<ReadonlyMap<number, ProcessDefinition>> {
  const rows = await db.selectFrom('processDefinitions').select(['id', 'definition']).execute();
  // Written through the catalogue of processes alone.
  return new Map(rows.map(({ id, definition }) => [id, definition as ProcessDefinition]));
}

/** Keeps what conditions could not be decided on, for whoever watches over processes. */
export async function keepUnclear(
  db: Database,
  where: { readonly dossierId: number; readonly at: Date },
  unclear: readonly { readonly flow: string; readonly reason: string }[],
): Promise<void> {
  if (unclear.length === 0) return;
  await db
    .insertInto('dossierUnclearConditions')
    .values(unclear.map((found) => ({ ...where, ...found })))
    .execute();
}
