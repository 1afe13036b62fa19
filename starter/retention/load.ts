import type { Context } from '#foundation/context.ts';
import { inTransaction } from '#foundation/context.ts';
import { publishedVersions } from '#capabilities/procedures/service.ts';
import type { RuleInput } from '#capabilities/retention/schema.ts';
import { addRule, rulesOf } from '#capabilities/retention/terms/service.ts';
import { STARTER_TERMS, type StarterTerm } from './terms.ts';

/**
 * How long dossiers of the starter procedures are kept, where the text of the law is at hand; everything else stays with
 * the wide rule that nobody disposes by. Does nothing when there are narrower rules already. Procedures are loaded before.
 */
export async function loadStarterRetention(ctx: Context): Promise<void> {
  if ((await rulesOf(ctx)).some(({ procedureId, domain }) => procedureId !== null || domain !== null)) return;
  const versions = await publishedVersions(ctx);
  const procedures = new Map(versions.map(({ slug, procedureId }) => [slug, procedureId]));
  await inTransaction(ctx, async (tx) => {
    for (const term of STARTER_TERMS) await addRule(tx, ruleOf(term, procedures));
  });
}

function ruleOf({ slug, domain, ...term }: StarterTerm, procedures: ReadonlyMap<string, number>): RuleInput {
  const procedureId = slug === null ? null : procedures.get(slug);
  if (procedureId === undefined) throw new Error(`The starter catalogue has no procedure ${slug}`);
  return { id: null, sequence: 0, kind: 'dossier', procedureId, domain, validTo: null, ...term };
}
