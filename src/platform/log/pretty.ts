import { Writable } from 'node:stream';

const colours: Readonly<Record<string, string>> = {
  debug: '\u001B[2m',
  info: '',
  warn: '\u001B[33m',
  error: '\u001B[31m',
};
const reset = '\u001B[0m';

/** Turns the JSON lines of a log into lines for a person at a terminal: clock, message, facts. */
export function prettyTo(output: Writable): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      for (const line of String(chunk).split('\n')) if (line !== '') output.write(`${prettyLine(line)}\n`);
      done();
    },
  });
}

/** One line of JSON as a person reads it. The clock is Việt Nam's. */
export function prettyLine(json: string): string {
  const { time, level, message, error, ...facts } = readLine(json);
  const clock = new Date(String(time)).toLocaleTimeString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour12: false,
  });
  const shown = Object.entries(facts).map(([key, value]) => `${key}=${plain(value)}`);
  const stack =
    typeof error === 'object' && error !== null && 'stack' in error ? `\n${String(error.stack)}` : '';
  const colour = colours[String(level)] ?? '';
  return `${clock} ${colour}${[String(message), ...shown].join('  ')}${stack}${colour === '' ? '' : reset}`;
}

function readLine(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null ? { ...value } : { message: value };
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
