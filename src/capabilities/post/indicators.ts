import { formatDate } from '#kernel/vietnamese/format.ts';
import { unitsWith } from '#foundation/access/authorise.ts';
import type { IndicatorDeclaration } from '#foundation/figures/schema.ts';
import { countDelivered, readDelivered, readReadableOrders } from './figures/store.ts';
import { type Direction, postPaths } from './schema.ts';

function ofDelivered(
  direction: Direction,
  words: Pick<IndicatorDeclaration, 'code' | 'name' | 'definition'>,
): IndicatorDeclaration {
  return {
    ...words,
    unitOfMeasure: 'bưu gửi',
    area: 'modernisation',
    kind: 'count',
    periods: ['month', 'quarter', 'half-year', 'year', 'range'],
    method: 'Theo ngày bưu chính báo phát thành công, tính cho đơn vị gửi hoặc nhận.',
    compute: async (ctx, question) => ({ value: await countDelivered(ctx.db, question, direction) }),
    records: async (ctx, question, window) => ({
      total: await countDelivered(ctx.db, question, direction),
      records: (await readDelivered(ctx.db, question, { direction, window })).map(
        ({ id, number, title, deliveredAt }) => ({
          id: String(id),
          name: number,
          detail: `${title} · phát ${formatDate(deliveredAt)}`,
          href: postPaths.one(id),
        }),
      ),
    }),
    mayOpen: async (ctx, records) => {
      const ids = records.map(({ id }) => Number(id));
      const readable = await readReadableOrders(ctx.db, ids, await unitsWith(ctx, 'dossier.read'));
      return new Set(readable.map(String));
    },
  };
}

/** What is counted of the public post (Decision 45/2016/QĐ-TTg). */
export const postIndicators: readonly IndicatorDeclaration[] = [
  ofDelivered('to-applicant', {
    code: 'BUU-TRA',
    name: 'Bưu gửi trả kết quả đã phát',
    definition: 'Bưu gửi có kết quả giải quyết đã phát đến người nộp hồ sơ trong kỳ.',
  }),
  ofDelivered('from-applicant', {
    code: 'BUU-NHAN',
    name: 'Bưu gửi hồ sơ đã nhận',
    definition: 'Bưu gửi có hồ sơ, giấy tờ của người nộp đã phát đến Bộ phận Một cửa trong kỳ.',
  }),
];
