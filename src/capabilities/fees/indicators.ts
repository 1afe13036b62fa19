import type { PeriodKind } from '#kernel/period/period.ts';
import { formatDate, formatMoney } from '#kernel/vietnamese/format.ts';
import { unitsWith } from '#foundation/access/authorise.ts';
import type { ComputedValue, IndicatorDeclaration } from '#foundation/figures/schema.ts';
import {
  type CollectionCounts,
  readCollectionRecords,
  readCollections,
  readReadablePayments,
} from './figures/store.ts';
import { feePaths } from './schema.ts';

const PERIODS: readonly PeriodKind[] = ['month', 'quarter', 'half-year', 'year', 'range'];

type Words = Pick<
  IndicatorDeclaration,
  'code' | 'name' | 'definition' | 'unitOfMeasure' | 'kind' | 'relations'
>;

function ofCollections(
  words: Words,
  {
    online,
    value,
  }: { readonly online: boolean; readonly value: (counts: CollectionCounts) => ComputedValue },
): IndicatorDeclaration {
  return {
    ...words,
    area: 'finance',
    periods: PERIODS,
    method: 'Theo ngày thu trên biên lai còn hiệu lực, tính cho nơi thu; biên lai đã hủy không tính.',
    compute: async (ctx, question) => value(await readCollections(ctx.db, question)),
    records: async (ctx, question, window) => {
      const { total, collections } = await readCollectionRecords(ctx.db, question, { online, window });
      return {
        total,
        records: collections.map(({ id, paymentId, number, title, amount, collectedAt }) => ({
          id: String(id),
          name: number,
          detail: `${title} · ${formatMoney(amount)} · thu ${formatDate(collectedAt)}`,
          href: feePaths.payment(paymentId),
        })),
      };
    },
    mayOpen: async (ctx, records) => {
      const ids = records.map(({ id }) => Number(id));
      const readable = await readReadablePayments(ctx.db, ids, await unitsWith(ctx, 'fee.read'));
      return new Set(readable.map(String));
    },
  };
}

/** What is counted of fees and charges. */
export const feeIndicators: readonly IndicatorDeclaration[] = [
  ofCollections(
    {
      code: 'PHI-SOLAN',
      name: 'Số lần thu phí, lệ phí',
      definition: 'Biên lai phí, lệ phí đã lập trong kỳ và còn hiệu lực.',
      unitOfMeasure: 'lần',
      kind: 'count',
    },
    { online: false, value: ({ count }) => ({ value: count }) },
  ),
  ofCollections(
    {
      code: 'PHI-TRUCTUYEN',
      name: 'Số lần thanh toán trực tuyến',
      definition: 'Phí, lệ phí người nộp đã thanh toán trực tuyến trong kỳ qua cổng thanh toán.',
      unitOfMeasure: 'lần',
      kind: 'count',
      relations: [{ kind: 'at-most', of: 'PHI-SOLAN' }],
    },
    { online: true, value: ({ online }) => ({ value: online }) },
  ),
  ofCollections(
    {
      code: 'PHI-TYLE-TRUCTUYEN',
      name: 'Tỷ lệ thanh toán trực tuyến',
      definition: 'Số lần thanh toán trực tuyến trên tổng số lần thu phí, lệ phí trong kỳ.',
      unitOfMeasure: '%',
      kind: 'ratio',
      relations: [{ kind: 'ratio', numerator: 'PHI-TRUCTUYEN', denominator: 'PHI-SOLAN' }],
    },
    {
      online: true,
      value: ({ online, count }) => ({
        value: count === 0 ? null : online / count,
        numerator: online,
        denominator: count,
      }),
    },
  ),
  ofCollections(
    {
      code: 'PHI-THU',
      name: 'Số tiền phí, lệ phí đã thu',
      definition: 'Tổng số tiền trên các biên lai đã lập trong kỳ và còn hiệu lực.',
      unitOfMeasure: 'đồng',
      kind: 'sum',
    },
    { online: false, value: ({ amount }) => ({ value: amount }) },
  ),
];
