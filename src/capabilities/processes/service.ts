import { createHash } from 'node:crypto';
import type { LocalDate } from '#kernel/local-date.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { processOfSteps } from '#kernel/process/table/straight-line.ts';
import { Refusal, refuse } from '#kernel/refusal.ts';
import type { Context } from '#foundation/context.ts';
import type { Finding } from '#foundation/history/finding.ts';
import { holdsOn } from '#foundation/organisation/rules.ts';
import type { ProcedureContent, ProcedureVersion } from '#capabilities/procedures/schema.ts';
import type { KeptProcess, PublishedProcess } from './schema.ts';
import {
  findDefinition,
  insertDefinition,
  missingDefinitions,
  readDefinition,
  readDefinitions,
} from './store.ts';
import { readPublishedProcesses } from './versions/store.ts';

export { variablesOf } from './variables.ts';

/** Keeps a definition for good and answers its number; the same one is kept once. */
export async function keepDefinition(ctx: Context, definition: ProcessDefinition): Promise<number> {
  const hash = hashOf(definition);
  return (await knownDefinition(ctx, hash)) ?? insertDefinition(ctx.db, { hash, definition });
}

/** Its number from the cache. One that is not kept yet is not remembered as missing: a load that fails is forgotten. */
async function knownDefinition(ctx: Context, hash: string): Promise<number | null> {
  try {
    return await ctx.cache.get(
      `process hash ${hash}`,
      0,
      async () => (await findDefinition(ctx.db, hash)) ?? refuse('missing', 'Quy trình này chưa được lưu.'),
    );
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** A definition by its number. Throws when there is none: numbers come from our own rows. */
export async function definitionById(ctx: Context, id: number): Promise<ProcessDefinition> {
  return ctx.cache.get(`process ${id}`, 0, async () => {
    const definition = await readDefinition(ctx.db, id);
    if (definition === null) throw new Error(`No process definition ${id}`);
    return definition;
  });
}

/** Every published version of every process, past and future ones included; cached until the catalogue changes. */
export async function publishedProcesses(ctx: Context): Promise<readonly PublishedProcess[]> {
  return ctx.cache.get('processes', ctx.revisions.procedures, () => readPublishedProcesses(ctx.db));
}

/**
 * The version of a process in force on a day for that version of its procedure, or null. A new version of a procedure begins
 * without the process of the one before: its steps may be others.
 */
export async function processVersionFor(
  ctx: Context,
  procedure: Pick<ProcedureVersion, 'procedureId' | 'validFrom'>,
  day: LocalDate,
): Promise<PublishedProcess | null> {
  const { procedureId, validFrom } = procedure;
  const versions = await publishedProcesses(ctx);
  const held = versions.find((version) => version.procedureId === procedureId && holdsOn(version, day));
  return held !== undefined && validFrom !== null && held.validFrom >= validFrom ? held : null;
}

/**
 * The process on which a dossier begins: the published one in force that day, else the steps of the procedure in a row.
 *
 * Conditions may ask about what `variablesOf` declares. What an officer chooses when finishing a step stands in `choice`
 * (the name of one flow) and `choices` (names of several); it is known to the gateways of that move only.
 */
export async function processFor(
  ctx: Context,
  version: ProcedureVersion,
  day: LocalDate,
): Promise<KeptProcess> {
  const published = await processVersionFor(ctx, version, day);
  if (published !== null) return { id: published.definitionId, definition: published.definition };
  const definition = await ctx.cache.get(`steps of version ${version.id}/${version.revision}`, 0, async () =>
    straightLine(version),
  );
  return { id: await keepDefinition(ctx, definition), definition };
}

/** The steps of a procedure in a row, as a process. */
export function straightLine({
  slug,
  content,
}: Pick<ProcedureVersion, 'slug'> & {
  readonly content: Pick<ProcedureContent, 'shortName' | 'steps'>;
}): ProcessDefinition {
  return processOfSteps({ id: slug, name: content.shortName }, content.steps);
}

/**
 * Reads every kept definition: does it still say what its hash says, and are all there that something runs on? Answers how
 * many there are.
 */
export async function definitionFindings(ctx: Context, found: (finding: Finding) => void): Promise<number> {
  const tell = (id: number, problem: string) => {
    const where = `Quy trình đã lưu số ${id}`;
    found({ where, sentence: `${where} ${problem}.` });
  };
  for (const id of await missingDefinitions(ctx.db)) tell(id, 'không còn, mà hồ sơ hoặc phiên bản vẫn dùng');
  let count = 0;
  for (let after = 0; ;) {
    const rows = await readDefinitions(ctx.db, after);
    for (const { id, hash, definition } of rows)
      if (hashOf(definition) !== hash) tell(id, 'có nội dung khác với khi được lưu');
    count += rows.length;
    const last = rows.at(-1);
    if (last === undefined) return count;
    after = last.id;
  }
}

/** A definition by what it says. */
function hashOf(definition: unknown): string {
  return createHash('sha256').update(canonical(definition)).digest('hex');
}

/** The same text for the same definition, whatever order its names were written in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
