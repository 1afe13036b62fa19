import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionProblem } from './check.ts';
import { evaluateCondition } from './evaluate.ts';
import { factsOf, type Variables } from './variables.ts';

const variables: Variables = {
  dossier: { context: { channel: 'string', copies: 'number', receivedOn: 'date' } },
  form: { context: { area: 'number', kind: 'string', urgent: 'boolean', plots: { list: 'number' } } },
  fee: { context: { total: 'number' } },
};

const facts = factsOf(variables, {
  dossier: { channel: 'online', copies: 2, receivedOn: '2026-03-10' },
  form: { area: 120.5, kind: 'đất ở', urgent: false, plots: [3, 4] },
  fee: { total: 0 },
});

describe('a condition at work', () => {
  test.each([
    ['form.area > 100', true],
    ['form.area between 1 and 100', false],
    ['(form.kind in ["đất ở", "đất vườn"]) and not(form.urgent)', true],
    ['form.area in [100..200]', true],
    ['dossier.receivedOn >= date("2026-03-10")', true],
    ['dossier.receivedOn < @"2026-03-10"', false],
    ['count(form.plots) = 2 and sum(form.plots) / 2 = 3.5', true],
    ['fee.total = 0 or dossier.channel != "online"', true],
    ['string length(form.kind) = 5', true],
    ['-form.area < -100', true],
  ])('%s', (condition, value) => {
    expect(conditionProblem(condition, variables)).toBeNull();
    expect(evaluateCondition(condition, facts)).toEqual({ value, problem: null });
  });

  test('a fact that is missing makes it false, and that is told', () => {
    const nothing = factsOf(variables, {});
    expect(evaluateCondition('form.area > 100', nothing)).toEqual({
      value: false,
      problem: 'Chưa đủ thông tin để xét điều kiện “form.area > 100”.',
    });
    expect(evaluateCondition('form.area = null', nothing).value).toBe(true);
  });

  test('facts of another type than declared, and days that do not exist, are missing', () => {
    const wrong = factsOf(variables, {
      form: { area: '120', kind: 5, plots: ['1'] },
      dossier: { receivedOn: '2026-02-30' },
    });
    expect(evaluateCondition('form.area > 100', wrong).problem).not.toBeNull();
    expect(evaluateCondition('dossier.receivedOn > date("2020-01-01")', wrong).problem).not.toBeNull();
  });

  test('names that every object has are not facts', () => {
    expect(conditionProblem('form.constructor = "x"', variables)).toContain('không có thông tin');
    expect(conditionProblem('toString = "x"', variables)).toContain('không có thông tin');
  });

  test('no text, however broken, throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), brokenFeel), (text) => {
        expect(() => evaluateCondition(text, facts)).not.toThrow();
        expect(() => conditionProblem(text, variables)).not.toThrow();
      }),
    );
  });
});

const brokenFeel = fc
  .array(
    fc.constantFrom(
      'form',
      '.',
      'area',
      '>',
      '(',
      ')',
      '[',
      '1',
      '"a"',
      'and',
      'not',
      'in',
      '..',
      ' ',
      'date',
      '@',
    ),
    {
      maxLength: 12,
    },
  )
  .map((words) => words.join(' '));

describe('a condition that cannot be published', () => {
  test.each([
    ['form.area >', 'viết chưa đúng cú pháp'],
    ['', 'viết chưa đúng cú pháp'],
    ['form.size > 1', 'không có thông tin nào tên “form.size”'],
    ['area > 1', 'không có thông tin nào tên “area”'],
    ['form.area = "lớn"', 'không so sánh được số với chữ'],
    ['form.kind > "a"', 'chỉ so sánh lớn hơn, nhỏ hơn giữa hai số hoặc hai ngày'],
    ['form.kind in [1, 2]', 'không so sánh được chữ với số'],
    ['form.kind in ["a", 2]', 'phải là chữ, không phải số'],
    ['form.area + form.kind > 1', 'phải là số, không phải chữ'],
    ['form.area', 'phải cho kết quả đúng hoặc sai, không phải số'],
    ['form', 'cả một nhóm thông tin'],
    ['form.plots = 1', 'không so sánh được cả danh sách'],
    ['form.urgent and form.area', 'phải là đúng/sai, không phải số'],
    ['today() > dossier.receivedOn', 'không dùng được hàm “today”'],
    ['now() = null', 'không dùng được hàm “now”'],
    ['count(form.area) = 1', 'dùng sai hàm “count”'],
    ['not(form.urgent, true)', 'dùng sai hàm “not”'],
    ['if form.urgent then true else false', 'không dùng được'],
    ['some x in form.plots satisfies x > 1', 'không dùng được'],
    ['date("2026-02-30") = dossier.receivedOn', 'không phải là ngày có thật'],
    ['form.area in (> 3)', 'không dùng được “> 3”'],
    ['form.kind in ["a"] and form.urgent', 'đặt cả phép “in” trong ngoặc đơn'],
  ])('%s', (condition, reason) => {
    expect(conditionProblem(condition, variables)).toContain(reason);
  });
});
