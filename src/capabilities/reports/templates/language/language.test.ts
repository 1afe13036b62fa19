import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/local-date.ts';
import { periodAround } from '#kernel/period/period.ts';
import { formatText } from './format.ts';
import type { Node, TableColumn, TableRows, When } from './nodes.ts';
import { parseText } from './parse.ts';
import { referencesIn, writingPlacesIn } from './references.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));

const when: fc.Arbitrary<When> = fc.oneof(
  fc.constantFrom<When>(
    { kind: 'own' },
    { kind: 'before' },
    { kind: 'comparison' },
    { kind: 'end' },
    { kind: 'year-before' },
  ),
  fc
    .tuple(fc.constantFrom('month', 'quarter', 'half-year', 'year'), day)
    .map(([kind, on]): When => ({ kind: 'fixed', period: periodAround(kind, on) })),
  day.map((on): When => ({ kind: 'fixed', period: { kind: 'instant', from: on, to: on } })),
  fc.tuple(day, fc.nat(4000)).map(([from, days]): When => ({
    kind: 'fixed',
    period: { kind: 'range', from, to: addDays(from, days) },
  })),
);

const code = fc.stringMatching(/^[A-Z][A-Z0-9]{0,5}(-[A-Z0-9]{1,5}){0,2}$/);
const phrase = fc
  .array(fc.constantFrom('biên', 'chế', 'được', 'giao', 'số', '2020', 'Quyết', '(huyện)'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) => words.join(' '));
const reference = fc.record({
  code,
  when,
  unitCode: fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/)),
  filter: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.stringMatching(/^[a-z0-9-]{1,5}$/), {
    maxKeys: 2,
    noNullPrototype: true,
  }),
});
const form = fc.oneof(
  fc.constantFrom('value', 'number', 'words', 'share', 'ratio').map((kind) => ({ kind })),
  when.map((from) => ({ kind: 'change' as const, from })),
  fc.array(code, { maxLength: 3 }).map((codes) => ({ kind: 'parts' as const, codes, key: null })),
  fc.stringMatching(/^[a-z]{1,9}$/).map((key) => ({ kind: 'parts' as const, codes: [], key })),
);
const byRows: fc.Arbitrary<{ rows: TableRows; columns: readonly TableColumn[] }> = fc.oneof(
  fc.record({
    rows: fc.record({
      kind: fc.constant('indicators' as const),
      codes: fc.array(code, { minLength: 1, maxLength: 4 }),
    }),
    columns: fc.array(
      fc.oneof(
        when.map((named) => ({ kind: 'when' as const, when: named })),
        fc.constantFrom('change', 'growth', 'share').map((kind) => ({ kind })),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  fc.record({
    rows: fc.constantFrom<TableRows>(
      { kind: 'units', which: 'communes' },
      { kind: 'periods', every: 'quarter' },
      { kind: 'breakdown', key: 'channel' },
    ),
    columns: fc.array(
      code.map((named) => ({ kind: 'code' as const, code: named })),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);
const compare = fc.option(
  fc.record({
    by: fc.constantFrom('>', '<', '>=', '<=', '=', '<>'),
    with: fc.oneof(
      fc.nat(),
      fc.integer({ min: 0, max: 999 }).map((n) => n / 4),
    ),
  }),
);

const line = 0;
const simple: fc.Arbitrary<Node> = fc.oneof(
  phrase.map((text): Node => ({ kind: 'text', text })),
  fc.constantFrom('period', 'comparison', 'unit', 'last-day').map((word): Node => ({ kind: 'word', word })),
  fc.record({ kind: fc.constant('figure'), line: fc.constant(line), reference, form }),
  phrase.map((text): Node => ({ kind: 'note', text })),
  fc.array(phrase, { minLength: 1, maxLength: 3 }).map((documents): Node => ({
    kind: 'documents',
    line,
    documents,
  })),
);
const alone: fc.Arbitrary<readonly Node[]> = fc
  .oneof(
    phrase.map((prompt): Node => ({ kind: 'writing', name: '', prompt })),
    fc.tuple(byRows, phrase, when).map(([shape, caption, named]): Node => ({
      kind: 'table',
      line,
      table: { caption, ...shape, when: named },
    })),
  )
  .map((node) => [{ kind: 'text', text: '\n' }, node, { kind: 'text', text: '\n' }]);

const text: fc.Arbitrary<readonly Node[]> = fc.letrec<{ text: readonly Node[] }>((tie) => ({
  text: fc
    .array(
      fc.oneof(
        { maxDepth: 3 },
        simple.map((node) => [node]),
        alone,
        fc
          .record({ reference, compare, then: tie('text'), otherwise: fc.option(tie('text')) })
          .map(({ then, otherwise, ...test }): readonly Node[] => [
            { kind: 'condition', line, test, then, otherwise },
          ]),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.flat()),
})).text;

/** Without lines and names, which follow from the place; neighbouring texts are one. */
function bare(nodes: readonly Node[]): readonly Node[] {
  return nodes.reduce<readonly Node[]>((done, node) => {
    const last = done.at(-1);
    if (node.kind === 'text' && last?.kind === 'text') {
      return [...done.slice(0, -1), { kind: 'text', text: last.text + node.text }];
    }
    return [...done, bareNode(node)];
  }, []);
}

function bareNode(node: Node): Node {
  if (node.kind === 'writing') return { ...node, name: '' };
  if (node.kind === 'condition') {
    const otherwise = node.otherwise && bare(node.otherwise);
    return { ...node, line, then: bare(node.then), otherwise };
  }
  return 'line' in node ? { ...node, line } : node;
}

describe('The language of templates', () => {
  it('reads what it wrote, whatever stands in a text', () => {
    fc.assert(
      fc.property(text, (nodes) => {
        const parsed = parseText(formatText(nodes));
        expect(parsed.problems).toEqual([]);
        expect(bare(parsed.nodes)).toEqual(bare(nodes));
      }),
    );
  });

  it('never fails on any text, and writes what it read so that it is read the same', () => {
    const piece = fc.constantFrom(
      '[[',
      ']]',
      '|',
      'nếu ',
      'hết',
      'bảng:',
      'BC-GIAO',
      ' > 0',
      '\n',
      'hàng: A',
      ':',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (pieces) => {
        const first = parseText(pieces.join(''));
        if (first.problems.length > 0) return;
        expect(bare(parseText(formatText(first.nodes)).nodes)).toEqual(bare(first.nodes));
      }),
    );
  });

  it('takes the ways in which officials write periods', () => {
    const periods = [
      'Năm 2015',
      'quý I/2020',
      'quý 2 năm 2020',
      'tháng 3/2020',
      '31/3/2020',
      'giai đoạn 2011-2015',
    ];
    const written = periods.map((period) => `[[BC-GIAO | ${period}]]`).join('');
    expect(formatText(parseText(written).nodes)).toBe(
      '[[BC-GIAO | năm 2015]][[BC-GIAO | quý I năm 2020]][[BC-GIAO | quý II năm 2020]][[BC-GIAO | tháng 3 năm 2020]]' +
        '[[BC-GIAO | ngày 31/3/2020]][[BC-GIAO | giai đoạn 2011 - 2015]]',
    );
  });

  it.each([
    ['một\n[[BC GIAO]]', 2, 1, 'Hãy ghi mã chỉ tiêu'],
    ['có [[BC-GIAO', 1, 4, 'chưa được đóng'],
    ['có BC-GIAO]]', 1, 11, 'không có dấu “[[” mở'],
    ['[[]]', 1, 1, 'chưa có gì'],
    ['[[BC-GIAO | năm 2015 | năm 2016]]', 1, 1, 'là kỳ thứ hai'],
    ['[[BC-GIAO | số | bằng chữ]]', 1, 1, 'Đã ghi một cách nói'],
    ['[[BC-GIAO | thay đổi so với hồi xưa]]', 1, 1, 'Không hiểu kỳ “hồi xưa”'],
    ['[[BC-GIAO | ngày 31/2/2020]]', 1, 1, 'Không hiểu “ngày 31/2/2020”'],
    ['[[nếu PA-NHAN > nhiều]]x[[hết]]', 1, 1, 'Không hiểu điều kiện'],
    ['a [[nếu PA-NHAN > 0]]x', 1, 3, 'chưa có “[[hết]]”'],
    ['x [[hết]]', 1, 3, 'không đóng điều kiện nào'],
    ['x [[nếu không]]', 1, 3, 'không thuộc điều kiện nào'],
    ['x [[viết: đánh giá]]', 1, 3, 'đứng riêng một dòng'],
    ['[[bảng: Biên chế | hàng: BC-GIAO]]', 1, 1, 'Bảng chưa có cột'],
    ['[[bảng: Biên chế | hàng: các xã | cột: năm 2015]]', 1, 1, 'phải là mã chỉ tiêu'],
    ['[[bảng: Biên chế | hàng: BC-GIAO | cột: BC-HC]]', 1, 1, 'không được là mã chỉ tiêu'],
    ['[[biểu đồ: Biên chế | hàng: BC-GIAO | cột: năm 2015; năm 2016]]', 1, 1, 'chỉ có một cột'],
  ])('says of %s at line %i, column %i: %s', (written, atLine, column, words) => {
    const [problem] = parseText(written).problems;
    expect(problem).toMatchObject({ line: atLine, column });
    expect(problem?.message).toContain(words);
  });

  it('reads a hostile text in one go', () => {
    const hostile = '[['.repeat(100_000) + 'x'.repeat(100_000) + ']]'.repeat(100_000);
    expect(parseText(hostile).problems.length).toBeGreaterThan(0);
  });

  it('says what a text names, and where people write in it', () => {
    const { nodes } = parseText(
      'Giao [[BC-GIAO | cơ cấu: BC-HC; BC-SN]][[văn bản: QĐ 1/QĐ-UBND]].\n[[nếu PA-NHAN | tại: vp > 0]]\n[[viết: phản ánh]]\n[[hết]]\n[[viết: đánh giá]]',
    );
    const { indicators, units, documents } = referencesIn(nodes);
    expect(indicators.map(({ name }) => name)).toEqual(['BC-GIAO', 'BC-HC', 'BC-SN', 'PA-NHAN']);
    expect(units).toEqual([{ line: 2, name: 'vp' }]);
    expect(documents).toEqual([{ line: 1, name: 'QĐ 1/QĐ-UBND' }]);
    expect(writingPlacesIn(nodes)).toEqual([
      { name: '1', prompt: 'phản ánh' },
      { name: '2', prompt: 'đánh giá' },
    ]);
  });
});
