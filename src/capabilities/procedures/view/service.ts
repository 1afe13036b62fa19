import { authorise, can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { namedHistoryOf } from '#foundation/history/service.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { type Difference, differencesBetween } from '../diff.ts';
import type { Offering, Procedure, ProcedureVersion } from '../schema.ts';
import { offeringUnits } from '../service.ts';
import { findProcedure, readVersionsOf } from '../store.ts';

/** A counter that takes a procedure, with its name and how to find it. */
export type OfferingPlace = { readonly offering: Offering; readonly unit: Unit };

export type ProcedureView = {
  readonly procedure: Procedure;
  /** Newest first; drafts only for those who may see them. */
  readonly versions: readonly ProcedureVersion[];
  /** The version to show: in force today, else the next, else the last, else the draft. */
  readonly shown: ProcedureVersion;
  readonly places: readonly OfferingPlace[];
  /** What was done to it, newest first; only for those who keep or inspect the catalogue. */
  readonly history: readonly NamedEvent[];
  readonly today: LocalDate;
};

/** Everything about one procedure for an officer. */
export async function procedureView(ctx: Context, slug: string): Promise<ProcedureView> {
  await authorise(ctx, 'organisation.read');
  const { procedure, versions } = await visibleVersions(ctx, slug);
  const today = localDateOf(ctx.now);
  const shown = versionToShow(versions, today) ?? missing();
  const places = await offeringPlaces(ctx, procedure.id, today);
  const history = can(ctx.actor, 'procedure.read-drafts')
    ? await namedHistoryOf(ctx, 'procedure', procedure.id)
    : [];
  return { procedure, versions: versions.toReversed(), shown, places, history: history.toReversed(), today };
}

export type VersionView = {
  readonly procedure: Procedure;
  readonly version: ProcedureVersion;
  /** The published version before it in time, that it is compared with. */
  readonly previous: ProcedureVersion | null;
  readonly differences: readonly Difference[];
};

/** One version with what it changes. */
export async function versionView(ctx: Context, slug: string, number: number): Promise<VersionView> {
  await authorise(ctx, 'organisation.read');
  const { procedure, versions } = await visibleVersions(ctx, slug);
  const version = versions.find((one) => one.number === number) ?? missing();
  const previous = versionBefore(versions, version);
  const differences = previous ? differencesBetween(previous.content, version.content) : [];
  return { procedure, version, previous, differences };
}

/** Counters that take a procedure on a date, by name; those that ended with their unit are left out. */
export async function offeringPlaces(
  ctx: Context,
  procedureId: number,
  date: LocalDate,
): Promise<readonly OfferingPlace[]> {
  const tree = await organisationOn(ctx, date);
  const offerings = await offeringUnits(ctx, procedureId, date);
  return offerings
    .flatMap((offering) => {
      const unit = tree.units.get(offering.unitId);
      return unit ? [{ offering, unit }] : [];
    })
    .toSorted((a, b) => compareText(a.unit.name, b.unit.name));
}

async function visibleVersions(ctx: Context, slug: string) {
  const procedure = (await findProcedure(ctx.db, { slug })) ?? missing();
  const mayReadDrafts = can(ctx.actor, 'procedure.read-drafts');
  const versions = (await readVersionsOf(ctx.db, procedure.id)).filter(
    (version) => mayReadDrafts || version.state === 'published',
  );
  return { procedure, versions };
}

/** Of published versions by their beginning: the one in force, else the next, else the last; else the newest draft. */
function versionToShow(
  versions: readonly ProcedureVersion[],
  today: LocalDate,
): ProcedureVersion | undefined {
  const published = publishedInTime(versions);
  const holding = published.find(
    ({ validFrom, validTo }) => (validFrom ?? '') <= today && (validTo === null || today < validTo),
  );
  const coming = published.find(({ validFrom }) => (validFrom ?? '') > today);
  return holding ?? coming ?? published.at(-1) ?? versions.at(-1);
}

/** The published version that began before this one; for a draft without a day, the newest. */
function versionBefore(
  versions: readonly ProcedureVersion[],
  version: ProcedureVersion,
): ProcedureVersion | null {
  const earlier = publishedInTime(versions).filter(
    (one) =>
      one.id !== version.id && (version.validFrom === null || (one.validFrom ?? '') < version.validFrom),
  );
  return earlier.at(-1) ?? null;
}

function publishedInTime(versions: readonly ProcedureVersion[]): readonly ProcedureVersion[] {
  return versions
    .filter((version) => version.state === 'published')
    .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
}

function missing(): never {
  return refuse('missing', 'Không có thủ tục hoặc phiên bản này. Hãy tìm lại trong danh mục thủ tục.');
}
