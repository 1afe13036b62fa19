import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { ChangedReason, NewReason, Reason, ReasonAct } from './schema.ts';
import { insertReason, lockReason, readReasons, readReasonsOn, updateReason } from './store.ts';

/** Reasons offered for an act today. */
export async function reasonsFor(ctx: Context, act: ReasonAct): Promise<readonly Reason[]> {
  return readReasonsOn(ctx.db, act, localDateOf(ctx.now));
}

/** What was chosen, or a refusal at the field. */
export async function chosenReason(
  ctx: Context,
  act: ReasonAct,
  { code, field }: { readonly code: string; readonly field: string },
): Promise<Reason> {
  const reasons = await reasonsFor(ctx, act);
  const sentence = 'Hãy chọn lý do trong danh sách.';
  return reasons.find((reason) => reason.code === code) ?? refuse('invalid', sentence, { [field]: sentence });
}

/** A reason with what was added to it in words. */
export function reasonWords({ name }: Pick<Reason, 'name'>, added: string): string {
  return added === '' ? name : `${name}: ${added}`;
}

/** Every reason that was ever offered. */
export async function reasonList(ctx: Context): Promise<readonly Reason[]> {
  await authorise(ctx, 'clock-rules.read');
  return readReasons(ctx.db);
}

export async function reasonById(ctx: Context, id: number): Promise<Reason> {
  return (await reasonList(ctx)).find((reason) => reason.id === id) ?? refuseMissing();
}

export async function addReason(ctx: Context, input: NewReason): Promise<void> {
  await authorise(ctx, 'clock-rules.change');
  requireOrder(input);
  await inTransaction(ctx, async (tx) => {
    const codes = new Set((await readReasons(tx.db)).map(({ code }) => code));
    let place = codes.size + 1;
    while (codes.has(`own-${place}`)) place += 1;
    const reason = { ...input, code: `own-${place}` };
    const id = await insertReason(tx.db, reason);
    await record(tx, { name: 'act-reason', id, after: 0 }, [{ kind: 'added', payload: reason }]);
  });
}

/** Changes the words of a reason or the time in which it is offered; what was decided before keeps its words. */
export async function changeReason(ctx: Context, input: ChangedReason): Promise<void> {
  await authorise(ctx, 'clock-rules.change');
  requireOrder(input);
  await inTransaction(ctx, async (tx) => {
    const before = (await lockReason(tx.db, input.id)) ?? refuseMissing();
    if (before.sequence !== input.sequence) {
      refuse('conflict', 'Người khác vừa sửa lý do này. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.');
    }
    const { name, legalBasis, validFrom, validTo } = input;
    const { act, code } = before;
    const change = { name, legalBasis, validFrom, validTo };
    const stream = { name: 'act-reason', id: input.id, after: before.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'changed', payload: { act, code, ...change } }]);
    await updateReason(tx.db, input.id, { ...change, sequence });
  });
}

function requireOrder({ validFrom, validTo }: Pick<NewReason, 'validFrom' | 'validTo'>): void {
  if (validTo === null || validTo > validFrom) return;
  const sentence = 'Ngày thôi dùng phải sau ngày bắt đầu.';
  refuse('invalid', sentence, { validTo: sentence });
}

function refuseMissing(): never {
  return refuse('missing', 'Không có lý do này. Hãy quay lại danh sách.');
}
