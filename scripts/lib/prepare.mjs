import { existsSync, readFileSync } from 'node:fs';
import { ensureInstalled } from './install.mjs';
import { findNode, runScript } from './node.mjs';
import { giveUp, inProject, say } from './project.mjs';
import { filesUnder, hashOf } from './sources.mjs';

/** What the build reads. */
const inputs = [
  'src',
  'starter',
  'scripts/build.mjs',
  'scripts/build-assets.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** The hash of what the build would read now. */
export const currentBuild = () => hashOf(filesUnder(...inputs));

/** File with the hash of what the build in dist was made from. Written last. */
export const buildStamp = inProject('dist', 'build.txt');

/** Makes a fresh clone ready: packages, then build, each only when needed. Answers the Node to run on. */
export function prepare() {
  ensureInstalled();
  const node = findNode();
  if (!isBuilt()) {
    say('Đang dựng ứng dụng…');
    if (runScript(node, ['scripts/build.mjs']).status !== 0)
      giveUp('Không dựng được ứng dụng; xem lỗi ở trên.');
  }
  return node;
}

function isBuilt() {
  return existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === currentBuild();
}
