import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { Figure } from '../figures/figure.ts';
import { readNumber } from '../figures/numbers.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const NUMBER_GROUPING: Rule = {
  code: 'number-grouping',
  name: 'Dấu chấm, dấu phẩy trong số đặt sai',
  what: 'Tìm số có nhóm hàng nghìn không đủ ba chữ số (6.0000), dùng dấu chấm cho phần thập phân (12.5%) hoặc dấu phẩy cho hàng nghìn (1,250,000).',
  why: 'Tiếng Việt dùng dấu chấm ngăn cách hàng nghìn và dấu phẩy cho phần thập phân; viết khác đi thì không rõ số nào là đúng.',
  examples: [
    { wrong: 'Thu hút 6.0000 lượt người tham gia.', right: 'Thu hút 6.000 lượt người tham gia.' },
    { wrong: 'Tỷ lệ đạt 98.4%.', right: 'Tỷ lệ đạt 98,4%.' },
  ],
  find: (reading) => reading.figures.flatMap((figure) => findingOf(reading, figure)),
};

function findingOf(reading: Parameters<Rule['find']>[0], figure: Figure): readonly Finding[] {
  const { fault, written } = figure;
  // A number with a point and nothing counted behind it may be that of a section.
  if (fault === null || (fault === 'decimal-point' && figure.unit === '')) return [];
  const wrong =
    written.split(/[^\d.,]+/).find((number) => (readNumber(number)?.fault ?? null) !== null) ?? written;
  const right = readNumber(wrong)?.right ?? '';
  return [
    findingAt(
      reading,
      {
        rule: NUMBER_GROUPING.code,
        severity: 'error',
        message: messageOf(fault, wrong),
        suggestion:
          right === '' ? `Ghi lại theo nhóm ba chữ số, ví dụ ${formatNumber(6000)}.` : `Ghi là ${right}.`,
      },
      figure,
    ),
  ];
}

function messageOf(fault: NonNullable<Figure['fault']>, written: string): string {
  switch (fault) {
    case 'grouping':
      return `Số ${written} có nhóm không đủ hoặc thừa chữ số: sau mỗi dấu chấm phải là ba chữ số.`;
    case 'decimal-point':
      return `Số ${written} dùng dấu chấm cho phần thập phân; tiếng Việt dùng dấu phẩy.`;
    case 'comma-grouping':
      return `Số ${written} dùng dấu phẩy ngăn cách hàng nghìn; tiếng Việt dùng dấu chấm.`;
  }
}
