import { describe, expect, test } from 'vitest';
import {
  boundary,
  end,
  exclusive,
  parallel,
  processOf,
  start,
  task,
} from '#kernel/process/process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { longestWay } from './quotas.ts';
import { validate } from './validate.ts';

const given = {
  variables: { form: { context: { area: 'number' } } },
  units: [],
  knowsProcedure: () => true,
} as const;
const messages = (definition: ProcessDefinition, limitMinutes: number | null = 2400) =>
  validate(definition, { ...given, limitMinutes }).map((problem) => problem.message);

describe('quotas', () => {
  test('branches side by side count as the longer one', () => {
    const both = processOf(
      [start(), task('z', 100), parallel('s'), task('a', 300), task('b', 500), parallel('j'), end()],
      'start > z > s > a > j > end',
      's > b > j',
    );
    expect(longestWay(both)).toEqual({
      minutes: 600,
      way: ['start', 'z', 's', 'b', 'j', 'end'],
      repeated: [],
    });
  });

  test('a loop counts once and is told', () => {
    const loop = processOf(
      [start(), exclusive('m'), task('a', 300), task('b', 60), exclusive('g', 'g-end'), end()],
      'start > m > a > b > g > end',
      'g > m : form.area > 1',
    );
    expect(longestWay(loop)).toMatchObject({ minutes: 360, repeated: ['m', 'a', 'b', 'g'] });
    expect(messages(loop)).toEqual([
      'Có thể phải làm lại: bước “a”, bước “b”. Thời gian ở đây chỉ tính một lần, làm lại thì cộng thêm.',
    ]);
  });

  test('out of a timer, time goes on from when it went off', () => {
    const late = processOf(
      [start(), task('a', 1000), boundary('t', 'a'), task('b', 900), end(), end('end2')],
      'start > a > end',
      't > b > end2',
    );
    expect(longestWay(late)).toMatchObject({ minutes: 240 + 900, way: ['start', 'a', 't', 'b', 'end2'] });
  });

  test('the longest way over the limit is an error that says by how much', () => {
    const long = processOf(
      [start(), exclusive('g', 'g-b'), task('a', 3000), task('b', 60), end()],
      'start > g > b > end',
      'g > a : form.area > 1',
      'a > end',
    );
    expect(messages(long)).toEqual([
      'Thời gian theo đường dài nhất là 50 giờ làm việc, vượt thời hạn giải quyết 40 giờ (bước “a”). Hãy giảm 10 giờ trên đường này.',
    ]);
    expect(messages(long, null)).toEqual([]);
  });
});
