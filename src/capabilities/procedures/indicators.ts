import { codesOf } from '#kernel/labels.ts';
import type { PeriodKind } from '#kernel/period/period.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { Context } from '#foundation/context.ts';
import type { FigureBreakdown, FigureQuestion, IndicatorDeclaration } from '#foundation/figures/schema.ts';
import { holdsOn } from '#foundation/organisation/rules.ts';
import { LEVEL_LABELS } from './labels.ts';
import { type Channel, procedurePaths, type PublishedVersion } from './schema.ts';
import { allOfferings, publishedOn } from './service.ts';

const PERIODS: readonly PeriodKind[] = ['instant', 'month', 'quarter', 'half-year', 'year', 'range'];

const LEVELS: FigureBreakdown = {
  key: 'level',
  label: 'Cấp thực hiện',
  values: async () => codesOf(LEVEL_LABELS).map((value) => ({ value, label: LEVEL_LABELS[value] })),
};

/** Procedures that a one-stop of the units receives on the last day of the period, through one of some channels. */
async function offered(
  ctx: Context,
  { unitIds, period, filter }: FigureQuestion,
  channels: readonly Channel[] | null,
): Promise<readonly PublishedVersion[]> {
  const units = new Set(unitIds);
  const open = (await allOfferings(ctx)).filter(
    (offering) =>
      units.has(offering.unitId) &&
      holdsOn(offering, period.to) &&
      (channels === null || offering.channels.some((channel) => channels.includes(channel))),
  );
  const procedures = new Set(open.map(({ procedureId }) => procedureId));
  const { level } = filter;
  return (await publishedOn(ctx, period.to)).filter(
    ({ procedureId, content }) =>
      procedures.has(procedureId) && (level === undefined || content.level === level),
  );
}

type Words = Pick<IndicatorDeclaration, 'code' | 'name' | 'definition' | 'relations'>;

const FRAME = {
  area: 'procedures',
  periods: PERIODS,
  method:
    'Đếm thủ tục đang có hiệu lực vào ngày cuối kỳ mà đơn vị tiếp nhận; mỗi thủ tục một lần dù nhiều nơi nhận.',
  breakdowns: [LEVELS],
} as const;

function ofOffered(channels: readonly Channel[] | null, words: Words): IndicatorDeclaration {
  return {
    ...FRAME,
    ...words,
    unitOfMeasure: 'thủ tục',
    kind: 'count',
    compute: async (ctx, question) => ({ value: (await offered(ctx, question, channels)).length }),
    records: recordsOf(channels),
  };
}

function recordsOf(channels: readonly Channel[] | null): IndicatorDeclaration['records'] {
  return async (ctx, question, { offset, limit }) => {
    const versions = await offered(ctx, question, channels);
    return {
      total: versions.length,
      records: versions.slice(offset, offset + limit).map(({ procedureId, slug, content, validFrom }) => ({
        id: String(procedureId),
        name: content.shortName,
        detail: `${content.domain} · có hiệu lực từ ${formatDate(validFrom)}`,
        href: procedurePaths.one(slug),
      })),
    };
  };
}

/** What is counted of the catalogue of procedures. */
export const procedureIndicators: readonly IndicatorDeclaration[] = [
  ofOffered(null, {
    code: 'TT-CONGKHAI',
    name: 'Thủ tục hành chính công khai, tiếp nhận tại Bộ phận Một cửa',
    definition: 'Thủ tục đã công bố, được niêm yết công khai và tiếp nhận tại Bộ phận Một cửa của đơn vị.',
  }),
  ofOffered(['online-partial'], {
    code: 'TT-MOTPHAN',
    name: 'Thủ tục cung cấp trực tuyến một phần (mức độ 3)',
    definition: 'Thủ tục có nơi tiếp nhận trực tuyến một phần, mức độ 3 theo cách tính trước năm 2022.',
    relations: [{ kind: 'at-most', of: 'TT-CONGKHAI' }],
  }),
  ofOffered(['online-full'], {
    code: 'TT-TOANTRINH',
    name: 'Thủ tục cung cấp trực tuyến toàn trình (mức độ 4)',
    definition: 'Thủ tục có nơi tiếp nhận trực tuyến toàn trình, mức độ 4 theo cách tính trước năm 2022.',
    relations: [{ kind: 'at-most', of: 'TT-CONGKHAI' }],
  }),
  ofOffered(['online-partial', 'online-full'], {
    code: 'TT-TRUCTUYEN',
    name: 'Thủ tục cung cấp trực tuyến',
    definition: 'Thủ tục có nơi tiếp nhận trực tuyến, một phần hoặc toàn trình.',
    relations: [{ kind: 'at-most', of: 'TT-CONGKHAI' }],
  }),
  ofOffered(['postal'], {
    code: 'TT-BUUCHINH',
    name: 'Thủ tục tiếp nhận qua bưu chính công ích',
    definition:
      'Thủ tục có nơi tiếp nhận hồ sơ qua dịch vụ bưu chính công ích (Quyết định số 45/2016/QĐ-TTg).',
    relations: [{ kind: 'at-most', of: 'TT-CONGKHAI' }],
  }),
  {
    ...FRAME,
    code: 'TT-TYLE-TRUCTUYEN',
    name: 'Tỷ lệ thủ tục cung cấp trực tuyến',
    definition: 'Thủ tục cung cấp trực tuyến trên tổng số thủ tục tiếp nhận tại Bộ phận Một cửa.',
    unitOfMeasure: '%',
    kind: 'ratio',
    relations: [{ kind: 'ratio', numerator: 'TT-TRUCTUYEN', denominator: 'TT-CONGKHAI' }],
    compute: async (ctx, question) => {
      const numerator = (await offered(ctx, question, ['online-partial', 'online-full'])).length;
      const denominator = (await offered(ctx, question, null)).length;
      return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
    },
    records: recordsOf(['online-partial', 'online-full']),
  },
];
