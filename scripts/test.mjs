#!/usr/bin/env node
/**
 * `npm test`: prepares a fresh clone, then runs every test. What stands after `--` goes to vitest and selects among the
 * tests of src, starter and test (the browser's journeys then stay out). The last line counts the tests.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentFor } from './lib/node.mjs';
import { prepare } from './lib/prepare.mjs';
import { inProject, root, say } from './lib/project.mjs';
import { ensureTools } from './lib/tools.mjs';

const selection = process.argv.slice(2);
const suites = [
  { title: 'Kiểm thử đơn vị, cơ sở dữ liệu và tuyến', config: 'vitest.config.ts', args: selection },
  { title: 'Kiểm thử trên trình duyệt', config: 'test/e2e/vitest.config.ts', args: [] },
  { title: 'Kiểm thử sống sót sau sự cố', config: 'test/crash/vitest.config.ts', args: [] },
];

const node = prepare();
const problem = ensureTools();
if (problem === undefined) await runAll(selection.length === 0 ? suites : suites.slice(0, 1));
else {
  say(problem);
  finish({ passed: 0, failed: 0, skipped: 0 });
}

async function runAll(chosen) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of chosen.filter(({ config }) => existsSync(inProject(config)))) {
    say(`\n${suite.title}`);
    const counts = await runSuite(suite);
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
  }
  finish(total);
}

async function runSuite({ config, args }) {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-counts-'));
  const counts = join(folder, 'counts.json');
  const code = await vitest(['run', '--config', config, ...args], counts);
  // Vitest that ends without counts, or badly with nothing failed, failed itself.
  const found = existsSync(counts)
    ? JSON.parse(readFileSync(counts, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 };
  rmSync(folder, { recursive: true });
  return code !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
}

function vitest(args, counts) {
  const program = inProject('node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', `--reporter=${inProject('scripts/lib/count-reporter.mjs')}`];
  return new Promise((resolve) => {
    const child = spawn(node, [program, ...args, ...reporters], {
      cwd: root,
      env: { ...environmentFor(node), NODE_ENV: 'test', TEST_COUNTS: counts },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.once('exit', (code, signal) => resolve(signal === null ? code : 128 + constants.signals[signal]));
  });
}

/** The line is the last one, and the exit code says the same: nothing failed, and something ran. */
function finish({ passed, failed, skipped }) {
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
}
