import { describe, expect, test } from 'vitest';
import {
  boundary,
  call,
  end,
  exclusive,
  inclusive,
  parallel,
  processOf,
  service,
  start,
  task,
  timer,
} from '#kernel/process/process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { Surroundings } from './requirements.ts';
import { isPublishable, validate } from './validate.ts';

const given: Surroundings = {
  limitMinutes: 2400,
  variables: { form: { context: { area: 'number', kind: 'string' } } },
  units: [{ name: 'UBND xã A', has: () => true }],
  knowsProcedure: (slug) => slug === 'thu-tuc-khac',
};
const messages = (definition: ProcessDefinition, around = given) =>
  validate(definition, around).map((problem) => problem.message);

describe('a process that can be published', () => {
  test.each([
    [
      'a straight line',
      processOf(
        [start(), task('a'), service('b'), call('c'), timer('t'), end()],
        'start > a > b > c > t > end',
      ),
    ],
    ['branches that meet again', withConditions()],
    [
      'many branches side by side',
      processOf(
        [start(), parallel('s'), task('a'), task('b'), task('c'), task('d'), parallel('j'), end()],
        'start > s > a > j > end',
        's > b > j',
        's > c > j',
        's > d > j',
      ),
    ],
  ])('%s', (_, definition) => {
    expect(messages(definition)).toEqual([]);
    expect(isPublishable(validate(definition, given))).toBe(true);
  });
});

/** Only the way out of the gateway has the condition. */
function withConditions(): ProcessDefinition {
  return processOf(
    [start(), exclusive('g', 'g-b'), task('a'), task('b'), exclusive('m'), end()],
    'start > g > b > m > end',
    'g > a : form.area > 100',
    'a > m',
  );
}

describe('an error names its element and what to do', () => {
  const line = (...nodes: Parameters<typeof processOf>[0]) =>
    processOf([start(), ...nodes, end()], ['start', ...nodes.map((node) => node.id), 'end'].join(' > '));

  test.each<[string, ProcessDefinition, string]>([
    ['no start', processOf([task('a'), end()], 'a > end'), 'chưa có điểm bắt đầu'],
    ['no end', processOf([start(), task('a')], 'start > a'), 'chưa có điểm kết thúc'],
    [
      'two starts',
      processOf([start(), start('s2'), task('a'), end()], 'start > a > end', 's2 > a'),
      'Điểm bắt đầu “s2”: quy trình chỉ có một',
    ],
    [
      'nothing comes in',
      processOf([start(), task('a'), task('b'), end()], 'start > a > end', 'b > end'),
      'Bước “b”: không có mũi tên đi vào',
    ],
    [
      'nothing goes out',
      processOf([start(), task('a'), task('b'), parallel('g'), end()], 'start > g > a > end', 'g > b'),
      'Bước “b”: không có bước tiếp theo',
    ],
    [
      'two ways out of a step',
      processOf([start(), task('a'), task('b'), end()], 'start > a > end', 'a > b > end'),
      'Bước “a”: có nhiều bước tiếp theo',
    ],
    [
      'a flow to nowhere',
      processOf([start(), task('a'), end()], 'start > a > end', 'a > x'),
      'không nối hai phần tử có thật',
    ],
    ['an id used twice', line(task('a'), task('b'), { ...task('b'), name: 'B' }), 'Mã “b” được dùng hai lần'],
    [
      'an island',
      processOf([start(), task('a'), task('b'), task('c'), end()], 'start > a > end', 'b > c > b'),
      'Bước “b”: không đi tới được',
    ],
    [
      'a loop without an end',
      processOf(
        [start(), parallel('g'), exclusive('m'), task('a'), end()],
        'start > g > end',
        'g > m > a > m',
      ),
      'Bước “a”: từ đây không có đường tới điểm kết thúc',
    ],
    [
      'a loop without a step',
      processOf(
        [start(), exclusive('m'), exclusive('g', 'g-end'), end()],
        'start > m > g > end',
        'g > m : form.area > 1',
      ),
      'vòng không có bước nào',
    ],
    [
      'no default',
      processOf(
        [start(), exclusive('g'), task('a'), task('b'), end()],
        'start > g',
        'g > a : form.area > 1',
        'g > b : form.area > 2',
        'a > end',
        'b > end',
      ),
      'Điểm rẽ nhánh “g”: có thể không điều kiện nào đúng',
    ],
    [
      'a way without condition',
      processOf(
        [start(), exclusive('g', 'g-b'), task('a'), task('b'), end()],
        'start > g > a > end',
        'g > b > end',
      ),
      'có 1 nhánh chưa có điều kiện',
    ],
    [
      'a condition behind a step',
      processOf([start(), task('a'), end()], 'start > a', 'a > end : form.area > 1'),
      'chỉ đặt được sau điểm rẽ nhánh',
    ],
    [
      'a wrong condition',
      processOf(
        [start(), exclusive('g', 'g-end'), task('a'), end()],
        'start > g > end',
        'g > a : form.size > 1',
        'a > end',
      ),
      'Điểm rẽ nhánh “g”: không có thông tin nào tên “form.size”',
    ],
    ['no quota', line({ ...task('a'), quotaMinutes: null }), 'Bước “a”: chưa có thời gian'],
    ['no role', line({ ...task('a'), unitRole: null }), 'Bước “a”: chưa chọn nơi và vai trò'],
    ['no verb', line({ ...service('a'), verb: null }), 'Việc tự động “a”: chưa chọn việc'],
    ['an unknown procedure', line({ ...call('a'), procedure: 'x' }), 'không có thủ tục “x”'],
    [
      'a timer on nothing',
      processOf([start(), task('a'), boundary('t', 'end'), end()], 'start > a > end', 't > end'),
      'Hẹn giờ của bước “t”: phải gắn vào một bước',
    ],
    [
      'a parallel join behind a choice',
      processOf(
        [start(), exclusive('g', 'g-b'), task('a'), task('b'), parallel('j'), end()],
        'start > g > b > j > end',
        'g > a : form.area > 1',
        'a > j',
      ),
      'Điểm song song “j”: có trường hợp hồ sơ chờ mãi',
    ],
    [
      'tokens that multiply',
      processOf(
        [start(), exclusive('m'), task('a'), parallel('s'), exclusive('g', 'g-m'), end()],
        'start > m > a > s > g > m',
        's > m',
        'g > end : form.area > 1',
      ),
      'nhiều lần cùng lúc',
    ],
    [
      'joins that wait for one another',
      processOf(
        [
          start(),
          parallel('s'),
          inclusive('i'),
          inclusive('j'),
          task('a'),
          task('b'),
          exclusive('g', 'g-j'),
          exclusive('h', 'h-i'),
          end(),
        ],
        'start > s > i > a > g > j > b > h > i',
        's > j',
        'g > end : form.area > 1',
        'h > end : form.area > 1',
      ),
      'Điểm chọn nhiều nhánh “i”: có trường hợp hồ sơ chờ mãi',
    ],
  ])('%s', (_, definition, sentence) => {
    const problems = validate(definition, given);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(sentence);
    expect(isPublishable(problems)).toBe(false);
  });

  test('a role that one of the units does not have', () => {
    const units = [...given.units, { name: 'UBND xã B', has: () => false }];
    expect(messages(line(task('a')), { ...given, units })).toEqual([
      'Bước “a”: tại UBND xã B không có ai giữ vai trò này. Hãy chọn vai trò khác hoặc bố trí người.',
    ]);
  });

  test('what a timer begins beside a step that may come again is only warned of', () => {
    const again = processOf(
      [
        start(),
        exclusive('m'),
        task('a'),
        boundary('t', 'a', false),
        task('r'),
        exclusive('g', 'g-end'),
        end(),
        end('e2'),
      ],
      'start > m > a > g > end',
      'g > m : form.area > 1',
      't > r > e2',
    );
    const problems = validate(again, given);
    expect(isPublishable(problems)).toBe(true);
    expect(problems.map(({ message }) => message).join('\n')).toContain(
      'Bước “r”: có thể có nhiều lượt cùng lúc',
    );
  });

  test('a step that two branches reach at once is only warned of', () => {
    const twice = processOf(
      [start(), parallel('s'), task('a'), task('b'), task('c'), end()],
      'start > s > a > c > end',
      's > b > c',
    );
    const problems = validate(twice, given);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(problems[0]?.message).toContain('Bước “c”: có thể phải làm hai lần cùng lúc');
  });
});
