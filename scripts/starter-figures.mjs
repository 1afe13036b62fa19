#!/usr/bin/env node
/** `npm run starter-figures -- FOLDER`: holds the starter's figures and documents against the text of the report there. */
import { ensureInstalled } from './lib/install.mjs';
import { become, findNode } from './lib/node.mjs';
import { giveUp } from './lib/project.mjs';

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || rest.length > 0) giveUp('Cách dùng: npm run starter-figures -- THƯ_MỤC');
ensureInstalled();
become(findNode(), ['scripts/starter-figures.ts', folder]);
