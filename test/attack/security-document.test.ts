import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const DOCUMENT = 'docs/security.md';
const text = readFileSync(DOCUMENT, 'utf8');

/** As the requirements are marked, in the order of the columns of the table. */
const STATES = ['shown', 'in code', 'partly', 'missing', 'operator', 'n/a'] as const;

type Counts = readonly number[];

/** Requirements of each chapter by state, counted from their lines; one line may answer several. */
function counted(): ReadonlyMap<string, Counts> {
  const chapters = text.split(/^### (?=V\d)/m).slice(1);
  return new Map(
    chapters.map((chapter) => {
      const [title = ''] = chapter.split('\n', 1);
      const lines = [
        ...chapter.matchAll(/^- ([\d., ]+?)(?: \(L[12]\))? · [*_]{0,2}([a-z/ ]+?)[*_]{0,2} · /gm),
      ];
      const unknown = lines.find(([, , state]) => !STATES.some((one) => one === state));
      expect([title, unknown?.[0]]).toEqual([title, undefined]);
      const count = (state: string) =>
        lines
          .filter((line) => line[2] === state)
          .reduce((sum, [, ids = '']) => sum + ids.split(',').length, 0);
      expect([title, lines.length]).toEqual([title, (chapter.match(/^- \d/gm) ?? []).length]);
      return [title.trim(), STATES.map(count)];
    }),
  );
}

/** The table at the top; a cell without a number is none. */
function claimed(): ReadonlyMap<string, Counts> {
  const rows = [...text.matchAll(/^\| (V\d[^|]*|\*\*All\*\*) +\|([^\n]*)\|$/gm)];
  return new Map(
    rows.map(([, title = '', cells = '']) => [
      title.replaceAll('*', '').trim(),
      cells.split('|').map((cell) => Number(cell.replaceAll('*', '').trim() || '0')),
    ]),
  );
}

test('What the table says of every chapter is what its lines say', () => {
  const lines = counted();
  const all = STATES.map((_, at) => [...lines.values()].reduce((sum, counts) => sum + (counts[at] ?? 0), 0));
  expect(Object.fromEntries(claimed())).toEqual(Object.fromEntries([...lines, ['All', all]]));
});

test('Every requirement of the first two levels of ASVS 5.0 is answered once', () => {
  const ids = [...text.matchAll(/^- ([\d., ]+?)(?: \(L[12]\))? · /gm)].flatMap(([, list = '']) =>
    list.split(',').map((id) => id.trim()),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(253);
});

test('Every test that is named is there, and whatever is shown names one', () => {
  const links = [...text.matchAll(/\]\((\.\.?\/[^)#]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(100);
  for (const link of links) {
    expect([link, existsSync(path.join(path.dirname(DOCUMENT), link))]).toEqual([link, true]);
  }
  const unshown = [...text.matchAll(/^- [\d., ]+ \(L[12]\) · shown · .*$/gm)].filter(
    ([line]) => !line.includes(']('),
  );
  expect(unshown.map(([line]) => line)).toEqual([]);
});
