import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** kill -9 of a PostgreSQL server with all its processes at once: nothing of it writes anything any more. Linux only. */
export function killDatabase(cluster: string): void {
  const [line = ''] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  const postmaster = Number(line);
  if (!Number.isInteger(postmaster) || postmaster <= 1) throw new Error(`No server over ${cluster}`);
  for (const pid of [postmaster, ...childrenOf(postmaster)]) killProcess(pid);
}

/** kill -9, of a process that may be gone already. */
export function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ESRCH') throw error;
  }
}

function childrenOf(parent: number): readonly number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined; // It ended meanwhile.
  }
}
