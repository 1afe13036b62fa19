import type { Diagram } from '#kernel/bpmn/diagram.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { Database } from '#platform/database/pool.ts';
import type { ProcessVersion, PublishedProcess } from '../schema.ts';

/** Every published version of every process, earlier ones first. */
export async function readPublishedProcesses(db: Database): Promise<readonly PublishedProcess[]> {
  const rows = await versions(db)
    .where('state', '=', 'published')
    .orderBy('procedureId')
    .orderBy('validFrom')
    .execute();
  return rows.map(versionOf).filter(isPublished);
}

/** Versions of one procedure's process that were not discarded, by number. */
export async function readProcessVersions(
  db: Database,
  procedureId: number,
): Promise<readonly ProcessVersion[]> {
  const rows = await versions(db)
    .where('procedureId', '=', procedureId)
    .where('state', '<>', 'discarded')
    .orderBy('number')
    .execute();
  return rows.map(versionOf);
}

export async function readProcessDrafts(db: Database): Promise<readonly ProcessVersion[]> {
  const rows = await versions(db).where('state', '=', 'draft').orderBy('id').execute();
  return rows.map(versionOf);
}

export async function readProcessVersion(db: Database, id: number): Promise<ProcessVersion | null> {
  const row = await versions(db).where('id', '=', id).executeTakeFirst();
  return row ? versionOf(row) : null;
}

/** Makes sure that the process has a row, locks it for a change and tells how many events its history has. */
export async function lockProcess(db: Database, procedureId: number): Promise<number> {
  await db
    .insertInto('processes')
    .values({ procedureId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { sequence } = await db
    .selectFrom('processes')
    .select('sequence')
    .where('procedureId', '=', procedureId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return sequence;
}

export async function updateProcessSequence(
  db: Database,
  procedureId: number,
  sequence: number,
): Promise<void> {
  await db.updateTable('processes').set({ sequence }).where('procedureId', '=', procedureId).execute();
}

/** What a draft holds beside its place. */
export type DraftContent = {
  readonly definition: ProcessDefinition;
  readonly diagram: Diagram | null;
  readonly sourceHash: string | null;
  readonly sourceName: string;
  readonly validFrom: LocalDate | null;
};

export async function insertProcessDraft(
  db: Database,
  draft: DraftContent & { readonly procedureId: number; readonly number: number },
): Promise<number> {
  const { id } = await db
    .insertInto('processVersions')
    .values({ ...draft, ...written(draft), state: 'draft' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The highest number a version of the process ever had, discarded ones included; 0 without any. */
export async function lastProcessNumber(db: Database, procedureId: number): Promise<number> {
  const row = await db
    .selectFrom('processVersions')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('procedureId', '=', procedureId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export async function updateProcessDraft(
  db: Database,
  draft: DraftContent & { readonly id: number; readonly revision: number },
): Promise<void> {
  const { id, ...rest } = draft;
  await db
    .updateTable('processVersions')
    .set({ ...rest, ...written(draft) })
    .where('id', '=', id)
    .execute();
}

export async function updateProcessPublished(
  db: Database,
  published: {
    readonly id: number;
    readonly definitionId: number;
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate | null;
    readonly decision: string;
    readonly decisionDate: LocalDate | null;
    readonly publishedAt: Date;
  },
): Promise<void> {
  const { id, ...rest } = published;
  await db
    .updateTable('processVersions')
    .set({ ...rest, state: 'published' })
    .where('id', '=', id)
    .execute();
}

export async function updateProcessEnd(db: Database, id: number, validTo: LocalDate): Promise<void> {
  await db.updateTable('processVersions').set({ validTo }).where('id', '=', id).execute();
}

export async function updateProcessDiscarded(db: Database, id: number): Promise<void> {
  await db.updateTable('processVersions').set({ state: 'discarded' }).where('id', '=', id).execute();
}

/** How many dossiers run now, by the definition they run on. */
export async function countRunning(db: Database): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('dossierRuns as r')
    .innerJoin('dossiers as d', 'd.id', 'r.dossierId')
    .where('d.state', 'in', ['received', 'processing'])
    .groupBy('r.definitionId')
    .select(['r.definitionId', (eb) => eb.fn.countAll<number>().as('count')])
    .execute();
  return new Map(rows.map(({ definitionId, count }) => [definitionId, Number(count)]));
}

/** How many dossiers run now, by their procedure. */
export async function countRunningByProcedure(db: Database): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('dossiers')
    .where('state', 'in', ['received', 'processing'])
    .groupBy('procedureId')
    .select(['procedureId', (eb) => eb.fn.countAll<number>().as('count')])
    .execute();
  return new Map(rows.map(({ procedureId, count }) => [procedureId, Number(count)]));
}

function written({ definition, diagram }: DraftContent) {
  return {
    definition: JSON.stringify(definition),
    diagram: diagram === null ? null : JSON.stringify(diagram),
  };
}

function versions(db: Database) {
  return db
    .selectFrom('processVersions')
    .select(['id', 'procedureId', 'number', 'state', 'validFrom', 'validTo', 'definition', 'diagram'])
    .select(['sourceHash', 'sourceName', 'definitionId', 'decision', 'decisionDate', 'revision'])
    .select('publishedAt');
}

/** Both are written by this file alone, from values of these types. */
function versionOf<Row extends { readonly definition: unknown; readonly diagram: unknown }>(
  row: Row,
): Omit<Row, 'definition' | 'diagram'> & Pick<ProcessVersion, 'definition' | 'diagram'> {
  return {
    ...row,
    definition: row.definition as ProcessDefinition,
    diagram: row.diagram as Diagram | null,
  };
}

function isPublished(version: ProcessVersion): version is PublishedProcess {
  return version.state === 'published' && version.validFrom !== null && version.definitionId !== null;
}
