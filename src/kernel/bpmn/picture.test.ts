import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, complete } from '#kernel/process/engine/engine.ts';
import {
  boundary,
  end,
  exclusive,
  parallel,
  processOf,
  start,
  task,
} from '#kernel/process/process.fixture.ts';
import { blocks, definitionOfBlock } from '#kernel/process/random-process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { pictureOf } from './picture.ts';
import { planPicture } from './picture-plan.ts';
import { describeProcess, describeProgress } from './progress.ts';
import { wrapText } from './wrap.ts';

const both: ProcessDefinition = {
  ...processOf(
    [
      start(),
      { ...task('a'), name: 'Thẩm định <đất>' },
      parallel('s'),
      task('b'),
      boundary('t', 'b'),
      task('c'),
      parallel('j'),
      exclusive('g', 'g-end'),
      end(),
    ],
    'start > a > s > b > j > g > end',
    's > c > j',
    't > end',
    'g > a : x.again',
  ),
  name: 'Cấp giấy & trả',
};
const none = { facts: {} };
const halfway = complete(both, begin(both, none).instance, { node: 'a', ...none }).instance;
const options = { instance: halfway, id: 'p1', unitRoleWords: () => 'Chuyên viên, cơ quan cấp huyện' };

describe('the picture', () => {
  const svg = pictureOf(both, options);

  test('has a title and says in words where the dossier is', () => {
    expect(svg).toContain('role="img" aria-labelledby="p1-title p1-desc"');
    expect(svg).toContain('<title id="p1-title">Sơ đồ quy trình: Cấp giấy &amp; trả</title>');
    expect(svg).toContain(
      '<desc id="p1-desc">Đã xong: Thẩm định &lt;đất&gt;. Đang ở: b; c. Tiếp theo: Thẩm định &lt;đất&gt;.</desc>',
    );
  });

  test('marks what is passed and where it is by class, by mark and in the words of each element', () => {
    expect(svg.match(/mc-process__node--current/g)).toHaveLength(2);
    expect(svg).toContain('<title>Thẩm định &lt;đất&gt; (Chuyên viên, cơ quan cấp huyện): đã xong</title>');
    expect(svg.match(/class="mc-process__mark" fill="currentColor"/g)).toHaveLength(2);
  });

  test('names no colour of its own', () => {
    expect(svg).not.toMatch(/#[0-9a-f]{3,6}\b|rgb\(|style=/i);
  });

  test('fits a phone while no more than three things go on side by side', () => {
    expect(planPicture(both).width).toBeLessThanOrEqual(328);
    fc.assert(
      fc.property(blocks, (block) => {
        const { nodes, width } = planPicture(definitionOfBlock(block));
        for (const { box } of nodes) expect(box.x + box.width).toBeLessThanOrEqual(width);
        for (const { lines, box } of nodes) {
          for (const line of lines) expect(line.length * 7).toBeLessThanOrEqual(box.width);
        }
      }),
    );
  });

  test('puts nothing on top of anything else', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const boxes = planPicture(definitionOfBlock(block)).nodes.filter(
          ({ node }) => node.kind !== 'boundary-timer',
        );
        for (const [index, { box: a }] of boxes.entries()) {
          for (const { box: b } of boxes.slice(index + 1)) {
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});

describe('in words', () => {
  test('what is done, where it is and what can come', () => {
    const { instance } = complete(both, halfway, { node: 'b', ...none });
    expect(describeProgress(both, instance)).toEqual([
      'Đã xong: Thẩm định <đất>; b.',
      'Đang ở: c.',
      'Tiếp theo: Thẩm định <đất>.',
    ]);
    const done = complete(both, instance, { node: 'c', ...none });
    expect(describeProgress(both, done.instance)).toContain('Quy trình đã kết thúc.');
  });

  test('the process itself, step by step', () => {
    expect(describeProcess(both)[0]).toBe('Thẩm định <đất>, sau đó: b; c.');
  });

  test('long names are broken, very long ones cut', () => {
    expect(wrapText('Thẩm định hồ sơ đất đai', 12, 3)).toEqual(['Thẩm định hồ', 'sơ đất đai']);
    expect(wrapText('một hai ba bốn năm', 4, 2)).toEqual(['một', 'hai…']);
    expect(wrapText('abcdefgh', 3, 5)).toEqual(['abc', 'def', 'gh']);
  });
});
