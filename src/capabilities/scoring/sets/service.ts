import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { ScoringSet } from '../schema.ts';
import type { ScoringSetInput, StoredScoringSet } from './schema.ts';
import { insertScoringSet, lockScoringSet, readScoringSets, updateScoringSet } from './store.ts';

/** Every set, oldest first: by what is scored is no secret in the house. */
export async function scoringSetList(ctx: Context): Promise<readonly StoredScoringSet[]> {
  await authorise(ctx, 'scoring-set.read');
  return readScoringSets(ctx.db);
}

/** The set in force on a day; a day before the first gets the first. */
export async function scoringSetOn(ctx: Context, day: LocalDate): Promise<StoredScoringSet> {
  const sets = await readScoringSets(ctx.db);
  const set = sets.findLast(({ validFrom }) => validFrom <= day) ?? sets[0];
  if (!set) throw new Error('No scoring set');
  return set;
}

export async function scoringSetById(ctx: Context, id: number): Promise<StoredScoringSet> {
  return (await readScoringSets(ctx.db)).find((set) => set.id === id) ?? refuseMissing();
}

/** A new set that holds from its day on, or a change of one. Scores that are frozen keep their points. */
export async function saveScoringSet(ctx: Context, input: ScoringSetInput): Promise<void> {
  await authorise(ctx, 'scoring-set.change');
  const model = await scoringSetById(ctx, input.from);
  const { legalBasis, validFrom, bands } = input;
  const set = { legalBasis, validFrom, bands, criteria: withMeasures(model, input) };
  await inTransaction(ctx, async (tx) => (input.id === null ? add(tx, set) : change(tx, set, input)));
}

/** What a form says of criteria are words; how they are read stays as in the set they came from. */
function withMeasures(model: ScoringSet, { criteria }: ScoringSetInput): ScoringSet['criteria'] {
  return model.criteria.map((kept, index) => {
    const { name, levels } = criteria[index] ?? kept;
    return { ...kept, name, levels };
  });
}

async function add(tx: TransactionContext, set: ScoringSet): Promise<void> {
  const id = await once(async () => insertScoringSet(tx.db, set));
  await record(tx, { name: 'scoring-set', id, after: 0 }, [{ kind: 'added', payload: { ...set } }]);
}

async function change(tx: TransactionContext, set: ScoringSet, input: ScoringSetInput): Promise<void> {
  const before = (await lockScoringSet(tx.db, input.id ?? 0)) ?? refuseMissing();
  if (before.sequence !== input.sequence) {
    refuse('conflict', 'Người khác vừa sửa bộ tiêu chí này. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.');
  }
  const sequence = await record(tx, { name: 'scoring-set', id: before.id, after: before.sequence }, [
    { kind: 'changed', payload: { ...set } },
  ]);
  await once(async () => updateScoringSet(tx.db, before.id, { ...set, sequence }));
}

function refuseMissing(): never {
  return refuse('missing', 'Không có bộ tiêu chí này. Hãy quay lại danh sách.');
}

async function once<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const sentence = 'Đã có bộ tiêu chí áp dụng từ ngày này. Hãy chọn ngày khác hoặc sửa bộ tiêu chí đó.';
    return refuse('conflict', sentence, { validFrom: sentence });
  }
}
