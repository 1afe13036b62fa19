import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { unitVersions } from '#foundation/organisation/service.ts';
import { catalogue } from '#capabilities/indicators/service.ts';
import { registerFinder } from '../../assembly/surroundings.ts';
import type { TemplateVersion } from '../../schema.ts';
import { changeTemplate, draftById, refuseStale } from '../change.ts';
import { readVersions, updateVersionState } from '../store.ts';
import { type Nameable, problemsOf, type TemplateProblem } from './problems.ts';

/** Everything that stands in the way of publishing a version, with the section and the line. */
export async function templateProblems(
  ctx: Context,
  version: Pick<TemplateVersion, 'content' | 'legalBasis' | 'validFrom'>,
): Promise<readonly TemplateProblem[]> {
  return problemsOf(version, await nameableNow(ctx));
}

async function nameableNow(ctx: Context): Promise<Nameable> {
  const indicators = new Map((await catalogue(ctx)).map((indicator) => [indicator.code, indicator]));
  const units = new Set((await unitVersions(ctx)).map(({ code }) => code));
  const today = localDateOf(ctx.now);
  return {
    hasIndicator: (code) => indicators.has(code),
    isRetired: (code) => (indicators.get(code)?.retiredOn ?? '9999') <= today,
    hasUnit: (code) => units.has(code),
    findDocument: await registerFinder(ctx),
  };
}

/**
 * Publishes a draft: from then on reports can be begun with it, and it never changes. The version that was published before
 * is retired; reports that were begun with it keep it. Refuses while anything is wrong with it.
 */
export async function publishTemplate(
  ctx: Context,
  input: { readonly versionId: number; readonly revision: number },
): Promise<number> {
  await authorise(ctx, 'report-template.change');
  const { templateId } = await draftById(ctx, input.versionId);
  return changeTemplate(ctx, templateId, async (tx) => {
    const draft = await draftById(tx, input.versionId);
    refuseStale(draft, input.revision);
    const problems = await templateProblems(tx, draft);
    if (problems.length > 0) refuse('invalid', refusalOf(problems));
    const before = (await readVersions(tx.db, templateId)).find(({ state }) => state === 'published');
    if (before) await updateVersionState(tx.db, before.id, { state: 'retired' });
    await updateVersionState(tx.db, draft.id, { state: 'published', publishedAt: tx.now });
    return {
      deeds: [
        ...(before ? [{ kind: 'retired', payload: { number: before.number } }] : []),
        { kind: 'published', payload: { number: draft.number } },
      ],
      result: templateId,
    };
  });
}

function refusalOf(problems: readonly TemplateProblem[]): string {
  const [first] = problems;
  const where = first?.heading ? `mục “${first.heading}”: ` : '';
  return `Chưa ban hành được, còn ${problems.length} điều phải sửa. Trước hết, ${where}${first?.message ?? ''}`;
}
