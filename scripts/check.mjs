#!/usr/bin/env node
/** `npm run check`: everything but the tests. All checks run, whatever fails; names after `--` choose among them. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { environmentFor } from './lib/node.mjs';
import { prepare } from './lib/prepare.mjs';
import { inProject, root } from './lib/project.mjs';

const npmProgram = (path) => inProject('node_modules', path);
const elements = 'src/web/elements/tsconfig.json';

const ownChecks = readdirSync(inProject('scripts/checks'))
  .filter((name) => name.endsWith('.mjs'))
  .map((name) => ({ name: name.replace('.mjs', ''), args: [inProject('scripts/checks', name)] }));

const checks = [
  { name: 'format', args: [npmProgram('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'types', args: [npmProgram('typescript/bin/tsc'), '-p', '.', '--noEmit'] },
  {
    name: 'types-elements',
    args: [npmProgram('typescript/bin/tsc'), '-p', elements, '--noEmit'],
    needs: elements,
  },
  { name: 'lint', args: [npmProgram('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'unused', args: [npmProgram('knip/bin/knip.js'), '--no-progress'] },
  ...ownChecks,
  { name: 'lock', args: ['scripts/complete-lock.mjs', '--check'] },
  { name: 'schema', args: ['scripts/generate-types.ts', '--check'], needs: 'scripts/generate-types.ts' },
];

const node = prepare();
const chosen = process.argv.slice(2);
const failed = [];
for (const check of checks.filter(isWanted)) {
  const { code, output } = await run(check.args);
  console.log(`${code === 0 ? '✓' : '✗'} ${check.name}`);
  if (code !== 0) {
    failed.push(check.name);
    console.log(output.trimEnd().replaceAll(/^/gm, '    '));
  }
}
console.log(failed.length === 0 ? '\nEverything is fine.' : `\nNot fine: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

function isWanted({ name, needs }) {
  const isThere = needs === undefined || existsSync(inProject(needs));
  return isThere && (chosen.length === 0 || chosen.includes(name));
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: root,
      env: environmentFor(node),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
