import { describe, expect, test } from 'vitest';
import { checkReport, NOTHING_KNOWN } from '../check.ts';
import { RULES } from './all.ts';

const HEAD = ['Bình An, ngày 20 tháng 4 năm 2020', '', 'BÁO CÁO', 'Kết quả cải cách hành chính năm 2019', ''];

function found(...lines: readonly string[]) {
  return checkReport([...HEAD, ...lines], {
    ...NOTHING_KNOWN,
    isDayOff: (date) => date === '2020-04-19',
  }).findings.map(({ rule, severity, lines: at }) => ({ rule, severity, line: (at[0] ?? 0) - HEAD.length }));
}

describe('The checker', () => {
  test.each([
    ['after-report', 'error', 'Thực hiện Kế hoạch số 79/KH-UBND ngày 19/9/2020 của UBND tỉnh về phần mềm.'],
    ['no-such-day', 'error', 'Ban hành Quyết định số 15/QĐ-UBND ngày 31/4/2019 của UBND huyện về kiện toàn.'],
    [
      'number-year',
      'error',
      'Thực hiện Nghị định số 158/2007/NĐ-CP ngày 27/10/2017 của Chính phủ về chuyển đổi vị trí.',
    ],
    [
      'type-against-symbol',
      'warning',
      'Thực hiện Quyết định số 20/2008/NĐ-CP ngày 14/02/2008 của Chính phủ về phản ánh.',
    ],
    ['encoding', 'warning', 'Cải cách hành chính nhà nƣớc được quan tâm.'],
    ['doubled-word', 'warning', 'Đặc biệt là trong trong giai đoạn vừa qua.'],
    ['day-off', 'hint', 'Ban hành Quyết định số 15/QĐ-UBND ngày 19/4/2020 của UBND huyện về kiện toàn.'],
  ])('finds %s, as %s, on its line', (rule, severity, line) => {
    expect(found('Mở đầu.', '', line)).toEqual([{ rule, severity, line: 3 }]);
  });

  test('finds one document under two days, and says when day and month are turned round', () => {
    const lines = [
      'Thực hiện Chỉ thị số 26/CT-TTg ngày 09/5/2016 của Thủ tướng Chính phủ về kỷ luật, kỷ cương.',
      '',
      'Ban hành kế hoạch theo Chỉ thị số 26/CT-TTg ngày 05/9/2016 của Thủ tướng Chính phủ.',
    ];
    expect(found(...lines)).toEqual([{ rule: 'date-differs', severity: 'error', line: 3 }]);
    expect(checkReport([...HEAD, ...lines]).findings[0]?.message).toContain('đảo');
  });

  test.each([
    ['a day to come that is planned', 'Phấn đấu hoàn thành trước ngày 30/6/2020.'],
    ['a true reduplication', 'Chất lượng dần dần được nâng lên, ngày ngày có người trực.'],
    [
      'two years of one number',
      'Quyết định số 15/QĐ-UBND ngày 11/4/2018 và Quyết định số 15/QĐ-UBND ngày 10/4/2019 của UBND huyện.',
    ],
    [
      'a type and symbol that agree',
      'Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về cơ chế một cửa.',
    ],
    ['a letter', 'Công văn số 12/UBND-VX ngày 12/4/2019 của UBND huyện về việc báo cáo.'],
  ])('says nothing of %s', (_what, line) => {
    expect(found('Mở đầu.', '', line)).toEqual([]);
  });
});

describe('Every rule', () => {
  test.each(RULES.map((rule) => [rule.code, rule] as const))('%s has a page with examples', (_, rule) => {
    expect([rule.name, rule.what, rule.why].every((words) => words.length > 5)).toBe(true);
    expect(rule.examples.length).toBeGreaterThan(0);
  });

  test('has a code of its own', () => {
    const codes = RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
