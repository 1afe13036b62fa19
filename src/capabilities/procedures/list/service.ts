import { authorise, can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { holdsOn } from '#foundation/organisation/rules.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { allOfferings, publishedVersions, searchProcedures } from '../service.ts';
import { readDrafts } from '../store.ts';
import { procedureRows, selectRows } from './rules.ts';
import type { ProcedureListQuery, ProcedureRow } from './schema.ts';

export type ProcedureList = {
  readonly rows: readonly ProcedureRow[];
  readonly domains: readonly string[];
  /** Procedures of the whole catalogue that the reader may see. */
  readonly total: number;
};

/** The catalogue as officers see it; drafts only for those who keep or inspect it. */
export async function procedureList(ctx: Context, query: ProcedureListQuery): Promise<ProcedureList> {
  await authorise(ctx, 'organisation.read');
  const all = await visibleRows(ctx);
  const hits = query.q === '' ? [] : await searchProcedures(ctx, query.q, { limit: all.length });
  const found = hits.map((hit) => hit.version.procedureId);
  const domains = [...new Set(all.map((row) => row.content.domain))].sort(compareText);
  return { rows: selectRows(all, query, found), domains, total: all.length };
}

async function visibleRows(ctx: Context): Promise<readonly ProcedureRow[]> {
  const today = localDateOf(ctx.now);
  const drafts = can(ctx.actor, 'procedure.read-drafts') ? await readDrafts(ctx.db) : [];
  return procedureRows({
    published: await publishedVersions(ctx),
    drafts,
    offered: await counters(ctx),
    today,
  });
}

/** Counters that stand today, by the procedure they take. */
async function counters(ctx: Context): Promise<ReadonlyMap<number, number>> {
  const tree = await organisationNow(ctx);
  const today = localDateOf(ctx.now);
  const count = new Map<number, number>();
  for (const offering of await allOfferings(ctx)) {
    if (!holdsOn(offering, today) || !tree.units.has(offering.unitId)) continue;
    count.set(offering.procedureId, (count.get(offering.procedureId) ?? 0) + 1);
  }
  return count;
}
