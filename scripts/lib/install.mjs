import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { giveUp, inProject, root, say } from './project.mjs';

/**
 * Installs the packages of package-lock.json when node_modules does not hold them. Install scripts stay off: no package
 * needs one. Development packages are included, since the build uses some.
 */
export function ensureInstalled() {
  if (isInstalled()) return;
  say('Đang cài các gói phần mềm cần thiết (chỉ lần đầu và khi có phiên bản mới, khoảng một phút)…');
  const done = runNpm([
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (done.status === 0 && isInstalled()) return;
  giveUp(
    'Chưa cài được các gói phần mềm. Hãy kiểm tra kết nối mạng và quyền ghi vào thư mục này, rồi chạy lại.',
  );
}

/** Does node_modules hold every package of the lock file in its version? npm keeps a list of what it installed. */
function isInstalled() {
  const listPath = inProject('node_modules', '.package-lock.json');
  if (!existsSync(listPath)) return false;
  const installed = readPackages(listPath);
  return Object.entries(readPackages(inProject('package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' ||
      installed[path]?.version === wanted.version ||
      // Packages for other systems are left out by npm.
      (wanted.optional === true && installed[path] === undefined),
  );
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** With the npm that runs us, else the one on PATH. What it prints goes to the error stream. */
function runNpm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  return own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
