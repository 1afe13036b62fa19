import { holdsOn } from '#foundation/organisation/rules.ts';
import type { Context } from '#foundation/context.ts';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { searchIndex } from '#kernel/search/search.ts';
import { buildIndex, type SearchIndex } from '#kernel/search/search-index.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { readOfferings } from './offerings/store.ts';
import { searchFields } from './rules.ts';
import type { LifeEvent, OfferedProcedure, Offering, ProcedureVersion, PublishedVersion } from './schema.ts';
import { readLifeEvents, readPublishedVersions, readSynonyms, readVersion } from './store.ts';

/** Every published version, past and future ones included, by the name of the procedure; cached until the catalogue changes. */
export async function publishedVersions(ctx: Context): Promise<readonly PublishedVersion[]> {
  return ctx.cache.get('procedures', ctx.revisions.procedures, async () => {
    const versions = await readPublishedVersions(ctx.db);
    return versions.toSorted((a, b) => compareText(a.content.shortName, b.content.shortName));
  });
}

/** Procedures in force on a date, by name. Open to everybody: they are public by law (Decree 63/2010/ND-CP, Art. 16). */
export async function publishedOn(ctx: Context, date: LocalDate): Promise<readonly PublishedVersion[]> {
  const versions = await publishedVersions(ctx);
  return versions.filter((version) => holdsOn(version, date));
}

/** The version of a procedure (by id or slug) in force on a date, or null. */
export async function procedureVersionOn(
  ctx: Context,
  procedure: number | string,
  date: LocalDate,
): Promise<PublishedVersion | null> {
  const versions = await publishedOn(ctx, date);
  const key = typeof procedure === 'number' ? 'procedureId' : 'slug';
  return versions.find((version) => version[key] === procedure) ?? null;
}

/** One version in any state, or a refusal. Published ones come from the cache: they never change but for their end. */
export async function versionById(ctx: Context, id: number): Promise<ProcedureVersion> {
  const versions = await publishedVersions(ctx);
  const cached = versions.find((version) => version.id === id);
  return (
    cached ??
    (await readVersion(ctx.db, id)) ??
    refuse('missing', 'Không có phiên bản thủ tục này trong danh mục.')
  );
}

/** All offerings of all times; cached. */
export async function allOfferings(ctx: Context): Promise<readonly Offering[]> {
  return ctx.cache.get('offerings', ctx.revisions.procedures, () => readOfferings(ctx.db));
}

/** What a unit's counter receives on a date: the offering with the version in force, by name. */
export async function offeringsOf(
  ctx: Context,
  unitId: number,
  date: LocalDate,
): Promise<readonly OfferedProcedure[]> {
  const versions = await publishedOn(ctx, date);
  const offerings = (await allOfferings(ctx)).filter(
    (offering) => offering.unitId === unitId && holdsOn(offering, date),
  );
  const byProcedure = new Map(offerings.map((offering) => [offering.procedureId, offering]));
  return versions.flatMap((version) => {
    const offering = byProcedure.get(version.procedureId);
    return offering ? [{ ...offering, version }] : [];
  });
}

/** Where a procedure is received on a date. */
export async function offeringUnits(
  ctx: Context,
  procedureId: number,
  date: LocalDate,
): Promise<readonly Offering[]> {
  const offerings = await allOfferings(ctx);
  return offerings.filter((offering) => offering.procedureId === procedureId && holdsOn(offering, date));
}

/** Procedures in force today that belong to an occasion in life. */
export async function byLifeEvent(ctx: Context, code: string): Promise<readonly PublishedVersion[]> {
  const versions = await publishedOn(ctx, localDateOf(ctx.now));
  return versions.filter((version) => version.content.lifeEvents.includes(code));
}

/** Procedures in force on a date by domain, domains in the order of the alphabet. */
export async function byDomain(
  ctx: Context,
  date: LocalDate,
): Promise<ReadonlyMap<string, readonly PublishedVersion[]>> {
  const versions = await publishedOn(ctx, date);
  const domains = [...new Set(versions.map((version) => version.content.domain))].sort(compareText);
  return new Map(
    domains.map((domain) => [domain, versions.filter((version) => version.content.domain === domain)]),
  );
}

/** Occasions in life, in the order of the page; cached. */
export async function lifeEvents(ctx: Context): Promise<readonly LifeEvent[]> {
  return ctx.cache.get('life events', ctx.revisions.procedures, () => readLifeEvents(ctx.db));
}

export type ProcedureHit = { readonly version: PublishedVersion; readonly matched: readonly string[] };

/**
 * Procedures in force on the date (today when not said) that answer a question in anybody's words, best first; with
 * `unitId` only those its counter receives. `matched` are the folded words that answered.
 */
export async function searchProcedures(
  ctx: Context,
  query: string,
  options: { readonly unitId?: number; readonly limit: number; readonly date?: LocalDate },
): Promise<readonly ProcedureHit[]> {
  const date = options.date ?? localDateOf(ctx.now);
  const allowed = await allowedVersions(ctx, date, options.unitId);
  const index = await searchableIndex(ctx);
  return searchIndex(index, query, { limit: index.ids.length })
    .flatMap(({ id, matched }) => {
      const version = allowed.get(id);
      return version ? [{ version, matched }] : [];
    })
    .slice(0, options.limit);
}

async function allowedVersions(
  ctx: Context,
  date: LocalDate,
  unitId: number | undefined,
): Promise<ReadonlyMap<number, PublishedVersion>> {
  const versions =
    unitId === undefined
      ? await publishedOn(ctx, date)
      : (await offeringsOf(ctx, unitId, date)).map((offered) => offered.version);
  return new Map(versions.map((version) => [version.id, version]));
}

/** Every published version, so that the index does not depend on the date of the question. */
async function searchableIndex(ctx: Context): Promise<SearchIndex<number>> {
  const versions = await publishedVersions(ctx);
  return ctx.cache.get('procedure search', ctx.revisions.procedures, async () => {
    const synonyms = await readSynonyms(ctx.db);
    const entries = versions.map((version) => ({ id: version.id, fields: searchFields(version) }));
    return buildIndex(entries, { synonyms });
  });
}
