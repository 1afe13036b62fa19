import { nounBefore, nounBehind } from '../figures/counted.ts';
import type { Figure, FiguredPassage } from '../figures/figure.ts';
import { amountWords } from '../figures/say.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

type Reading = Parameters<Rule['find']>[0];
type Said = { readonly figure: Figure; readonly isNamed: boolean };

export const SAID_DIFFERENTLY: Rule = {
  code: 'said-differently',
  name: 'Cùng một số liệu nêu hai nơi khác nhau',
  what: 'So các số nói về cùng một nội dung, cùng đơn vị tính và cùng thời gian ở các phần khác nhau của báo cáo.',
  why: 'Một báo cáo chỉ có một số cho một nội dung; hai số khác nhau làm người đọc không biết số nào đúng.',
  examples: [
    {
      wrong: 'Số hồ sơ trễ hạn năm 2023 là 42 hồ sơ. … Như đã nêu, số hồ sơ trễ hạn năm 2023 là 24 hồ sơ.',
      right: 'Số hồ sơ trễ hạn năm 2023 là 42 hồ sơ. … Như đã nêu, số hồ sơ trễ hạn năm 2023 là 42 hồ sơ.',
    },
  ],
  find: (reading) => {
    const ends = new Set(reading.changes.flatMap(({ from }) => [from]));
    const parts = new Set(reading.wholes.flatMap((whole) => whole.parts));
    const said = reading.figured.flatMap((figured) =>
      figured.figures.flatMap((figure) => {
        if (ends.has(figure) || parts.has(figure) || !isStatement(figured, figure)) return [];
        return keysOf(figured, figure, reading.frame).map(({ key, isNamed }) => ({ key, figure, isNamed }));
      }),
    );
    return [...Map.groupBy(said, ({ key }) => key).values()].flatMap((same) =>
      contradictionOf(reading, same),
    );
  },
};

const DURATIONS = new Set(['năm', 'tháng', 'ngày', 'giờ', 'phút', 'lần', '%', '']);

function isStatement({ passage }: FiguredPassage, figure: Figure): boolean {
  const { role, isExact, depth, outOf, unit } = figure;
  const isPlain = role === 'amount' && isExact && depth === 0 && outOf === null;
  return isPlain && passage.kind !== 'table-row' && !DURATIONS.has(unit);
}

/** Others than the one who reports: what they counted is not the same thing. */
const OTHERS =
  /(?:^| )(?:xa|phuong|thi tran|thon|truong|phong|dot|lan|moi|tung|trung binh|hang|ke hoach|giao|chi tieu)(?: |$)/;

function keysOf(
  figured: FiguredPassage,
  figure: Figure,
  { period }: Reading['frame'],
): readonly { readonly key: string; readonly isNamed: boolean }[] {
  const time = figure.period ?? period;
  const behind = nounBehind(figured, figure);
  const before = nounBefore(figured, figure);
  const isOwn = !OTHERS.test(figure.subject) && behind.split(' ').length > figure.unit.split(' ').length + 1;
  const nouns = [
    ...(before.split(' ').length > 1 ? [{ noun: before, isNamed: true }] : []),
    ...(isOwn && before === '' ? [{ noun: behind, isNamed: false }] : []),
  ];
  return nouns.map(({ noun, isNamed }) => ({
    key: `${noun}|${figure.unit}|${time?.from}|${time?.to}`,
    isNamed,
  }));
}

/** The last one that differs from the first. */
function contradictionOf(reading: Reading, same: readonly Said[]): readonly Finding[] {
  const [first, ...others] = same;
  const other = first && others.findLast(({ figure }) => figure.value !== first.figure.value);
  if (!first || !other) return [];
  return [
    findingAt(
      reading,
      {
        rule: SAID_DIFFERENTLY.code,
        severity: first.isNamed && other.isNamed ? 'warning' : 'hint',
        message: `Nơi này ghi ${amountWords(other.figure)}, nơi khác ghi ${amountWords(first.figure)} cho cùng một nội dung.`,
        suggestion: 'Thống nhất số liệu; nếu là hai nội dung hoặc hai thời điểm thì nói rõ.',
      },
      other.figure,
      first.figure,
    ),
  ];
}
