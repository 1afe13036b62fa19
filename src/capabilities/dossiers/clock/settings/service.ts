import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { ChangedClockRules, ClockRules, ClockRuleSet, NewClockRules } from './schema.ts';
import { insertRuleSet, lockRuleSet, readRulesOn, readRuleSets, updateRuleSet } from './store.ts';

/** The rules of today. */
export async function clockRulesNow(ctx: Context): Promise<ClockRules> {
  return (await readRulesOn(ctx.db, localDateOf(ctx.now))).rules;
}

/** Every set, oldest first: how the clock runs is no secret in the house. */
export async function clockRuleSets(ctx: Context): Promise<readonly ClockRuleSet[]> {
  await authorise(ctx, 'clock-rules.read');
  return readRuleSets(ctx.db);
}

export async function clockRuleSetById(ctx: Context, id: number): Promise<ClockRuleSet> {
  return (await clockRuleSets(ctx)).find((set) => set.id === id) ?? refuseMissing();
}

/** A set that holds from its day on; the one before it ends the day before. */
export async function addClockRules(ctx: Context, input: NewClockRules): Promise<void> {
  await authorise(ctx, 'clock-rules.change');
  await inTransaction(ctx, async (tx) => {
    const id = await once(async () => insertRuleSet(tx.db, input));
    await record(tx, { name: 'clock-rules', id, after: 0 }, [{ kind: 'added', payload: input }]);
  });
}

/** Changes what a set says, or the day from which it holds. */
export async function changeClockRules(ctx: Context, input: ChangedClockRules): Promise<void> {
  await authorise(ctx, 'clock-rules.change');
  await inTransaction(ctx, async (tx) => {
    const before = (await lockRuleSet(tx.db, input.id)) ?? refuseMissing();
    if (before.sequence !== input.sequence) {
      refuse('conflict', 'Người khác vừa sửa quy định này. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.');
    }
    const { legalBasis, validFrom, rules } = input;
    const payload = { legalBasis, validFrom, rules };
    const stream = { name: 'clock-rules', id: input.id, after: before.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'changed', payload }]);
    await once(async () => updateRuleSet(tx.db, input.id, { ...payload, sequence }));
  });
}

function refuseMissing(): never {
  return refuse('missing', 'Không có quy định này. Hãy quay lại danh sách.');
}

async function once<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const sentence = 'Đã có quy định áp dụng từ ngày này. Hãy chọn ngày khác hoặc sửa quy định đó.';
    return refuse('conflict', sentence, { validFrom: sentence });
  }
}
