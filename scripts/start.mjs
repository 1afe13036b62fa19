#!/usr/bin/env node
/** `npm start`: prepares what is missing, then serves. What stands after `--` goes to `motcua start`. */
import { become } from './lib/node.mjs';
import { prepare } from './lib/prepare.mjs';
import { inProject } from './lib/project.mjs';

become(prepare(), ['--enable-source-maps', inProject('dist/motcua.mjs'), 'start', ...process.argv.slice(2)]);
