#!/usr/bin/env node
/** `npx motcua …`: the command line, on the pinned Node; prepares what is missing first. */
import { become } from '../scripts/lib/node.mjs';
import { prepare } from '../scripts/lib/prepare.mjs';
import { inProject } from '../scripts/lib/project.mjs';

become(prepare(), ['--enable-source-maps', inProject('dist/motcua.mjs'), ...process.argv.slice(2)]);
