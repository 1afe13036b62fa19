import { localDateOf } from '#kernel/local-date.ts';
import type { Period } from '#kernel/period/period.ts';
import type { KnownFigure } from '#kernel/report/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import type { CountedRecords, RecordWindow } from '#foundation/figures/schema.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import { catalogue, indicatorByCode } from './catalogue/service.ts';
import { figuresOf, questionOf } from './figures/answer.ts';
import { type Breakdown, dividedBy, figuresBelow, type UnitFigure } from './figures/divided.ts';
import { readObservationsOf } from './observations/store.ts';
import { type Figure, type FigureAsk, filterOf, type Indicator } from './schema.ts';
import { type Series, seriesPeriods, seriesWith, type SeriesKind } from './series.ts';

export { addIndicator, catalogue, indicatorByCode, keepIndicator } from './catalogue/service.ts';
export { enterObservations, keepObservations, observationsOfUnit } from './observations/service.ts';
export { relationWarnings } from './observations/warnings.ts';

/**
 * The figures of many questions at once, in their order. A figure that nobody can give has no value and says why.
 * Refuses when a code is in no catalogue.
 */
export async function figuresFor(ctx: Context, asks: readonly FigureAsk[]): Promise<readonly Figure[]> {
  await authorise(ctx, 'indicator.read');
  const indicators = await catalogue(ctx);
  const codes = new Set(indicators.map(({ code }) => code));
  const unknown = asks.find(({ code }) => !codes.has(code));
  if (unknown)
    refuse('missing', `Không có chỉ tiêu mang mã ${unknown.code}. Hãy tìm trong danh mục chỉ tiêu.`);
  return figuresOf(ctx, indicators, asks);
}

/** What a computed figure counted, a page at a time; nothing for a figure that a source states. */
export async function recordsBehind(
  ctx: Context,
  ask: FigureAsk,
  window: RecordWindow,
): Promise<CountedRecords> {
  const [figure] = await figuresFor(ctx, [ask]);
  const { declaration } = await indicatorByCode(ctx, ask.code);
  if (!declaration || figure?.origin !== 'computed') return { total: 0, records: [] };
  const question = await questionOf(ctx, ask);
  const counted = await asSystem(ctx, async (system) => declaration.records(system, question, window));
  if (!declaration.mayOpen) return counted;
  // Everybody may see that a record was counted; only whoever may read it is led to it.
  const open = await declaration.mayOpen(ctx, counted.records);
  const records = counted.records.map((one) => (open.has(one.id) ? one : { ...one, href: null }));
  return { ...counted, records };
}

/** A figure divided by one of its keys; null when the indicator has no such key. */
export async function figureBreakdown(ctx: Context, ask: FigureAsk, key: string): Promise<Breakdown | null> {
  const [whole] = await figuresFor(ctx, [ask]);
  const indicator = await indicatorByCode(ctx, ask.code);
  const breakdown = (await breakdownsOf(ctx, indicator)).find((one) => one.key === key);
  return breakdown && whole ? dividedBy(ctx, { indicator, ask, whole }, breakdown) : null;
}

/** A figure for every unit directly below the one asked about; units that say nothing are left out. */
export async function figuresByUnit(ctx: Context, ask: FigureAsk): Promise<readonly UnitFigure[]> {
  const [whole] = await figuresFor(ctx, [ask]);
  const indicator = await indicatorByCode(ctx, ask.code);
  return whole ? figuresBelow(ctx, { indicator, ask, whole }) : [];
}

/** By what the figures of an indicator can be divided, with the values there are in this installation. */
export async function breakdownsOf(ctx: Context, { declaration, breakdowns }: Indicator) {
  if (!declaration) return breakdowns;
  const own = declaration.breakdowns ?? [];
  return Promise.all(own.map(async ({ key, label, values }) => ({ key, label, values: await values(ctx) })));
}

/** The figures of an indicator for a unit over time, with the day from which records answer instead of sources. */
export async function seriesOf(
  ctx: Context,
  code: string,
  unitId: number,
  asked: { readonly kind?: SeriesKind; readonly part?: string } = {},
): Promise<Series> {
  const indicator = await indicatorByCode(ctx, code);
  const part = asked.part ?? '';
  const observations = (await readObservationsOf(ctx.db, code, [unitId])).filter((one) => one.part === part);
  const { kind, periods } = seriesPeriods(indicator, {
    observed: observations.map(({ period }) => period),
    today: localDateOf(ctx.now),
    kind: asked.kind,
  });
  const filter = filterOf(part);
  const figures = await figuresFor(
    ctx,
    periods.map((period) => ({ code, unitId, period, filter })),
  );
  return seriesWith(indicator, kind, figures);
}

/** What is known of a unit in a period, for the checker of reports: every figure that has a value. */
export async function knownFigures(
  ctx: Context,
  unitId: number,
  period: Period,
): Promise<readonly KnownFigure[]> {
  await authorise(ctx, 'indicator.read');
  const indicators = await catalogue(ctx);
  const inUse = indicators.filter(({ retiredOn }) => retiredOn === null);
  const figures = await figuresOf(
    ctx,
    inUse,
    inUse.map(({ code }) => ({ code, unitId, period })),
  );
  return figures.flatMap(({ code, name, unitOfMeasure, value, period: { from, to } }) =>
    value === null ? [] : [{ code, name, unit: unitOfMeasure, value, period: { from, to } }],
  );
}
