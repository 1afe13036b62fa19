import type { Writable } from 'node:stream';
import { Refusal } from '#kernel/refusal.ts';
import type { Command, ExitCode, Output } from './command.ts';
import { helpOf, helpOfAll } from './help.ts';
import { parseGiven } from './parse.ts';

export type Streams = { readonly out: Writable; readonly error: Writable };

/**
 * Runs the command that `args` name (what stands after `motcua`) and answers the exit code. A refusal is told on the
 * error stream: 2 when the request was wrong in itself, 1 when it could not be done now. Anything else is a bug
 * and is thrown.
 */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  streams: Streams,
): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    say(name === undefined ? streams.error : streams.out, helpOfAll(commands));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) {
    say(streams.error, `Không có lệnh "${name}".\n\n${helpOfAll(commands)}`);
    return 2;
  }
  return runKnown(command, rest, streams);
}

async function runKnown(command: Command, args: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    const given = parseGiven(command, args);
    if (given.switches.has('help')) {
      say(streams.out, helpOf(command));
      return 0;
    }
    return await command.run(given, outputTo(streams, given.switches.has('json')));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(streams.error, error.message);
    return error.kind === 'invalid' ? 2 : 1;
  }
}

function outputTo(streams: Streams, isJson: boolean): Output {
  return {
    print: (facts, text) => say(streams.out, isJson ? JSON.stringify(facts, null, 2) : text),
    progress: (line) => say(streams.error, line),
  };
}

function say(stream: Writable, text: string): void {
  stream.write(`${text}\n`);
}
