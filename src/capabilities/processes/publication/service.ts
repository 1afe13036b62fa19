import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import type { Problem } from '#kernel/process/validation/problem.ts';
import { isPublishable, validate } from '#kernel/process/validation/validate.ts';
import { refuse } from '#kernel/refusal.ts';
import type { ProcedureVersion } from '#capabilities/procedures/schema.ts';
import { procedureVersionOn } from '#capabilities/procedures/service.ts';
import { changeProcess, draftById, refuseStale } from '../change.ts';
import type { ProcessVersion } from '../schema.ts';
import { keepDefinition } from '../service.ts';
import { readPublishedProcesses, updateProcessEnd, updateProcessPublished } from '../versions/store.ts';
import { type Approval, ownProblems, type Placement, placeProcess } from './rules.ts';
import { surroundingsOf } from './surroundings.ts';

/** Everything said about a draft before it is published on a day, and what publishing it would do. */
export type ProcessCheck = {
  readonly problems: readonly Problem[];
  readonly placement: Placement;
  readonly isFine: boolean;
};

/** Checks a draft against the law, the organisation of that day and the procedure as it holds then; changes nothing. */
export async function checkProcess(
  ctx: Context,
  draft: Pick<ProcessVersion, 'procedureId' | 'definition'>,
  approval: Approval,
): Promise<ProcessCheck> {
  const procedure = await procedureVersionOn(ctx, draft.procedureId, approval.from);
  const published = await publishedOf(ctx, draft.procedureId);
  const placement = placeProcess(approval, published, localDateOf(ctx.now));
  if (procedure === null) {
    const sentence = 'Vào ngày này thủ tục không có hiệu lực. Hãy chọn ngày thủ tục đang có hiệu lực.';
    return { problems: [], placement: { ...placement, problems: [sentence] }, isFine: false };
  }
  const problems = await problemsOn(ctx, { procedure, definition: draft.definition }, approval.from);
  return { problems, placement, isFine: isPublishable(problems) && placement.problems.length === 0 };
}

/** What is said about a definition for a procedure on a day, errors first. */
export async function problemsOn(
  ctx: Context,
  about: { readonly procedure: ProcedureVersion } & Pick<ProcessVersion, 'definition'>,
  day: LocalDate,
): Promise<readonly Problem[]> {
  const { procedure, definition } = about;
  const surroundings = await surroundingsOf(ctx, procedure, day);
  const found = validate(definition, surroundings);
  const nowhere: readonly Problem[] =
    surroundings.units.length > 0
      ? []
      : [
          {
            severity: 'warning',
            element: null,
            message: 'Chưa nơi nào tiếp nhận thủ tục này vào ngày đó nên chưa xét được ai làm từng bước.',
          },
        ];
  return [...found, ...ownProblems(definition), ...nowhere].toSorted(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
}

async function publishedOf(ctx: Context, procedureId: number) {
  return (await readPublishedProcesses(ctx.db)).filter((version) => version.procedureId === procedureId);
}

export type PublishInput = Approval & { readonly versionId: number; readonly revision: number };

/**
 * Puts a draft in force from a day, by a decision. The version before it ends the day before; dossiers that run stay on
 * theirs. Refuses with every reason at once.
 */
export async function publishProcess(
  ctx: Context,
  input: PublishInput,
): Promise<{ readonly number: number; readonly validFrom: LocalDate }> {
  await authorise(ctx, 'procedure.publish');
  const { procedureId } = await draftById(ctx, input.versionId);
  return changeProcess(ctx, procedureId, async (tx) => {
    const draft = await draftById(tx, input.versionId);
    refuseStale(draft, input.revision);
    const { problems, placement, isFine } = await checkProcess(tx, draft, input);
    if (!isFine) refuseAll([...placement.problems, ...errorsIn(problems)]);
    const deeds = [
      ...(await closeReplaced(tx, placement, input.from)),
      await publish(tx, draft, input, placement),
    ];
    return { deeds, visible: true, result: { number: draft.number, validFrom: input.from } };
  });
}

function errorsIn(problems: readonly Problem[]): readonly string[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

function refuseAll(sentences: readonly string[]): never {
  return refuse('invalid', `Chưa công bố được: ${sentences.join(' ')}`);
}

async function closeReplaced(
  tx: Context,
  { replaces }: Placement,
  from: LocalDate,
): Promise<readonly Deed[]> {
  if (!replaces) return [];
  await updateProcessEnd(tx.db, replaces.id, from);
  return [{ kind: 'closed', payload: { number: replaces.number, validTo: from } }];
}

async function publish(
  tx: Context,
  draft: ProcessVersion,
  ...[approval, { validTo }]: readonly [Approval, Placement]
): Promise<Deed> {
  const { from, decision, decisionDate } = approval;
  const definitionId = await keepDefinition(tx, draft.definition);
  const facts = { definitionId, validFrom: from, validTo, decision, decisionDate };
  await updateProcessPublished(tx.db, { id: draft.id, ...facts, publishedAt: tx.now });
  return { kind: 'published', payload: { number: draft.number, ...facts } };
}
