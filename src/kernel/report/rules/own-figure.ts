import { formatNumber } from '#kernel/vietnamese/format.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { bareNoun, nounBefore, nounBehind } from '../figures/counted.ts';
import type { Figure } from '../figures/figure.ts';
import { amountWords } from '../figures/say.ts';
import type { Finding, KnownFigure } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const OWN_FIGURE: Rule = {
  code: 'own-figure',
  name: 'Khác số liệu trong hệ thống chỉ số',
  what: 'So số liệu trong báo cáo với chỉ số cùng tên, cùng đơn vị tính và cùng thời gian đang lưu trong hệ thống.',
  why: 'Hệ thống chỉ số giữ số đã có nguồn; khác nhau thì cần biết nguồn nào đúng trước khi gửi báo cáo.',
  examples: [
    {
      wrong: 'Số hồ sơ đã tiếp nhận năm 2023 là 1.520 hồ sơ (hệ thống: 1.250).',
      right: 'Số hồ sơ đã tiếp nhận năm 2023 là 1.250 hồ sơ.',
    },
  ],
  find: (reading, { figures }) => {
    if (figures.length === 0) return [];
    const known = Map.groupBy(figures, (figure) => keyOf(bareNoun(figure.name), figure.unit));
    return reading.figured.flatMap((figured): Finding[] =>
      figured.figures.flatMap((figure) => {
        if (figure.role === 'change' || !figure.isExact) return [];
        const time = figure.period ?? reading.frame.period;
        const nouns = [nounBefore(figured, figure), nounBehind(figured, figure)];
        const own = nouns
          .flatMap((noun) => known.get(keyOf(bareNoun(noun), figure.unit)) ?? [])
          .find(({ period }) => period.from === time?.from && period.to === time.to);
        return own === undefined || own.value === valueIn(own, figure)
          ? []
          : [findingOf(reading, figure, own)];
      }),
    );
  },
};

function keyOf(noun: string, unit: string): string {
  return `${noun}|${fold(unit)
    .replace(/^(?:nghin|trieu|ty) dong$/, 'dong')
    .replace(/^luot nguoi$/, 'luot')}`;
}

/** Money is read in đồng, and an indicator may keep it in millions. */
function valueIn({ unit }: KnownFigure, { value }: Figure): number {
  const scale = { 'nghìn đồng': 1e3, 'triệu đồng': 1e6, 'tỷ đồng': 1e9 }[unit.toLowerCase()] ?? 1;
  return Number((value / scale).toPrecision(14));
}

function findingOf(reading: Parameters<Rule['find']>[0], figure: Figure, own: KnownFigure): Finding {
  return findingAt(
    reading,
    {
      rule: OWN_FIGURE.code,
      severity: 'hint',
      message: `Báo cáo ghi ${amountWords(figure)}, chỉ số “${own.name}” trong hệ thống là ${formatNumber(own.value)} ${own.unit}.`,
      suggestion: 'Đối chiếu nguồn; sửa báo cáo, cập nhật chỉ số hoặc giải thích chênh lệch.',
    },
    figure,
  );
}
