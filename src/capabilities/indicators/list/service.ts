import { localDateOf } from '#kernel/local-date.ts';
import { periodAround } from '#kernel/period/period.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { catalogue } from '../catalogue/service.ts';
import { figuresOf } from '../figures/answer.ts';
import { readLatestPeriods } from '../observations/store.ts';
import type { Figure, Indicator } from '../schema.ts';
import { ownCommittee } from '../unit-choice.ts';
import { matching } from './rules.ts';
import { type CatalogueQuery, PAGE_SIZE } from './schema.ts';

export type ListedIndicator = { readonly indicator: Indicator; readonly latest: Figure };

export type CataloguePage = {
  readonly unitId: number;
  readonly total: number;
  readonly rows: readonly ListedIndicator[];
};

/** The catalogue as asked for, each with its newest figure of a unit; `whole` gives all pages. */
export async function cataloguePage(
  ctx: Context,
  query: CatalogueQuery,
  whole = false,
): Promise<CataloguePage> {
  await authorise(ctx, 'indicator.read');
  const unitId = query.unit ?? (await ownCommittee(ctx));
  const found = matching(await catalogue(ctx), query);
  const begin = (query.page - 1) * PAGE_SIZE;
  const shown = whole ? found : found.slice(begin, begin + PAGE_SIZE);
  const latest = await latestFigures(ctx, shown, unitId);
  const rows = shown.flatMap((indicator, index) => {
    const figure = latest[index];
    return figure ? [{ indicator, latest: figure }] : [];
  });
  return { unitId, total: found.length, rows };
}

/** Of what is computed this year's figure so far, of what is entered the newest there is. */
async function latestFigures(
  ctx: Context,
  indicators: readonly Indicator[],
  unitId: number,
): Promise<readonly Figure[]> {
  const observed = indicators.filter(({ computed }) => !computed).map(({ code }) => code);
  const periods = await readLatestPeriods(ctx.db, observed, unitId);
  const thisYear = periodAround('year', localDateOf(ctx.now));
  return figuresOf(
    ctx,
    indicators,
    indicators.map(({ code }) => ({ code, unitId, period: periods.get(code) ?? thisYear })),
  );
}
