#!/usr/bin/env node
/**
 * `npm run crash`: the tests of survival alone. `--kills N` after `--` says how often the application or its database is
 * killed (20 when not given); other words choose among the files, such as `disk`.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { environmentFor } from './lib/node.mjs';
import { prepare } from './lib/prepare.mjs';
import { giveUp, inProject, root } from './lib/project.mjs';

const words = process.argv.slice(2);
const at = words.indexOf('--kills');
const [, kills = ''] = at === -1 ? ['--kills', '20'] : words.splice(at, 2);
if (!/^[1-9]\d*$/.test(kills)) giveUp('--kills phải là số nguyên từ 1, ví dụ: npm run crash -- --kills 1000');

const node = prepare();
const program = inProject('node_modules/vitest/vitest.mjs');
const child = spawn(node, [program, 'run', '--config', 'test/crash/vitest.config.ts', ...words], {
  cwd: root,
  env: { ...environmentFor(node), NODE_ENV: 'test', CRASH_KILLS: kills },
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
