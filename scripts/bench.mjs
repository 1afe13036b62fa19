#!/usr/bin/env node
/** `npm run bench`: builds the application and the benchmark, then measures. What stands after `--` goes to the benchmark. */
import { build } from 'esbuild';
import { become } from './lib/node.mjs';
import { prepare } from './lib/prepare.mjs';
import { inProject, root } from './lib/project.mjs';

const node = prepare();
await build({
  entryPoints: [inProject('bench/main.ts')],
  // Beside the application, so that what ships with the product is found the same way.
  outfile: inProject('dist/bench.mjs'),
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
});
become(node, ['--enable-source-maps', inProject('dist/bench.mjs'), ...process.argv.slice(2)]);
