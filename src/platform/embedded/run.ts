import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** The system account that owns the database and runs its programs. Undefined: the one that runs Node. */
export type SystemAccount = { readonly uid: number; readonly gid: number };

export type Program = {
  readonly file: string;
  readonly args: readonly string[];
  readonly account: SystemAccount | undefined;
  /** Everything the program and its children print. A file, since a server keeps it open after the program ends. */
  readonly log: string;
  readonly cwd: string;
};

export type Outcome = { readonly code: number | null; readonly output: string };

/** Runs a program of PostgreSQL to its end. */
export async function run(program: Program): Promise<Outcome> {
  const log = openSync(program.log, 'w', 0o600);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(program.file, [...program.args], {
        ...program.account,
        cwd: program.cwd,
        env: environment(),
        // Its own session: Ctrl+C at the terminal is for Node, which stops the database in order.
        detached: true,
        windowsHide: true,
        stdio: ['ignore', log, log],
      });
      child.once('error', reject);
      child.once('exit', resolve);
    });
    return { code, output: await readFile(program.log, 'utf8') };
  } finally {
    closeSync(log);
  }
}

/** Could that account enter this folder? Asked of the system itself, so that access lists count too. */
export function canEnter(account: SystemAccount, folder: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return asked.status === 0;
}

/** Nothing of the caller's environment but the way to programs: PG* variables would change what PostgreSQL does. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  return { PATH, SystemRoot, TEMP, TMPDIR, LC_ALL: 'C' };
}
