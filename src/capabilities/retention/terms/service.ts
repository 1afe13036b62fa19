import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { isInForce } from '../rules.ts';
import type { RetentionRule, RuleInput } from '../schema.ts';
import { scopeWords, yearsWords } from '../words.ts';
import { insertRule, lockRule, readRules, updateRule } from './store.ts';

/** Every rule, also those of other times. Who may see records sees by which rule they are over. */
export async function rulesOf(ctx: Context): Promise<readonly RetentionRule[]> {
  return readRules(ctx.db);
}

/** Rules in force for dossiers in words, the narrowest first: what they are for, and how long. For the public. */
export async function retentionPeriods(
  ctx: Context,
  titles: ReadonlyMap<number, string>,
): Promise<readonly (readonly [string, string])[]> {
  const today = localDateOf(ctx.now);
  const rules = (await readRules(ctx.db)).filter((rule) => rule.kind === 'dossier' && isInForce(rule, today));
  const breadth = ({ procedureId, domain }: RetentionRule): number => {
    if (procedureId !== null) return 0;
    return domain === null ? 2 : 1;
  };
  return rules
    .toSorted((one, other) => breadth(one) - breadth(other))
    .map((rule) => [
      scopeWords(rule, titles),
      rule.certainty === 'sure' ? yearsWords(rule) : `${yearsWords(rule)} (đang đối chiếu quy định)`,
    ]);
}

/** One rule for its form. */
export async function ruleById(ctx: Context, id: number): Promise<RetentionRule> {
  await authorise(ctx, 'retention.rules');
  const rule = (await readRules(ctx.db)).find((one) => one.id === id);
  return rule ?? refuse('missing', 'Không có quy tắc này. Hãy quay lại danh sách.');
}

/**
 * Writes a new rule or corrects one; what it said before stays in the history. Two rules for the same records never hold on
 * one day: the earlier is ended first.
 */
export async function saveRule(ctx: Context, input: RuleInput): Promise<number> {
  requireActor(ctx);
  await authorise(ctx, 'retention.rules');
  const { procedureId, domain, validFrom, validTo } = input;
  if (procedureId !== null && domain !== null) {
    const sentence = 'Chọn một thủ tục hoặc một lĩnh vực, không chọn cả hai.';
    refuse('invalid', sentence, { domain: sentence });
  }
  if (validTo !== null && validTo <= validFrom) {
    const sentence = 'Ngày hết hiệu lực phải sau ngày có hiệu lực.';
    refuse('invalid', sentence, { validTo: sentence });
  }
  return inTransaction(ctx, async (tx) =>
    input.id === null ? addRule(tx, input) : changeRule(tx, input, input.id),
  );
}

/** The same for rules that come with the starter data; the caller is the system. */
export async function addRule(tx: TransactionContext, { id: _none, ...rule }: RuleInput): Promise<number> {
  const id = await once(async () => insertRule(tx.db, { ...rule, sequence: 1 }));
  await record(tx, { name: 'retention-rule', id, after: 0 }, [{ kind: 'added', payload: { ...rule } }]);
  return id;
}

async function changeRule(
  tx: TransactionContext,
  { id: _id, ...rule }: RuleInput,
  id: number,
): Promise<number> {
  const before = await lockRule(tx.db, id);
  if (before === null) refuse('missing', 'Không có quy tắc này. Hãy quay lại danh sách.');
  if (before.sequence !== rule.sequence) {
    refuse('conflict', 'Người khác vừa sửa quy tắc này. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.');
  }
  const sequence = await record(tx, { name: 'retention-rule', id, after: before.sequence }, [
    { kind: 'changed', payload: { ...rule } },
  ]);
  await once(async () => updateRule(tx.db, id, { ...rule, sequence }));
  return id;
}

async function once<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const sentence = 'Đã có quy tắc cho cùng loại hồ sơ trong thời gian này. Hãy kết thúc quy tắc cũ trước.';
    return refuse('conflict', sentence, { validFrom: sentence });
  }
}
