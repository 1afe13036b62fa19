import { parsePeriod } from '#kernel/period/period.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { readAll } from '#capabilities/documents/store.ts';
import type { ObservationInput } from '#capabilities/indicators/schema.ts';
import { catalogue, keepIndicator, keepObservations } from '#capabilities/indicators/service.ts';
import { REPORT_TITLE } from '#starter/documents/report.ts';
import { STARTER_INDICATORS } from './all.ts';
import type { StatedFigure } from './shape.ts';

/** Unit of which the report gives its figures, on the day of the report. */
const DISTRICT = { code: 'huyen-an-lao', on: '2020-04-28' } as const;

/**
 * The decade 2011–2020 of An Lão as its report states it: indicators and figures, each with the line on which it stands. Does
 * nothing when one of the indicators is there. Organisation and documents are loaded before.
 */
export async function loadStarterIndicators(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const known = new Set((await catalogue(tx)).map(({ code }) => code));
    if (STARTER_INDICATORS.some(({ indicator }) => known.has(indicator.code))) return;
    const { id: unitId } = await unitByCode(tx, DISTRICT.code, DISTRICT.on);
    const report = (await readAll(tx.db)).find(({ title }) => title === REPORT_TITLE);
    const source = { unitId, documentId: report?.id ?? null };
    for (const { indicator } of STARTER_INDICATORS) await keepIndicator(tx, indicator);
    await keepObservations(
      tx,
      STARTER_INDICATORS.flatMap(({ indicator, figures }) =>
        figures.map((figure) => observationOf(indicator.code, figure, source)),
      ),
    );
  });
}

function observationOf(
  code: string,
  figure: StatedFigure,
  source: { readonly unitId: number; readonly documentId: number | null },
): ObservationInput {
  const { part, value, numerator, denominator, content, certainty, note, lines } = figure;
  const period = parsePeriod(figure.period);
  if (period === null) throw new Error(`${code}: no such period as ${figure.period}`);
  return {
    code,
    period,
    part,
    value,
    numerator,
    denominator,
    content,
    certainty,
    note,
    ...source,
    sourceTitle: REPORT_TITLE,
    place: `dòng ${lines.join(', ')}`,
    sequence: 0,
  };
}
