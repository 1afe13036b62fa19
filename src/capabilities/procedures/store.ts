import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import { procedureContent, type ProcedureContent } from './content.ts';
import type { LifeEvent, Procedure, ProcedureVersion, PublishedVersion } from './schema.ts';

/** Every published version of every procedure, earlier versions first. */
export async function readPublishedVersions(db: Database): Promise<readonly PublishedVersion[]> {
  const rows = await versions(db)
    .where('v.state', '=', 'published')
    .orderBy('v.procedureId')
    .orderBy('v.validFrom')
    .execute();
  return rows.map(versionOf).filter(isPublished);
}

/** Versions of one procedure that were not discarded, by number. */
export async function readVersionsOf(
  db: Database,
  procedureId: number,
): Promise<readonly ProcedureVersion[]> {
  const rows = await versions(db)
    .where('v.procedureId', '=', procedureId)
    .where('v.state', '<>', 'discarded')
    .orderBy('v.number')
    .execute();
  return rows.map(versionOf);
}

export async function readDrafts(db: Database): Promise<readonly ProcedureVersion[]> {
  const rows = await versions(db).where('v.state', '=', 'draft').orderBy('v.id').execute();
  return rows.map(versionOf);
}

export async function readVersion(db: Database, id: number): Promise<ProcedureVersion | null> {
  const row = await versions(db).where('v.id', '=', id).executeTakeFirst();
  return row ? versionOf(row) : null;
}

export async function findProcedure(
  db: Database,
  key: { readonly slug: string } | { readonly code: string },
): Promise<Procedure | null> {
  const found = db.selectFrom('procedures').select(['id', 'slug', 'code']);
  const row =
    'slug' in key
      ? await found.where('slug', '=', key.slug).executeTakeFirst()
      : await found.where('code', '=', key.code).executeTakeFirst();
  return row ?? null;
}

export async function readProcedures(db: Database): Promise<readonly Procedure[]> {
  return db.selectFrom('procedures').select(['id', 'slug', 'code']).orderBy('id').execute();
}

/** Locks a procedure for a change and tells how many events its history has. */
export async function lockProcedure(
  db: Database,
  id: number,
): Promise<(Procedure & { readonly sequence: number }) | null> {
  const row = await db
    .selectFrom('procedures')
    .select(['id', 'slug', 'code', 'sequence'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function insertProcedure(
  db: Database,
  procedure: { readonly slug: string; readonly code: string | null },
): Promise<number> {
  const { id } = await db
    .insertInto('procedures')
    .values(procedure)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateCode(db: Database, id: number, code: string | null): Promise<void> {
  await db.updateTable('procedures').set({ code }).where('id', '=', id).execute();
}

export async function updateSequence(db: Database, id: number, sequence: number): Promise<void> {
  await db.updateTable('procedures').set({ sequence }).where('id', '=', id).execute();
}

export async function insertDraft(
  db: Database,
  draft: {
    readonly procedureId: number;
    readonly number: number;
    readonly content: ProcedureContent;
    readonly validFrom: LocalDate | null;
  },
): Promise<number> {
  const { id } = await db
    .insertInto('procedureVersions')
    .values({ ...draft, state: 'draft', content: JSON.stringify(draft.content) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The highest number a version of the procedure ever had, discarded ones included; 0 without any. */
export async function lastNumber(db: Database, procedureId: number): Promise<number> {
  const row = await db
    .selectFrom('procedureVersions')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('procedureId', '=', procedureId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

export async function updateDraft(
  db: Database,
  draft: {
    readonly id: number;
    readonly revision: number;
    readonly content: ProcedureContent;
    readonly validFrom: LocalDate | null;
  },
): Promise<void> {
  const { id, content, ...rest } = draft;
  await db
    .updateTable('procedureVersions')
    .set({ ...rest, content: JSON.stringify(content) })
    .where('id', '=', id)
    .execute();
}

export async function updatePublished(
  db: Database,
  published: {
    readonly id: number;
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate | null;
    readonly decision: string;
    readonly decisionDate: LocalDate | null;
    readonly publishedAt: Date;
  },
): Promise<void> {
  const { id, ...rest } = published;
  await db
    .updateTable('procedureVersions')
    .set({ ...rest, state: 'published' })
    .where('id', '=', id)
    .execute();
}

export async function updateEnd(
  db: Database,
  end: { readonly id: number; readonly validTo: LocalDate | null; readonly endDecision: string },
): Promise<void> {
  const { id, ...rest } = end;
  await db.updateTable('procedureVersions').set(rest).where('id', '=', id).execute();
}

export async function updateDiscarded(db: Database, id: number): Promise<void> {
  await db.updateTable('procedureVersions').set({ state: 'discarded' }).where('id', '=', id).execute();
}

export async function readLifeEvents(db: Database): Promise<readonly LifeEvent[]> {
  return db
    .selectFrom('lifeEvents')
    .select(['code', 'title', 'description'])
    .orderBy('place')
    .orderBy('code')
    .execute();
}

export async function insertLifeEvents(db: Database, events: readonly LifeEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event, index) => ({ ...event, place: index + 1 }));
  await db.insertInto('lifeEvents').values(rows).execute();
}

export async function readSynonyms(db: Database): Promise<readonly (readonly string[])[]> {
  const rows = await db.selectFrom('searchSynonyms').select('phrases').orderBy('id').execute();
  return rows.map((row) => row.phrases);
}

/** Puts these groups in the place of all groups there were. */
export async function replaceSynonyms(db: Database, groups: readonly (readonly string[])[]): Promise<void> {
  await db.deleteFrom('searchSynonyms').execute();
  if (groups.length === 0) return;
  await db
    .insertInto('searchSynonyms')
    .values(groups.map((phrases) => ({ phrases: [...phrases] })))
    .execute();
}

function versions(db: Database) {
  return db
    .selectFrom('procedureVersions as v')
    .innerJoin('procedures as p', 'p.id', 'v.procedureId')
    .select(['v.id', 'v.procedureId', 'p.slug', 'p.code', 'v.number', 'v.state', 'v.validFrom', 'v.validTo'])
    .select(['v.content', 'v.decision', 'v.decisionDate', 'v.endDecision', 'v.revision', 'v.publishedAt']);
}

function versionOf<Row extends { readonly content: unknown }>(
  row: Row,
): Omit<Row, 'content'> & { readonly content: ProcedureContent } {
  return { ...row, content: procedureContent.parse(row.content) };
}

function isPublished(version: ProcedureVersion): version is PublishedVersion {
  return version.state === 'published' && version.validFrom !== null;
}
