/** Corrections, revocations and cancellations of results: one person proposes with the written decision, another answers. */
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { type CorrectedFields, correctedFields, type Result } from '../schema.ts';
import { lockResult, updateResult } from '../store.ts';
import { checkAnswer, checkProposal, differences } from './rules.ts';
import type { AnswerInput, ChangeInput, ResultChange } from './schema.ts';
import { insertChange, readChanges, updateChange } from './store.ts';

/** Proposes a change; `wanted` are all fields as a correction wants them. One proposal at a time. */
export async function proposeChange(
  ctx: Context,
  id: number,
  input: ChangeInput & { readonly wanted: CorrectedFields | null },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const before = await locked(tx, id);
    const { officerId } = await authorise(tx, 'result.propose', before.unitId);
    const { wanted, ...rest } = input;
    const changes = input.kind === 'correction' && wanted !== null ? differences(before, wanted) : {};
    checkProposal(before, { ...rest, changes }, localDateOf(tx.now));
    if ((await readChanges(tx.db, id)).some(({ outcome }) => outcome === null)) {
      refuse('conflict', 'Kết quả này đang có một đề nghị chờ quyết định. Hãy đợi trả lời rồi làm tiếp.');
    }
    const proposed = { resultId: id, changes, proposedBy: officerId, proposedAt: tx.now };
    const changeId = await insertChange(tx.db, { ...rest, ...proposed });
    const { kind, decisionNumber, decidedOn } = rest;
    const payload = { changeId, kind, decisionNumber, decidedOn };
    const stream = { name: 'result', id, after: before.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'change-proposed', payload }]);
    await updateResult(tx.db, before, { sequence });
  });
}

/** Answers the open proposal; a yes puts it in force at once. */
export async function answerChange(
  ctx: Context,
  id: number,
  { outcome, answer }: AnswerInput,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const before = await locked(tx, id);
    const { officerId } = await authorise(tx, 'result.decide', before.unitId);
    const open = (await readChanges(tx.db, id)).find((change) => change.outcome === null);
    if (!open) refuse('conflict', 'Kết quả này không còn đề nghị nào chờ quyết định.');
    checkAnswer(open, officerId);
    await updateChange(tx.db, open.id, { outcome, answeredBy: officerId, answeredAt: tx.now, answer });
    const effect = outcome === 'approved' ? effectOf(before, open) : {};
    const { title: _title, documentNumber: _number, holder: _holder, ...proven } = effect;
    const payload = { changeId: open.id, outcome, effect: proven };
    const stream = { name: 'result', id, after: before.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'change-answered', payload }]);
    await updateResult(tx.db, before, { ...effect, sequence });
  });
}

/** Everything proposed and decided about a result, latest first. The caller has let whoever asks see it. */
export async function changesOf(ctx: Context, id: number): Promise<readonly ResultChange[]> {
  return readChanges(ctx.db, id);
}

type Effect = Partial<CorrectedFields> & {
  readonly standing?: 'revoked' | 'cancelled';
  readonly endedOn?: string;
};

function effectOf(before: Result, { kind, changes, decidedOn }: ResultChange): Effect {
  if (kind === 'revocation') return { standing: 'revoked', endedOn: decidedOn };
  if (kind === 'cancellation') return { standing: 'cancelled', endedOn: decidedOn };
  // As it was proposed, laid over what is there: it must still be a whole result.
  return differences(
    before,
    correctedFields.parse({ ...before, validTo: before.validTo ?? '', ...nullsAsText(changes) }),
  );
}

/** The fields come from forms, where no day is an empty text. */
function nullsAsText(changes: ResultChange['changes']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, value ?? '']));
}

async function locked(tx: Context, id: number): Promise<Result> {
  return (
    (await lockResult(tx.db, id)) ??
    refuse('missing', 'Không có kết quả này, hoặc kết quả không thuộc đơn vị của bạn.')
  );
}
