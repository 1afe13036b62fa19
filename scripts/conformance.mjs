#!/usr/bin/env node
/**
 * `npm run conformance -- FOLDER`: reads every BPMN file of a folder, such as the reference models of the Model Interchange
 * Working Group, and prints what is kept, what is refused, and whether it survives export and import.
 */
import { ensureInstalled } from './lib/install.mjs';
import { become, findNode } from './lib/node.mjs';
import { giveUp } from './lib/project.mjs';

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || rest.length > 0) giveUp('Cách dùng: npm run conformance -- THƯ_MỤC');
ensureInstalled();
become(findNode(), ['scripts/conformance-table.ts', folder]);
