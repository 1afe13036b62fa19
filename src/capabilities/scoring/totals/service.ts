import { addDays, instantAt, localDateOf } from '#kernel/local-date.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { organisationNow, unitNames } from '#foundation/organisation/service.ts';
import { scoringSetOn } from '../sets/service.ts';
import type { StoredScoringSet } from '../sets/schema.ts';
import { type DossierTotalRow, MOST_LINES, PAGE_SIZE, type TotalRow, type TotalsQuery } from './schema.ts';
import { countScored, type Period, readDossierTotals, readTotals } from './store.ts';

export type Totals = {
  readonly rows: readonly TotalRow[];
  readonly dossiers: readonly DossierTotalRow[];
  readonly scored: number;
  readonly from: string;
  readonly to: string;
  /** Units that can be chosen. */
  readonly units: readonly Unit[];
  /** Its criteria name the columns. */
  readonly set: StoredScoringSet;
  readonly unitName: (unitId: number) => string;
};

/** Scores of dossiers returned in a period, by unit, by officer or one by one; without a period this year. */
export async function totals(ctx: Context, query: TotalsQuery, isWhole: boolean): Promise<Totals> {
  await authorise(ctx, 'dossier.read', query.unit ?? requireActor(ctx).post.unitId);
  const today = localDateOf(ctx.now);
  const from = query.from || `${today.slice(0, 4)}-01-01`;
  const to = query.to || today;
  const readable = await unitsWith(ctx, 'dossier.read');
  const unitIds = query.unit === null ? readable : [query.unit];
  const period: Period = { unitIds, from: instantAt(from, 0), to: instantAt(addDays(to, 1), 0) };
  const part = isWhole
    ? { limit: MOST_LINES, offset: 0 }
    : { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
  return {
    rows: query.by === 'dossier' ? [] : await readTotals(ctx.db, period, query.by),
    dossiers: query.by === 'dossier' ? await readDossierTotals(ctx.db, period, part) : [],
    scored: await countScored(ctx.db, period),
    from,
    to,
    units: await counters(ctx, readable),
    set: await scoringSetOn(ctx, to),
    unitName: await unitNames(ctx, 'shortName'),
  };
}

async function counters(ctx: Context, readable: readonly number[] | null): Promise<readonly Unit[]> {
  const { units } = await organisationNow(ctx);
  return [...units.values()]
    .filter(({ id, kind }) => isCounter(kind) && (readable === null || readable.includes(id)))
    .toSorted((one, other) => compareText(one.shortName, other.shortName));
}

/** Dossiers are received by one-stop shops and by People's Committees of communes. */
function isCounter(kind: Unit['kind']): boolean {
  return kind === 'one-stop' || kind === 'people-committee';
}
