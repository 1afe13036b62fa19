import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import { exists } from './files.ts';
import { isAlive, startOf } from './processes.ts';

/** The process that owns a folder, as its file says. `start` tells it from a later process of the same number. */
const ownerSchema = z.object({ pid: z.number().int(), start: z.string() });
type Owner = z.infer<typeof ownerSchema>;

/** Gives the folder back. */
export type Release = () => Promise<void>;

/**
 * Takes the folder for this process by its owner file. The file of a process that was killed is put aside.
 * Refuses when its owner still lives after `patience` milliseconds: who restarts at once meets the old process on
 * its way out. (The lock held in the database itself is the stronger guard; this one also
 * covers the time before there is a database, and knows whom to name.)
 */
export async function takeClaim(path: string, patience: number): Promise<Release> {
  const owner: Owner = { pid: process.pid, start: startOf(process.pid) };
  const giveUpAt = performance.now() + patience;
  for (;;) {
    if (await create(path, owner)) return () => rm(path, { force: true });
    const living = await livingOwner(path);
    if (living === undefined) await putAside(path);
    else if (performance.now() < giveUpAt) await wait(100);
    else refuseSecond(living.pid);
  }
}

/** The living process that owns the folder, if there is one. */
export async function livingOwner(path: string): Promise<Owner | undefined> {
  const owner = await readOwner(path);
  const isLiving = owner !== undefined && isAlive(owner.pid) && startOf(owner.pid) === owner.start;
  return isLiving ? owner : undefined;
}

/** Says that another Một Cửa works on the folder, and what can be done. */
export function refuseSecond(pid: number | undefined): never {
  const who = pid === undefined ? '' : ` (tiến trình ${pid})`;
  refuse(
    'conflict',
    `Một Cửa đang chạy trên cùng thư mục dữ liệu này${who}. Hãy dừng nó trước, hoặc đặt MOTCUA_DATA là thư mục khác. ` +
      'Muốn chạy nhiều tiến trình, hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL chung.',
  );
}

/** False when the file is there already. */
async function create(path: string, owner: Owner): Promise<boolean> {
  return writeFile(path, JSON.stringify(owner), { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

/** Undefined when there is no file or a power cut left it empty. */
async function readOwner(path: string): Promise<Owner | undefined> {
  if (!(await exists(path))) return undefined;
  const parsed = ownerSchema.safeParse(parseJson(await readFile(path, 'utf8')));
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Half-written: treated like a file without an owner.
  }
}

/**
 * Removes a dead owner's file. Two processes may do so at once, so it is first renamed, which only one can do, and
 * given back if it turns out to be the file of a process that was quicker.
 */
async function putAside(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  if ((await livingOwner(aside)) === undefined) await rm(aside, { force: true });
  else await rename(aside, path);
}
