import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './project.mjs';

/** Programs that the tests need, each with its Debian package. Any of the names will do. */
const tools = [
  { names: ['chromium', 'chromium-browser', 'google-chrome', 'chrome'], package: 'chromium' },
  { names: ['zbarimg'], package: 'zbar-tools' },
  { names: ['pdftotext'], package: 'poppler-utils' },
];

/**
 * Makes sure that the programs are there: root on Debian gets what is missing installed. Answers undefined, or what the
 * person has to do.
 */
export function ensureTools() {
  const missing = missingPackages();
  if (missing.length === 0) return undefined;
  const command = `apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    return `Kiểm thử cần thêm chương trình. Hãy chạy "sudo ${command}" rồi chạy lại npm test.`;
  }
  say(`Đang cài chương trình mà kiểm thử cần: ${missing.join(', ')}…`);
  const output = install(command);
  if (missingPackages().length === 0) return undefined;
  return `${output}\nChưa cài được ${missing.join(', ')}. Hãy xem lỗi ở trên, chạy "${command}" rồi chạy lại npm test.`;
}

function missingPackages() {
  return tools.filter((tool) => !tool.names.some(isOnPath)).map((tool) => tool.package);
}

function isOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => isProgram(join(folder, name)));
}

function isProgram(path) {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // It is there, but may not be run.
  }
}

/** Quietly. Answers what the programs printed, for when it did not help. */
function install(command) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update'], command.split(' ').slice(1)];
  return steps
    .map((args) => spawnSync('apt-get', ['--quiet', ...args], { env, encoding: 'utf8', maxBuffer: 1 << 26 }))
    .map((done) => (done.status === 0 ? '' : `${done.stdout}${done.stderr}`))
    .join('');
}
