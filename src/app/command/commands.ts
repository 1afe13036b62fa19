import { account } from './account.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { due } from './due.ts';
import { keys } from './keys.ts';
import { lint } from './lint.ts';
import { log } from './log.ts';
import { migrate } from './migrate.ts';
import { restore } from './restore.ts';
import { start } from './start.ts';
import { starter } from './starter.ts';
import type { Command } from './command.ts';

/** Every command of `motcua`, in the order in which help shows them. */
export const commands: readonly Command[] = [
  start,
  due,
  lint,
  account,
  check,
  log,
  backup,
  restore,
  keys,
  migrate,
  starter,
];
