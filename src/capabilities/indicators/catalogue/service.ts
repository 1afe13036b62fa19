import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { DECLARED, declarationOf } from '../registry.ts';
import type { Described, Indicator, IndicatorInput } from '../schema.ts';
import {
  insertIndicator,
  lockIndicator,
  readIndicators,
  type StoredIndicator,
  updateIndicator,
} from '../store.ts';
import { catalogueOf, describedBy } from './rules.ts';

/** Every indicator, retired ones included: what its declaration and the people who edit it say. */
export async function catalogue(ctx: Context): Promise<readonly Indicator[]> {
  return catalogueOf(DECLARED, await readIndicators(ctx.db));
}

/** One indicator, or a refusal. */
export async function indicatorByCode(ctx: Context, code: string): Promise<Indicator> {
  return (await catalogue(ctx)).find((indicator) => indicator.code === code) ?? refuseMissing();
}

/** A new indicator, whose figures people enter. */
export async function addIndicator(ctx: Context, input: IndicatorInput): Promise<void> {
  await authorise(ctx, 'indicator.manage');
  await inTransaction(ctx, async (tx) => {
    refuseUnknown(await catalogue(tx), input);
    await keepIndicator(tx, input);
  });
}

/** The same without asking who may: for what an installation comes with. Relations may name what comes after it. */
export async function keepIndicator(tx: TransactionContext, input: IndicatorInput): Promise<void> {
  const { code, ...words } = input;
  const sentence = `Đã có chỉ tiêu mang mã ${code}. Hãy chọn mã khác.`;
  if (declarationOf(code)) refuse('conflict', sentence, { code: sentence });
  const id = await insertIndicator(tx.db, { ...words, code, computed: false });
  if (id === null) return refuse('conflict', sentence, { code: sentence });
  await record(tx, { name: 'indicator', id, after: 0 }, [
    { kind: 'added', payload: { code, computed: false, ...words } },
  ]);
}

export type IndicatorChange = Described & { readonly code: string; readonly sequence: number };

/** Says otherwise of an indicator. Of a computed one kind and periods stay as they are computed. */
export async function describeIndicator(ctx: Context, input: IndicatorChange): Promise<void> {
  await authorise(ctx, 'indicator.manage');
  await inTransaction(ctx, async (tx) => {
    const known = await catalogue(tx);
    const before = known.find(({ code }) => code === input.code) ?? refuseMissing();
    if (before.sequence !== input.sequence) refuseStale();
    refuseUnknown(known, input);
    const row = await indicatorRow(tx, input.code);
    const { code: _code, sequence: _sequence, ...said } = input;
    const words = before.declaration ? { ...said, kind: before.kind, periods: before.periods } : said;
    await changeRow(tx, row, { kind: 'described', words, retiredOn: row.retiredOn });
  });
}

/** Takes an indicator out of use from today, or back into it. Its figures stay. */
export async function retireIndicator(
  ctx: Context,
  input: { readonly code: string; readonly sequence: number; readonly retired: boolean },
): Promise<void> {
  await authorise(ctx, 'indicator.manage');
  await inTransaction(ctx, async (tx) => {
    const before = await indicatorByCode(tx, input.code);
    if (before.sequence !== input.sequence) refuseStale();
    const row = await indicatorRow(tx, input.code);
    const retiredOn = input.retired ? localDateOf(tx.now) : null;
    await changeRow(tx, row, { kind: input.retired ? 'retired' : 'resumed', words: wordsOf(row), retiredOn });
  });
}

/** The locked row of an indicator; a computed one gets its row when it is first needed. Refused when there is none. */
export async function indicatorRow(tx: TransactionContext, code: string): Promise<StoredIndicator> {
  const row = await lockIndicator(tx.db, code);
  if (row) return row;
  const declaration = declarationOf(code) ?? refuseMissing();
  const words = describedBy(declaration);
  const id = await insertIndicator(tx.db, { ...words, code, computed: true });
  if (id !== null) {
    const payload = { code, computed: true, ...words };
    await record(tx, { name: 'indicator', id, after: 0 }, [{ kind: 'added', payload }]);
  }
  return (await lockIndicator(tx.db, code)) ?? refuseMissing();
}

type RowChange = {
  readonly kind: 'described' | 'retired' | 'resumed';
  readonly words: Described;
  readonly retiredOn: string | null;
};

async function changeRow(tx: TransactionContext, row: StoredIndicator, change: RowChange): Promise<void> {
  const { kind, words, retiredOn } = change;
  const payload = kind === 'described' ? { ...words } : { retiredOn };
  const after = { name: 'indicator', id: row.id, after: row.sequence } as const;
  const sequence = await record(tx, after, [{ kind, payload }]);
  await updateIndicator(tx.db, row.id, { ...words, retiredOn, sequence });
}

function wordsOf(row: StoredIndicator): Described {
  const {
    id: _id,
    code: _code,
    computed: _computed,
    retiredOn: _retired,
    sequence: _sequence,
    ...words
  } = row;
  return words;
}

/** A relation names indicators that exist. */
function refuseUnknown(known: readonly Indicator[], input: Described & { readonly code: string }): void {
  const codes = new Set([...known.map(({ code }) => code), input.code]);
  const named = input.relations.flatMap((relation) => {
    if (relation.kind === 'ratio') return [relation.numerator, relation.denominator];
    if (relation.kind === 'parts') return [];
    return relation.of;
  });
  const unknown = named.filter((code) => !codes.has(code));
  if (unknown.length === 0) return;
  const sentence = `Chưa có chỉ tiêu mang mã ${unknown.join(', ')}. Hãy kiểm tra lại mã trong ràng buộc.`;
  refuse('invalid', sentence, { relations: sentence });
}

function refuseMissing(): never {
  return refuse('missing', 'Không có chỉ tiêu này. Hãy tìm trong danh mục chỉ tiêu.');
}

function refuseStale(): never {
  return refuse(
    'conflict',
    'Người khác vừa sửa chỉ tiêu này. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.',
  );
}
