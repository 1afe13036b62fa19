#!/usr/bin/env node
/** `npm run dev`: serves, and builds and starts again whenever a source changes. */
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { environmentFor, runScript } from './lib/node.mjs';
import { prepare } from './lib/prepare.mjs';
import { inProject, say } from './lib/project.mjs';

const node = prepare();
const places = ['src', 'starter', 'templates', 'migrations'];
let child = serve();
let timer;
let isTurning = false;
let isStale = false;

for (const place of places.filter((name) => existsSync(inProject(name)))) {
  watch(inProject(place), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void turn(), 150);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop().then(() => process.exit(0)));

/** Builds, and only when that worked puts the new version in the place of the old one. */
async function turn() {
  isStale = true;
  if (isTurning) return;
  isTurning = true;
  while (isStale) {
    isStale = false;
    if (runScript(node, ['scripts/build.mjs']).status !== 0) say('Chưa dựng được; bản cũ vẫn chạy.');
    else {
      await stop();
      say('Khởi động lại với bản mới…');
      child = serve();
    }
  }
  isTurning = false;
}

function serve() {
  return spawn(
    node,
    ['--enable-source-maps', inProject('dist/motcua.mjs'), 'start', ...process.argv.slice(2)],
    {
      env: { NODE_ENV: 'development', ...environmentFor(node) },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
}

async function stop() {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
