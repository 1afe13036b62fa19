import { commands } from './command/commands.ts';
import { runCommand } from './command/run.ts';

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  out: process.stdout,
  error: process.stderr,
});
