/** Answers that decide which way a dossier goes, and their correction while it runs. */
import { refuse } from '#kernel/refusal.ts';
import type { FormField } from '#capabilities/procedures/schema.ts';
import { versionById } from '#capabilities/procedures/service.ts';
import type { Context } from '#foundation/context.ts';
import { act } from '../frame.ts';
import { requireOwnStep } from '../rules.ts';
import type { DossierState } from '../schema.ts';
import { isEnded } from '../state.ts';
import { askedFields, readAnswers } from './rules.ts';
import type { Answers, AnswersInput } from './schema.ts';
import { readAnswersOf, readVersionIdOf, writeAnswers } from './store.ts';

/** The fields that the process of a dossier asks about, by the form of its procedure version. */
export async function fieldsAskedOf(
  ctx: Context,
  { run }: Pick<DossierState, 'run'>,
  procedureVersionId: number,
): Promise<readonly FormField[]> {
  if (run === null) return [];
  return askedFields(run.definition, (await versionById(ctx, procedureVersionId)).content);
}

export async function answersOf(ctx: Context, dossierId: number): Promise<Answers> {
  return readAnswersOf(ctx.db, dossierId);
}

/** Whoever works on the dossier puts right what the form says; gateways behind this step decide by it. */
export async function changeAnswers(ctx: Context, input: AnswersInput): Promise<DossierState> {
  return act(ctx, input, async (tx, { id, state }, situation) => {
    if (isEnded(state)) refuse('conflict', 'Hồ sơ đã kết thúc nên không sửa thông tin được nữa.');
    requireOwnStep(state, situation, input.position);
    const fields = await fieldsAskedOf(tx, state, await readVersionIdOf(tx.db, id));
    const { answers, problems } = readAnswers(fields, input.answers);
    const [first] = Object.values(problems);
    if (first) refuse('invalid', first, problems);
    const before = await readAnswersOf(tx.db, id);
    const changed = fields.map(({ name }) => name).filter((name) => before[name] !== answers[name]);
    if (changed.length === 0) refuse('conflict', 'Không có thông tin nào thay đổi.');
    await writeAnswers(tx.db, id, answers);
    return [{ kind: 'answers-changed', payload: { fields: changed } }];
  });
}
