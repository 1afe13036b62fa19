import type { Period } from '#kernel/period/period.ts';
import type { Context } from '#foundation/context.ts';
import { catalogue } from '../catalogue/service.ts';
import { figuresOf } from '../figures/answer.ts';
import { brokenRelation, codesNeeded, type RelatedFigure } from '../relations.ts';
import type { Figure, FigureAsk, Indicator, Relation, RelationWarning } from '../schema.ts';

type Asked = {
  readonly unitId: number;
  readonly period: Period;
  /** Only relations in which one of these takes part; all without. */
  readonly codes?: readonly string[];
};

/** Relations between the figures of a unit and period that do not hold, each said in words. */
export async function relationWarnings(
  ctx: Context,
  { unitId, period, codes }: Asked,
): Promise<readonly RelationWarning[]> {
  const indicators = await catalogue(ctx);
  const checked = indicators.flatMap((indicator) =>
    indicator.relations
      .filter(
        (relation) =>
          !codes || [indicator.code, ...codesNeeded(relation)].some((code) => codes.includes(code)),
      )
      .map((relation) => ({ indicator, relation })),
  );
  const asks = checked.flatMap(({ indicator, relation }) => asksOf(indicator, relation, { unitId, period }));
  const answers = await figuresOf(ctx, indicators, asks);
  const figures = new Map(answers.map((figure) => [keyOf(figure), figure]));
  const figure = (code: string, part = ''): RelatedFigure | null =>
    figures.get(keyOf({ code, part })) ?? null;
  return checked.flatMap(({ indicator, relation }) => {
    const own = figure(indicator.code);
    const message =
      own &&
      brokenRelation(own, relation, {
        figure,
        parts: (key) =>
          partsOf(indicator, key).map(({ part, label }) => named(figure(indicator.code, part), label)),
      });
    return message ? [{ code: indicator.code, relation, unitId, period, message }] : [];
  });
}

function asksOf(
  indicator: Indicator,
  relation: Relation,
  place: Omit<FigureAsk, 'code'>,
): readonly FigureAsk[] {
  const own = { ...place, code: indicator.code };
  if (relation.kind === 'parts') {
    return [own, ...partsOf(indicator, relation.key).map(({ filter }) => ({ ...own, filter }))];
  }
  return [own, ...codesNeeded(relation).map((code) => ({ ...place, code }))];
}

function partsOf(indicator: Indicator, key: string) {
  const values = indicator.breakdowns.find((breakdown) => breakdown.key === key)?.values ?? [];
  return values.map(({ value, label }) => ({ part: `${key}=${value}`, filter: { [key]: value }, label }));
}

function named(figure: RelatedFigure | null, name: string): RelatedFigure {
  return figure ? { ...figure, name } : { name, kind: 'count', unitOfMeasure: '', value: null };
}

function keyOf({ code, part }: Pick<Figure, 'code' | 'part'>): string {
  return `${code} ${part}`;
}
