import type { ComputedValue, IndicatorKind } from '#foundation/figures/schema.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import type { Figure, FigureAsk, Indicator } from '../schema.ts';
import { figuresOf, questionOf } from './answer.ts';
import { computedFigure } from './rules.ts';
import { unitsCounted } from './units.ts';

export type BreakdownPart = { readonly value: string; readonly label: string; readonly figure: Figure };
export type Breakdown = {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly BreakdownPart[];
};

type Key = {
  readonly key: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
};

/** A figure by the values of a key. Of a computed one only values that counted something come. */
export async function dividedBy(
  ctx: Context,
  {
    indicator,
    ask,
    whole,
  }: { readonly indicator: Indicator; readonly ask: FigureAsk; readonly whole: Figure },
  { key, label, values }: Key,
): Promise<Breakdown> {
  const askOf = (value: string): FigureAsk => ({ ...ask, filter: { ...ask.filter, [key]: value } });
  if (whole.origin === 'computed' && indicator.declaration?.computeParts) {
    const parts = await partsOf(ctx, { indicator, ask }, key);
    const found = values.flatMap(({ value, label: name }) => {
      const counted = parts.get(value);
      if (!counted || (counted.value ?? 0) === 0) return [];
      const figure = computedFigure(indicator, askOf(value), { counted, at: ctx.now, note: whole.note });
      return [{ value, label: name, figure }];
    });
    return { key, label, parts: found };
  }
  const figures = await figuresOf(
    ctx,
    [indicator],
    values.map(({ value }) => askOf(value)),
  );
  const parts = values.flatMap((one, index) => {
    const figure = figures[index];
    return figure && figure.origin !== 'none' ? [{ ...one, figure }] : [];
  });
  return { key, label, parts };
}

export type UnitFigure = { readonly unitId: number; readonly figure: Figure };

/** A figure for every unit directly below, in the order of the organisation; those that say nothing are left out. */
export async function figuresBelow(
  ctx: Context,
  {
    indicator,
    ask,
    whole,
  }: { readonly indicator: Indicator; readonly ask: FigureAsk; readonly whole: Figure },
): Promise<readonly UnitFigure[]> {
  const tree = await organisationOn(ctx, ask.period.to);
  const below = tree.children.get(ask.unitId) ?? [];
  const asks = below.map(({ id }) => ({ ...ask, unitId: id }));
  if (whole.origin === 'computed' && indicator.declaration?.computeParts) {
    const parts = await partsOf(ctx, { indicator, ask }, 'unit');
    const counted = asks.map(async (one) => {
      const units = await unitsCounted(ctx, one.unitId, one.period);
      const values = units.flatMap((id) => parts.get(String(id)) ?? []);
      const together = combined(indicator.kind, values);
      return {
        unitId: one.unitId,
        figure: computedFigure(indicator, one, { counted: together, at: ctx.now, note: '' }),
      };
    });
    return (await Promise.all(counted)).filter(({ figure }) => (figure.value ?? 0) !== 0);
  }
  const figures = await figuresOf(ctx, [indicator], asks);
  return figures.flatMap((figure) =>
    figure.origin === 'none' || (figure.origin === 'computed' && (figure.value ?? 0) === 0)
      ? []
      : [{ unitId: figure.unitId, figure }],
  );
}

async function partsOf(
  ctx: Context,
  { indicator, ask }: { readonly indicator: Indicator; readonly ask: FigureAsk },
  key: string,
): Promise<ReadonlyMap<string, ComputedValue>> {
  const question = await questionOf(ctx, ask);
  if (question.unitIds.length === 0) return new Map();
  const parts = await asSystem(ctx, async (system) =>
    indicator.declaration?.computeParts?.(system, question, key),
  );
  return parts ?? new Map<string, ComputedValue>();
}

/** Several units as one: counts add up; shares and means are taken anew from their ends. */
export function combined(kind: IndicatorKind, values: readonly ComputedValue[]): ComputedValue {
  if (kind !== 'ratio' && kind !== 'average') {
    return { value: values.reduce((sum, { value }) => sum + (value ?? 0), 0) };
  }
  const numerator = values.reduce((sum, one) => sum + (one.numerator ?? 0), 0);
  const denominator = values.reduce((sum, one) => sum + (one.denominator ?? 0), 0);
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}
