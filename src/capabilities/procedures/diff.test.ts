import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleContent } from './content.fixture.ts';
import { differencesBetween } from './diff.ts';
import type { Paper } from './schema.ts';

const paper = (name: string, parts: Partial<Paper> = {}): Paper => ({
  name,
  copies: 1,
  kind: 'copy',
  required: true,
  condition: '',
  ...parts,
});

test('the same content has no difference', () => {
  expect(differencesBetween(sampleContent(), sampleContent())).toEqual([]);
});

test('a changed field shows what it said and what it says', () => {
  const after = sampleContent({ timeLimit: { unit: 'working-day', value: 2, note: '' }, postal: true });
  expect(differencesBetween(sampleContent(), after)).toEqual([
    {
      section: 'general',
      part: 'Bưu chính công ích',
      kind: 'changed',
      before: 'Không nhận',
      after: 'Có nhận',
    },
    {
      section: 'time',
      part: 'Thời hạn giải quyết',
      kind: 'changed',
      before: '03 ngày làm việc',
      after: '02 ngày làm việc',
    },
  ]);
});

test('a list shows what is gone, new, different, and that its order changed', () => {
  const before = sampleContent({ papers: [paper('A'), paper('B'), paper('C')] });
  const after = sampleContent({ papers: [paper('C'), paper('B', { copies: 2 }), paper('D')] });
  expect(differencesBetween(before, after).map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ['removed', 'A (Bản chụp, 1 bản)', null],
    ['added', null, 'D (Bản chụp, 1 bản)'],
    ['changed', 'B (Bản chụp, 1 bản)', 'B (Bản chụp, 2 bản)'],
    ['moved', '1. B; 2. C', '1. C; 2. B'],
  ]);
});

test('two lines of one name are told apart', () => {
  const before = sampleContent({ papers: [paper('A'), paper('A', { copies: 3 })] });
  const after = sampleContent({ papers: [paper('A')] });
  expect(differencesBetween(before, after).map(({ kind }) => kind)).toEqual(['removed']);
});

test('turning the question round turns added into removed', () => {
  const papers = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 6 });
  fc.assert(
    fc.property(papers, papers, (one, two) => {
      const contents = [one, two].map((names) => sampleContent({ papers: names.map((name) => paper(name)) }));
      const [a = sampleContent(), b = sampleContent()] = contents;
      const count = (from: typeof a, to: typeof a, kind: string) =>
        differencesBetween(from, to).filter((difference) => difference.kind === kind).length;
      expect(count(a, b, 'added')).toBe(count(b, a, 'removed'));
      expect(count(a, b, 'moved')).toBe(count(b, a, 'moved'));
    }),
  );
});
