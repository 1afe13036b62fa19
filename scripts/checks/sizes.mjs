/** No file over 300 lines, the median under 100. (The length of functions is checked by the linter.) */
import { readFileSync } from 'node:fs';
import { report } from '../lib/code.mjs';
import { inProject } from '../lib/project.mjs';
import { filesUnder } from '../lib/sources.mjs';

const longest = 300;
const highestMedian = 100;
const generated = new Set(['src/platform/database/types.ts']);

const sizes = filesUnder('src', 'starter', 'test', 'bench', 'scripts', 'bin')
  .filter((path) => /\.(tsx?|mjs|scss)$/.test(path) && !generated.has(path))
  .map((path) => ({ path, lines: readFileSync(inProject(path), 'utf8').trimEnd().split('\n').length }));

const sorted = sizes.map(({ lines }) => lines).sort((left, right) => left - right);
const median = sorted[Math.floor(sorted.length / 2)] ?? 0;

const tooLong = sizes
  .filter(({ lines }) => lines > longest)
  .map(({ path, lines }) => ({
    path,
    line: longest + 1,
    sentence: `${lines} lines; split it by noun, ${longest} is the most.`,
  }));
const tooHigh = {
  path: 'src',
  line: 1,
  sentence: `The median file has ${median} lines; it should stay under ${highestMedian}.`,
};

report(median < highestMedian ? tooLong : [...tooLong, tooHigh]);
