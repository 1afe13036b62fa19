import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** Is a process of that number alive? One that ended but was not collected by its parent counts as dead. */
export function isAlive(pid: number): boolean {
  return isTaken(pid) && statFields(pid)?.[0] !== 'Z';
}

/** Is the number in use, be it by a process that ended but was not collected? */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but somebody else's. Anything else: it is not.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * When the process started, in whatever form the system tells it; with the number it names one process for ever, since
 * numbers are used again. Empty when the system does not tell.
 */
export function startOf(pid: number): string {
  const fields = statFields(pid);
  if (fields !== undefined) return `${bootId()} ${fields[19] ?? ''}`;
  if (process.platform === 'win32') return '';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Is that process a PostgreSQL server over this folder? */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return workingFolder(pid) === cluster;
  if (process.platform === 'win32') return true;
  const asked = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return asked.stdout.includes('postgres') && asked.stdout.includes(cluster);
}

/** The fields of /proc/<pid>/stat from the state on (the name before them may hold spaces). Linux only. */
function statFields(pid: number): readonly string[] | undefined {
  const text = read(`/proc/${pid}/stat`);
  return text === undefined ? undefined : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function bootId(): string {
  return read('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // Not Linux, or the process ended meanwhile.
  }
}

/** PostgreSQL makes its data folder its working folder, and the link follows a folder that was moved. */
function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // The process ended meanwhile, or is not ours to look at.
  }
}
