#!/usr/bin/env node
/**
 * `npm run upgrade -- --from COMMIT`: builds the program of an earlier commit in a worktree of its own, runs it over a
 * database, and this one beside it. Needs the history of git and the packages of that commit to be those of this one.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './lib/bundle.mjs';
import { environmentFor, runScript } from './lib/node.mjs';
import { prepare } from './lib/prepare.mjs';
import { giveUp, inProject, root, say } from './lib/project.mjs';

const { values } = parseArgs({ options: { from: { type: 'string' } } });
const commit = values.from ?? '';
if (commit === '') giveUp('Say from which commit: npm run upgrade -- --from COMMIT');

const node = prepare();
await bundle('test/upgrade/side-by-side.ts', 'dist/side-by-side.mjs');

const folder = mkdtempSync(join(tmpdir(), 'motcua-earlier-'));
const earlier = join(folder, 'program');
const git = (...args) => execFileSync('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
try {
  say(`Building ${commit}…`);
  git('worktree', 'add', '--detach', earlier, commit);
  symlinkSync(inProject('node_modules'), join(earlier, 'node_modules'));
  execFileSync(node, ['scripts/build.mjs'], { cwd: earlier, env: environmentFor(node), stdio: 'inherit' });
  process.exitCode =
    runScript(node, ['--enable-source-maps', inProject('dist/side-by-side.mjs'), earlier]).status ?? 1;
} finally {
  git('worktree', 'remove', '--force', earlier);
  rmSync(folder, { recursive: true, force: true });
}
