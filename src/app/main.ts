import { account } from './command/account.ts';
import { backup } from './command/backup.ts';
import { check } from './command/check.ts';
import { due } from './command/due.ts';
import { keys } from './command/keys.ts';
import { log } from './command/log.ts';
import { migrate } from './command/migrate.ts';
import { restore } from './command/restore.ts';
import { runCommand } from './command/run.ts';
import { start } from './command/start.ts';
import { starter } from './command/starter.ts';

process.exitCode = await runCommand(
  [start, due, account, check, log, backup, restore, keys, migrate, starter],
  process.argv.slice(2),
  {
    out: process.stdout,
    error: process.stderr,
  },
);
