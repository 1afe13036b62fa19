/** Which procedures a list shows, and in what order; without a database. */
import type { LocalDate } from '#kernel/local-date.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { holdsOn } from '#foundation/organisation/rules.ts';
import type { ProcedureVersion, PublishedVersion } from '../schema.ts';
import type { ProcedureListQuery, ProcedureRow, Standing } from './schema.ts';

export type RowSources = {
  readonly published: readonly PublishedVersion[];
  readonly drafts: readonly ProcedureVersion[];
  /** Counters by procedure. */
  readonly offered: ReadonlyMap<number, number>;
  readonly today: LocalDate;
};

/** One row a procedure, by name: the version in force, else the next, else the last, else the draft. */
export function procedureRows(sources: RowSources): readonly ProcedureRow[] {
  const byProcedure = Map.groupBy(
    [...sources.published, ...sources.drafts],
    (version) => version.procedureId,
  );
  return [...byProcedure.values()]
    .map((versions) => rowOf(versions, sources))
    .filter((row) => row !== null)
    .toSorted((a, b) => compareText(a.content.shortName, b.content.shortName));
}

function rowOf(versions: readonly ProcedureVersion[], sources: RowSources): ProcedureRow | null {
  const { version, standing } = mattering(versions, sources.today);
  if (!version) return null;
  const { procedureId, slug, code, content, validFrom, validTo } = version;
  const drafts = versions.filter((one) => one.state === 'draft').length;
  const offeredBy = sources.offered.get(procedureId) ?? 0;
  return { procedureId, slug, code, content, validFrom, validTo, standing, drafts, offeredBy };
}

function mattering(
  versions: readonly ProcedureVersion[],
  today: LocalDate,
): { readonly version: ProcedureVersion | undefined; readonly standing: Standing } {
  const published = versions
    .filter((version): version is PublishedVersion => version.state === 'published')
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const current = published.find((version) => holdsOn(version, today));
  if (current) return { version: current, standing: 'in-force' };
  const coming = published.find((version) => version.validFrom > today);
  if (coming) return { version: coming, standing: 'coming' };
  const ended = published.at(-1);
  return ended ? { version: ended, standing: 'ended' } : { version: versions.at(-1), standing: 'drafted' };
}

/** Rows that a query asks for, in its order. `found` are procedures that the search found, best first. */
export function selectRows(
  rows: readonly ProcedureRow[],
  query: ProcedureListQuery,
  found: readonly number[],
): readonly ProcedureRow[] {
  const kept = rows.filter((row) => matchesFilters(row, query) && matchesText(row, query.q, found));
  const ranked = query.sort === 'relevance' ? byRelevance(kept, found) : kept.toSorted(ORDERS[query.sort]);
  return query.dir === 'desc' ? ranked.toReversed() : ranked;
}

function matchesFilters({ content, standing, drafts }: ProcedureRow, query: ProcedureListQuery): boolean {
  return (
    (query.domain === '' || content.domain === query.domain) &&
    (query.level === '' || content.level === query.level) &&
    (query.online === '' || content.onlineLevel === query.online) &&
    (query.standing === '' || (query.standing === 'has-draft' ? drafts > 0 : standing === query.standing))
  );
}

/** The index knows what is in force; the rest is found by the letters of its names. */
function matchesText(
  { procedureId, content, code }: ProcedureRow,
  q: string,
  found: readonly number[],
): boolean {
  if (q === '' || found.includes(procedureId)) return true;
  return fold(`${content.name} ${content.shortName} ${code ?? ''}`).includes(fold(q));
}

function byRelevance(rows: readonly ProcedureRow[], found: readonly number[]): readonly ProcedureRow[] {
  const rank = (row: ProcedureRow) => {
    const place = found.indexOf(row.procedureId);
    return place === -1 ? found.length : place;
  };
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

const ORDERS = {
  name: (a: ProcedureRow, b: ProcedureRow) => compareText(a.content.shortName, b.content.shortName),
  domain: (a: ProcedureRow, b: ProcedureRow) => compareText(a.content.domain, b.content.domain),
  code: (a: ProcedureRow, b: ProcedureRow) => (a.code ?? '').localeCompare(b.code ?? ''),
  offered: (a: ProcedureRow, b: ProcedureRow) => a.offeredBy - b.offeredBy,
} as const;
