import type { Database } from '#platform/database/pool.ts';
import { templateContent, type Template, type TemplateContent, type TemplateVersion } from '../schema.ts';

const VERSION = [
  'id',
  'templateId',
  'number',
  'state',
  'legalBasis',
  'validFrom',
  'validUntil',
  'content',
  'revision',
  'publishedAt',
] as const;

export type StoredTemplate = Template & { readonly sequence: number };

/** Every template, by name. */
export async function readTemplates(db: Database): Promise<readonly StoredTemplate[]> {
  return templates(db).orderBy('name').orderBy('id').execute();
}

export async function readTemplate(db: Database, id: number): Promise<StoredTemplate | null> {
  return (await templates(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function readTemplateByCode(db: Database, code: string): Promise<StoredTemplate | null> {
  return (await templates(db).where('code', '=', code).executeTakeFirst()) ?? null;
}

/** Its row stays locked until the transaction ends. */
export async function lockTemplate(db: Database, id: number): Promise<StoredTemplate | null> {
  return (await templates(db).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function insertTemplate(db: Database, template: Omit<Template, 'id'>): Promise<number> {
  const { id } = await db
    .insertInto('reportTemplates')
    .values({ ...template, sequence: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateTemplate(
  db: Database,
  id: number,
  change: { readonly name?: string; readonly sequence: number },
): Promise<void> {
  await db.updateTable('reportTemplates').set(change).where('id', '=', id).execute();
}

/** Versions of every template, or of one, without those that were thrown away; by number. */
export async function readVersions(db: Database, templateId?: number): Promise<readonly TemplateVersion[]> {
  const rows = await db
    .selectFrom('reportTemplateVersions')
    .select(VERSION)
    .where('state', '<>', 'discarded')
    .$if(templateId !== undefined, (query) => query.where('templateId', '=', templateId ?? 0))
    .orderBy('templateId')
    .orderBy('number')
    .execute();
  return rows.map(versionOf);
}

export async function readVersion(db: Database, id: number): Promise<TemplateVersion | null> {
  const row = await db
    .selectFrom('reportTemplateVersions')
    .select(VERSION)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? versionOf(row) : null;
}

/** The highest number that a version of the template ever had; 0 without any. */
export async function lastNumber(db: Database, templateId: number): Promise<number> {
  const row = await db
    .selectFrom('reportTemplateVersions')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('templateId', '=', templateId)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** What a draft holds beside its place. */
export type DraftFacts = Pick<TemplateVersion, 'legalBasis' | 'validFrom' | 'validUntil' | 'content'>;

export async function insertDraft(
  db: Database,
  draft: DraftFacts & Pick<TemplateVersion, 'templateId' | 'number'>,
): Promise<number> {
  const { id } = await db
    .insertInto('reportTemplateVersions')
    .values({ ...draft, content: written(draft.content), state: 'draft', revision: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateDraft(
  db: Database,
  id: number,
  { content, ...facts }: DraftFacts & Pick<TemplateVersion, 'revision'>,
): Promise<void> {
  await db
    .updateTable('reportTemplateVersions')
    .set({ ...facts, content: written(content) })
    .where('id', '=', id)
    .execute();
}

export async function updateVersionState(
  db: Database,
  id: number,
  change: Pick<TemplateVersion, 'state'> & { readonly publishedAt?: Date },
): Promise<void> {
  await db.updateTable('reportTemplateVersions').set(change).where('id', '=', id).execute();
}

function templates(db: Database) {
  return db.selectFrom('reportTemplates').select(['id', 'code', 'name', 'kind', 'sequence']);
}

function written(content: TemplateContent): string {
  return JSON.stringify(content);
}

function versionOf<Row extends { readonly content: unknown }>(
  row: Row,
): Omit<Row, 'content'> & Pick<TemplateVersion, 'content'> {
  return { ...row, content: templateContent.parse(row.content) };
}
