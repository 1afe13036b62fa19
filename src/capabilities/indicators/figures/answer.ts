import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { periodCode } from '#kernel/period/period.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { ComputedValue, FigureQuestion } from '#foundation/figures/schema.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import { readObservations } from '../observations/store.ts';
import { type Figure, type FigureAsk, type Indicator, type Observation, partOf } from '../schema.ts';
import { computedFigure, missingFigure, observationFor, observedFigure, wayOf } from './rules.ts';
import { unitsCounted } from './units.ts';

/**
 * Answers in the order of the questions; questions about indicators that are not in the catalogue are left out. Records are
 * counted as the system counts them, whoever asks: a figure of a unit is the same for every reader.
 */
export async function figuresOf(
  ctx: Context,
  indicators: readonly Indicator[],
  asks: readonly FigureAsk[],
): Promise<readonly Figure[]> {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const known = asks.flatMap((ask) => {
    const indicator = byCode.get(ask.code);
    return indicator ? [{ ask, indicator }] : [];
  });
  const observed = await observationsFor(
    ctx,
    known.map(({ ask }) => ask),
  );
  const answers = known.map(({ ask, indicator }) => {
    const found = observationFor(indicator, ask.period, observed.get(keyOf(ask)) ?? []);
    const ways = wayOf(indicator, ask.period);
    const isCounted = ways[0] === 'computed' || (ways.includes('computed') && found === null);
    return { ask, indicator, found, isCounted };
  });
  const counts = await countsFor(
    ctx,
    answers.filter(({ isCounted }) => isCounted),
  );
  return answers.map(({ ask, indicator, found, isCounted }) => {
    const counted = isCounted ? counts.get(askKey(ask)) : undefined;
    if (counted) {
      const note = countNote(indicator, ask, localDateOf(ctx.now));
      return computedFigure(indicator, ask, { counted, at: ctx.now, note });
    }
    if (found) return observedFigure(indicator, ask, found);
    const note = hasBegun(ask, ctx) ? missingNote(indicator, isCounted) : 'Kỳ này chưa bắt đầu.';
    return missingFigure(indicator, ask, { at: ctx.now, note });
  });
}

async function observationsFor(
  ctx: Context,
  asks: readonly FigureAsk[],
): Promise<ReadonlyMap<string, readonly Observation[]>> {
  const [first] = asks;
  if (!first) return new Map();
  const rows = await readObservations(ctx.db, {
    codes: [...new Set(asks.map(({ code }) => code))],
    unitIds: [...new Set(asks.map(({ unitId }) => unitId))],
    from: asks.reduce((least, { period }) => (period.from < least ? period.from : least), first.period.from),
    to: asks.reduce((most, { period }) => (period.to > most ? period.to : most), first.period.to),
  });
  return Map.groupBy(rows, ({ code, unitId, part }) => `${code} ${unitId} ${part}`);
}

type Counted = { readonly ask: FigureAsk; readonly indicator: Indicator };

/**
 * Every indicator that asks the same of the same units and period is given one and the same question, by which a
 * capability counts what several of them need once.
 */
async function countsFor(
  ctx: Context,
  asked: readonly Counted[],
): Promise<ReadonlyMap<string, ComputedValue>> {
  const questions = new Map<string, FigureQuestion>();
  const once = new Map<string, { readonly question: FigureQuestion; readonly indicator: Indicator }>();
  for (const { ask, indicator } of asked) {
    const name = `${ask.unitId} ${periodCode(ask.period)} ${partOf(ask.filter)}`;
    const question = questions.get(name) ?? (await questionOf(ctx, ask));
    questions.set(name, question);
    if (question.unitIds.length > 0 && hasBegun(ask, ctx)) once.set(askKey(ask), { question, indicator });
  }
  return asSystem(ctx, async (system) => {
    const values = [...once].map(
      async ([key, { question, indicator }]) =>
        [key, (await indicator.declaration?.compute(system, question)) ?? { value: null }] as const,
    );
    return new Map(await Promise.all(values));
  });
}

/** A question as a capability gets it. */
export async function questionOf(
  ctx: Context,
  { unitId, period, filter }: FigureAsk,
): Promise<FigureQuestion> {
  return { unitIds: await unitsCounted(ctx, unitId, period), period, filter: filter ?? {} };
}

function hasBegun({ period }: FigureAsk, { now }: Context): boolean {
  return period.from <= localDateOf(now);
}

function countNote({ since }: Indicator, { period }: FigureAsk, today: LocalDate): string {
  const notes = [
    since !== null && period.from < since
      ? `chỉ tính từ ngày ${formatDate(since)}, khi bắt đầu có dữ liệu`
      : '',
    period.to > today ? `tính đến ngày ${formatDate(today)}` : '',
  ];
  return notes.filter((note) => note !== '').join('; ');
}

function missingNote({ since, computed }: Indicator, isCounted: boolean): string {
  if (isCounted) return 'Đơn vị không hoạt động trong kỳ này.';
  if (computed && since !== null)
    return `Dữ liệu có từ ngày ${formatDate(since)}; kỳ trước đó chưa nhập số liệu.`;
  return 'Chưa nhập số liệu cho kỳ này.';
}

function keyOf({ code, unitId, filter }: FigureAsk): string {
  return `${code} ${unitId} ${partOf(filter)}`;
}

function askKey(ask: FigureAsk): string {
  return `${keyOf(ask)} ${periodCode(ask.period)}`;
}
