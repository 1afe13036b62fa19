import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const PLACES = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib64/faketime/libfaketime.so.1',
  '/usr/lib/faketime/libfaketime.so.1',
];

const LIBRARY = PLACES.find((place) => existsSync(place));

/** Only where libfaketime is installed (Debian: faketime); elsewhere what needs it is skipped. */
export const hasFalseClock = LIBRARY !== undefined;

/** A clock for a process of its own, which goes wrong by as much as one says, also while it runs. */
export type FalseClock = {
  readonly settings: Readonly<Record<string, string>>;
  /** Such as `-2d`, `+3h`, `+0`. */
  readonly set: (offset: string) => Promise<void>;
};

/** PostgreSQL, which the application starts with an environment of its own, keeps the true time. */
export async function openFalseClock(folder: string, offset: string): Promise<FalseClock> {
  const file = path.join(folder, 'false-clock');
  const set = async (next: string): Promise<void> => writeFile(file, next);
  await set(offset);
  return {
    set,
    settings: {
      LD_PRELOAD: LIBRARY ?? '',
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      // Only the time of day is wrong; what measures durations is not.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  };
}
