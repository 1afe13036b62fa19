import { due } from './command/due.ts';
import { runCommand } from './command/run.ts';
import { start } from './command/start.ts';

process.exitCode = await runCommand([start, due], process.argv.slice(2), {
  out: process.stdout,
  error: process.stderr,
});
