import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import {
  insertDraft,
  insertTemplate,
  readTemplates,
  updateTemplate,
  updateVersionState,
} from '#capabilities/reports/templates/store.ts';
import { REGULAR } from './regular/templates.ts';
import { TEN_YEAR } from './ten-year/template.ts';

export const STARTER_TEMPLATES = [TEN_YEAR, ...REGULAR];

/**
 * Loads the starter templates of reports, published, where they are missing. That nothing stands in the way of publishing
 * them is shown by a test, which needs the indicators and documents of the starter.
 */
export async function loadStarterReports(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const known = new Set((await readTemplates(tx.db)).map(({ code }) => code));
    for (const file of STARTER_TEMPLATES) if (!known.has(file.code)) await load(tx, file);
  });
}

async function load(tx: TransactionContext, file: (typeof STARTER_TEMPLATES)[number]): Promise<void> {
  const { code, name, kind, legalBasis, validFrom, validUntil, content } = file;
  const draft = { legalBasis, validFrom, validUntil, content };
  const templateId = await insertTemplate(tx.db, { code, name, kind });
  const versionId = await insertDraft(tx.db, { templateId, number: 1, ...draft });
  await updateVersionState(tx.db, versionId, { state: 'published', publishedAt: tx.now });
  const sequence = await record(tx, { name: 'report-template', id: templateId, after: 0 }, [
    { kind: 'added', payload: { code, name, kind } },
    { kind: 'drafted', payload: { versionId, number: 1, ...draft } },
    { kind: 'published', payload: { number: 1 } },
  ]);
  await updateTemplate(tx.db, templateId, { sequence });
}
