import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** A temporary file of another machine without a write for so long belongs to a process that is gone (milliseconds). */
const ABANDONED_AFTER = 60 * 60 * 1000;

/** A name that says which process of which machine writes the file, and that nobody else takes. */
export function temporaryName(): string {
  return `${machine()}.${process.pid}.${randomUUID()}`;
}

/** Removes what crashes left: at once where its process is known to be gone, else when nobody wrote for an hour. */
export async function sweep(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    const path = join(temporary, name);
    if (isOfGoneProcess(name) || (await isOld(path))) await rm(path, { force: true });
  }
}

function machine(): string {
  return hostname().replaceAll(/[^A-Za-z0-9-]/g, '-');
}

function isOfGoneProcess(name: string): boolean {
  const [host, pid] = name.split('.');
  return host === machine() && /^\d+$/.test(pid ?? '') && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0); // Only asks.
    return true;
  } catch (error) {
    // Whoever is not ours may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isOld(path: string): Promise<boolean> {
  const modified = await stat(path).catch(() => undefined); // Its process just gave it its name.
  return modified !== undefined && Date.now() - modified.mtimeMs > ABANDONED_AFTER;
}
