#!/usr/bin/env node
/** `npm run bench`: builds the application and the benchmark, then measures. What stands after `--` goes to the benchmark. */
import { bundle } from './lib/bundle.mjs';
import { become } from './lib/node.mjs';
import { prepare } from './lib/prepare.mjs';
import { inProject } from './lib/project.mjs';

const node = prepare();
await bundle('bench/main.ts', 'dist/bench.mjs');
become(node, ['--enable-source-maps', inProject('dist/bench.mjs'), ...process.argv.slice(2)]);
