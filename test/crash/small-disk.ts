import { execFile, execFileSync } from 'node:child_process';
import { mkdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** A disk of a few megabytes at the place of a folder, which keeps what was in it. */
export type SmallDisk = {
  /** Leaves only so many kilobytes. */
  readonly fill: (left: number) => Promise<void>;
  /** Gives the space back. */
  readonly clear: () => Promise<void>;
  readonly unmount: () => Promise<void>;
};

/** Only who may mount has small disks; others skip what needs them. */
export const canMount = process.platform === 'linux' && mayMount();

const run = promisify(execFile);

export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk> {
  const before = `${folder}.before`;
  await mkdir(folder, { recursive: true });
  await rename(folder, before);
  await mkdir(folder);
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  // The mode and the owner of the folder go with what is in it.
  await run('cp', ['-Rp', `${before}/.`, folder]);
  await rm(before, { recursive: true });
  const ballast = path.join(folder, '.ballast');
  return {
    fill: async (left) => {
      const { bavail, bsize } = await statfs(folder);
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left * 1024)));
    },
    clear: async () => rm(ballast, { force: true }),
    unmount: async () => void (await run('umount', ['--lazy', folder])),
  };
}

function mayMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // A container without the right to.
  }
}
