import { localDateOf } from '#kernel/local-date.ts';
import { type Period, periodAround, periodBefore, periodCode } from '#kernel/period/period.ts';
import { can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { CountedRecords } from '#foundation/figures/schema.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import type { Option } from '#web/ui/option.ts';
import { withQuery } from '#web/http/list-state.ts';
import type { Breakdown, UnitFigure } from '../figures/divided.ts';
import { readObservationsOf } from '../observations/store.ts';
import { relationWarnings } from '../observations/warnings.ts';
import {
  type Figure,
  type FigureAsk,
  filterOf,
  type Indicator,
  indicatorPaths,
  type Observation,
  type RelationWarning,
} from '../schema.ts';
import type { Series } from '../series.ts';
import {
  breakdownsOf,
  figureBreakdown,
  figuresByUnit,
  figuresFor,
  indicatorByCode,
  recordsBehind,
  seriesOf,
} from '../service.ts';
import { typedPeriod } from '../typed-period.ts';
import { ownCommittee, unitOptions } from '../unit-choice.ts';
import { type FigureQuery, PAGE_SIZE } from './schema.ts';

export type IndicatorView = {
  readonly indicator: Indicator;
  /** Names of the indicators that its relations speak of. */
  readonly nameOf: (code: string) => string;
  readonly query: FigureQuery;
  readonly ask: FigureAsk;
  /** The typed period was none. */
  readonly isPeriodUnread: boolean;
  readonly figure: Figure;
  /** The observation behind an entered figure. */
  readonly observation: Observation | null;
  /** What sources state for this unit, all periods and parts. */
  readonly observations: readonly Observation[];
  readonly warnings: readonly RelationWarning[];
  readonly series: Series;
  readonly keys: readonly { readonly key: string; readonly label: string }[];
  readonly breakdown: Breakdown | null;
  readonly partName: (part: string) => string;
  readonly below: readonly UnitFigure[];
  readonly records: CountedRecords;
  readonly units: readonly Option[];
  readonly unitName: (id: number) => string;
  readonly may: { readonly manage: boolean; readonly enter: boolean };
  readonly href: (change: Partial<FigureQuery>) => string;
};

/** Everything one page says of an indicator for a unit and period. */
export async function indicatorView(
  ctx: Context,
  code: string,
  query: FigureQuery,
  known: readonly Indicator[],
): Promise<IndicatorView> {
  const indicator = await indicatorByCode(ctx, code);
  const unitId = query.unit ?? (await ownCommittee(ctx));
  const observations = await readObservationsOf(ctx.db, code, [unitId]);
  const typed = query.period === '' ? null : typedPeriod(query.period);
  const period = typed ?? usualPeriod(indicator, observations, localDateOf(ctx.now));
  const ask = { code, unitId, period, filter: filterOf(query.part) };
  const [figure] = await figuresFor(ctx, [ask]);
  if (!figure) throw new Error(`No answer for ${code}`);
  const breakdowns = await breakdownsOf(ctx, indicator);
  const { key = '' } = breakdowns.find((one) => one.key === query.by) ?? breakdowns[0] ?? {};
  const path = indicatorPaths.one(code);
  const state = { ...query, unit: unitId, period: periodCode(period) };
  const seriesKind = query.series === '' ? {} : { kind: query.series };
  const labels = new Map(
    breakdowns.flatMap((one) => one.values.map(({ value, label }) => [`${one.key}=${value}`, label])),
  );
  return {
    indicator,
    query,
    ask,
    figure,
    observations,
    nameOf: (other) => known.find((one) => one.code === other)?.name ?? other,
    isPeriodUnread: query.period !== '' && typed === null,
    observation: observations.find((one) => isBehind(one, figure)) ?? null,
    warnings:
      query.part === ''
        ? await relationWarnings(ctx, {
            unitId,
            period: figure.period,
            codes: [code],
          })
        : [],
    series: await seriesOf(ctx, code, unitId, {
      ...seriesKind,
      part: query.part,
    }),
    keys: breakdowns,
    breakdown: key === '' || query.part !== '' ? null : await figureBreakdown(ctx, ask, key),
    partName: (part) => labels.get(part) ?? part,
    below: await figuresByUnit(ctx, ask),
    records: await recordsBehind(ctx, ask, {
      offset: (query.page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    }),
    units: await unitOptions(ctx, period.to),
    unitName: await unitNames(ctx, 'name'),
    may: {
      manage: can(ctx.actor, 'indicator.manage'),
      enter: can(ctx.actor, 'indicator.enter'),
    },
    href: (change) =>
      withQuery(path, {
        ...state,
        page: null,
        ...change,
      }),
  };
}

function isBehind({ period, part }: Observation, figure: Figure): boolean {
  return (
    figure.origin === 'observed' && part === figure.part && periodCode(period) === periodCode(figure.period)
  );
}

/** The newest period that a source states; of what is computed this year so far, or the last whole month. */
function usualPeriod(indicator: Indicator, observations: readonly Observation[], today: string): Period {
  const whole = observations.filter(({ part }) => part === '');
  const latest = whole.toSorted((one, other) => (one.period.to < other.period.to ? 1 : -1))[0];
  if (!indicator.computed && latest) return latest.period;
  if (indicator.periods.includes('year')) return periodAround('year', today);
  if (indicator.periods.includes('instant')) return { kind: 'instant', from: today, to: today };
  return periodBefore(periodAround('month', today));
}
