import { authorise, can } from '#foundation/access/authorise.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { namedHistoryOf } from '#foundation/history/service.ts';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { Problem } from '#kernel/process/validation/problem.ts';
import { refuse } from '#kernel/refusal.ts';
import type { ProcedureVersion, PublishedVersion } from '#capabilities/procedures/schema.ts';
import { publishedVersions } from '#capabilities/procedures/service.ts';
import { problemsOn } from '../publication/service.ts';
import type { ProcessVersion } from '../schema.ts';
import { processVersionFor, straightLine } from '../service.ts';
import { countRunning, readProcessVersions } from '../versions/store.ts';

export type ProcessView = {
  readonly procedure: PublishedVersion;
  /** Newest first; drafts only for those who may see them. */
  readonly versions: readonly ProcessVersion[];
  /** The version in force today; null while the steps of the procedure are done in a row. */
  readonly inForce: ProcessVersion | null;
  readonly definition: ProcessDefinition;
  /** Dossiers that run now, by the definition they run on. */
  readonly running: ReadonlyMap<number, number>;
  readonly history: readonly NamedEvent[];
  readonly today: LocalDate;
};

/** Everything about the process of one procedure for an officer. */
export async function processView(ctx: Context, slug: string): Promise<ProcessView> {
  await authorise(ctx, 'organisation.read');
  const procedure = await procedureBySlug(ctx, slug);
  const today = localDateOf(ctx.now);
  const inForce = await processVersionFor(ctx, procedure, today);
  const history = can(ctx.actor, 'procedure.read-drafts')
    ? await namedHistoryOf(ctx, 'process', procedure.procedureId)
    : [];
  return {
    procedure,
    versions: (await visibleVersions(ctx, procedure.procedureId)).toReversed(),
    inForce,
    definition: inForce?.definition ?? straightLine(procedure),
    // Figures of the whole authority, without a dossier in them.
    running: await asSystem(ctx, (system) => countRunning(system.db)),
    history: history.toReversed(),
    today,
  };
}

export type VersionView = {
  readonly procedure: ProcedureVersion;
  readonly version: ProcessVersion;
  /** What would keep a draft from being published on the day it is prepared for; nothing of a published one. */
  readonly problems: readonly Problem[];
};

/** One version; a draft with everything that is wrong with it. */
export async function processVersionView(ctx: Context, slug: string, number: number): Promise<VersionView> {
  await authorise(ctx, 'organisation.read');
  const procedure = await procedureBySlug(ctx, slug);
  const versions = await visibleVersions(ctx, procedure.procedureId);
  const version = versions.find((one) => one.number === number) ?? missing();
  const day = version.validFrom ?? localDateOf(ctx.now);
  const isDraft = version.state === 'draft';
  const { definition } = version;
  return {
    procedure,
    version,
    problems: isDraft ? await problemsOn(ctx, { procedure, definition }, day) : [],
  };
}

/** The procedure as it holds today, else the next version, else the last one. */
async function procedureBySlug(ctx: Context, slug: string): Promise<PublishedVersion> {
  const own = (await publishedVersions(ctx)).filter((version) => version.slug === slug);
  const today = localDateOf(ctx.now);
  return (
    own.find(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today < validTo)) ??
    own.find(({ validFrom }) => validFrom > today) ??
    own.at(-1) ??
    missing()
  );
}

async function visibleVersions(ctx: Context, procedureId: number): Promise<readonly ProcessVersion[]> {
  const mayReadDrafts = can(ctx.actor, 'procedure.read-drafts');
  const versions = await readProcessVersions(ctx.db, procedureId);
  return versions.filter((version) => mayReadDrafts || version.state === 'published');
}

function missing(): never {
  return refuse('missing', 'Không có quy trình hoặc phiên bản này. Hãy tìm lại trong danh sách quy trình.');
}
