import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { FormSet } from '../form-sets.ts';
import type { FormSetInput, NewFormSetInput, StoredFormSet } from './schema.ts';
import { insertFormSet, lockFormSet, readFormSets, updateFormSet } from './store.ts';

/** Every set, oldest first: which forms are used is no secret in the house. */
export async function formSetList(ctx: Context): Promise<readonly StoredFormSet[]> {
  await authorise(ctx, 'form-set.read');
  return readFormSets(ctx.db);
}

/** One set, for its form. */
export async function formSetById(ctx: Context, id: number): Promise<StoredFormSet> {
  return (await formSetList(ctx)).find((set) => set.id === id) ?? refuseMissing();
}

/** A new set that holds from its day on; the one before it ends the day before. Returns its number. */
export async function addFormSet(ctx: Context, input: NewFormSetInput): Promise<number> {
  await authorise(ctx, 'form-set.change');
  const sets = await readFormSets(ctx.db);
  const model = sets.find(({ id }) => id === input.from) ?? refuseMissing();
  const { legalBasis, validFrom } = input;
  const set = { code: `tu-${validFrom}`, legalBasis, validFrom, layouts: withTemplates(model, input) };
  return inTransaction(ctx, async (tx) => {
    const id = await once(async () => insertFormSet(tx.db, set));
    await record(tx, { name: 'form-set', id, after: 0 }, [{ kind: 'added', payload: set }]);
    return id;
  });
}

/** Changes what a set says, or the day from which it holds. */
export async function changeFormSet(ctx: Context, input: FormSetInput): Promise<void> {
  await authorise(ctx, 'form-set.change');
  await inTransaction(ctx, async (tx) => {
    const before = (await lockFormSet(tx.db, input.id)) ?? refuseMissing();
    if (before.sequence !== input.sequence) {
      refuse('conflict', 'Người khác vừa sửa bộ mẫu này. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.');
    }
    const { legalBasis, validFrom } = input;
    const set = { legalBasis, validFrom, layouts: withTemplates(before, input) };
    const deed = { kind: 'changed', payload: { code: before.code, ...set } };
    const sequence = await record(tx, { name: 'form-set', id: input.id, after: before.sequence }, [deed]);
    await once(async () => updateFormSet(tx.db, input.id, { ...set, sequence }));
  });
}

/** Words come from the form, print templates from the set it began as. */
function withTemplates(model: FormSet, { layouts }: Pick<FormSetInput, 'layouts'>): FormSet['layouts'] {
  const kinds = Object.entries(layouts).map(([kind, layout]) => [
    kind,
    { ...layout, template: model.layouts[kind as keyof typeof layouts].template }, // Its keys are the schema's.
  ]);
  return Object.fromEntries(kinds) as FormSet['layouts']; // As many kinds as the schema has.
}

function refuseMissing(): never {
  return refuse('missing', 'Không có bộ mẫu này. Hãy quay lại danh sách.');
}

async function once<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const sentence = 'Đã có bộ mẫu áp dụng từ ngày này. Hãy chọn ngày khác hoặc sửa bộ mẫu đó.';
    return refuse('conflict', sentence, { validFrom: sentence });
  }
}
