import { inTransaction, type Context } from '#foundation/context.ts';
import { keepTemplate } from '#capabilities/reports/templates/exchange/service.ts';
import { templateList } from '#capabilities/reports/templates/service.ts';
import { publishTemplate } from '#capabilities/reports/templates/publication/service.ts';
import { REGULAR } from './regular/templates.ts';
import { TEN_YEAR } from './ten-year/template.ts';

export const STARTER_TEMPLATES = [TEN_YEAR, ...REGULAR];

/** Loads and publishes the starter templates of reports where they are missing. Needs indicators and documents before it. */
export async function loadStarterReports(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const known = new Set((await templateList(tx)).map(({ code }) => code));
    for (const file of STARTER_TEMPLATES) {
      if (known.has(file.code)) continue;
      const { versionId } = await keepTemplate(tx, file);
      await publishTemplate(tx, { versionId, revision: 1 });
    }
  });
}
