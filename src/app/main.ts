import { runCommand } from './command/run.ts';
import { start } from './command/start.ts';

process.exitCode = await runCommand([start], process.argv.slice(2), {
  out: process.stdout,
  error: process.stderr,
});
