import { formatDate } from '#kernel/vietnamese/format.ts';
import { unitsWith } from '#foundation/access/authorise.ts';
import type { ComputedValue, IndicatorDeclaration } from '#foundation/figures/schema.ts';
import { type IssuedCounts, readIssued, readIssuedRecords, readReadableResults } from './figures/store.ts';
import { resultPaths } from './schema.ts';

type Words = Pick<
  IndicatorDeclaration,
  'code' | 'name' | 'definition' | 'unitOfMeasure' | 'kind' | 'relations'
>;

function ofIssued(
  words: Words,
  counted: { readonly electronic: boolean; readonly value: (counts: IssuedCounts) => ComputedValue },
): IndicatorDeclaration {
  const { electronic, value } = counted;
  return {
    ...words,
    area: 'modernisation',
    periods: ['month', 'quarter', 'half-year', 'year', 'range'],
    method: 'Theo ngày ký trong sổ kết quả, tính cho đơn vị cấp; kết quả đã hủy bỏ không tính.',
    compute: async (ctx, question) => value(await readIssued(ctx.db, question)),
    records: async (ctx, question, window) => {
      const counts = await readIssued(ctx.db, question);
      const results = await readIssuedRecords(ctx.db, question, { electronic, window });
      return {
        total: electronic ? counts.electronic : counts.all,
        records: results.map(({ id, title, documentNumber, issuedOn }) => ({
          id: String(id),
          name: documentNumber === '' ? title : documentNumber,
          detail: `${title} · ký ${formatDate(issuedOn)}`,
          href: resultPaths.one(id),
        })),
      };
    },
    mayOpen: async (ctx, records) => {
      const ids = records.map(({ id }) => Number(id));
      const readable = await readReadableResults(ctx.db, ids, await unitsWith(ctx, 'result.read'));
      return new Set(readable.map(String));
    },
  };
}

/** What is counted of results as records of their own (Decree 45/2020/NĐ-CP). */
export const resultIndicators: readonly IndicatorDeclaration[] = [
  ofIssued(
    {
      code: 'KQ-CAP',
      name: 'Kết quả giải quyết đã cấp',
      definition: 'Kết quả vào sổ kết quả trong kỳ, kể cả văn bản từ chối.',
      unitOfMeasure: 'kết quả',
      kind: 'count',
    },
    { electronic: false, value: ({ all }) => ({ value: all }) },
  ),
  ofIssued(
    {
      code: 'KQ-DIENTU',
      name: 'Kết quả có bản điện tử',
      definition: 'Kết quả vào sổ trong kỳ có tệp bản điện tử.',
      unitOfMeasure: 'kết quả',
      kind: 'count',
      relations: [{ kind: 'at-most', of: 'KQ-CAP' }],
    },
    { electronic: true, value: ({ electronic }) => ({ value: electronic }) },
  ),
  ofIssued(
    {
      code: 'KQ-TYLE-DIENTU',
      name: 'Tỷ lệ kết quả có bản điện tử',
      definition: 'Kết quả có bản điện tử trên tổng số kết quả đã cấp trong kỳ.',
      unitOfMeasure: '%',
      kind: 'ratio',
      relations: [{ kind: 'ratio', numerator: 'KQ-DIENTU', denominator: 'KQ-CAP' }],
    },
    {
      electronic: true,
      value: ({ electronic, all }) => ({
        value: all === 0 ? null : electronic / all,
        numerator: electronic,
        denominator: all,
      }),
    },
  ),
];
