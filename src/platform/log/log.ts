import type { Writable } from 'node:stream';
import { pino, type Logger as Pino } from 'pino';
import { traceFields } from '#platform/tracing/trace-fields.ts';
import { prettyTo } from './pretty.ts';
import { redactFields, redactText, type LogFields } from './redact.ts';

/**
 * Where a process tells what it does, in Vietnamese for the operator. Made once, handed on in the context, never a global.
 * Personal data in well-known fields is masked, but better not given at all.
 */
export type Log = {
  readonly debug: (fields: LogFields, message: string) => void;
  readonly info: (fields: LogFields, message: string) => void;
  readonly warn: (fields: LogFields, message: string) => void;
  readonly error: (fields: LogFields, message: string) => void;
  /** The same log with facts added to every line, such as `{ requestId }`. */
  readonly child: (fields: LogFields) => Log;
};

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type LogOptions = {
  readonly level: LogLevel;
  readonly output: Writable & { readonly isTTY?: boolean };
};

/**
 * One JSON object a line (`time` ISO in UTC, `level`, `message`, fields), or lines for people when the output is a
 * terminal. An error goes in the field `error`.
 */
export function createLog({ level, output }: LogOptions): Log {
  const log = pino(
    {
      level,
      base: null,
      mixin: traceFields,
      messageKey: 'message',
      errorKey: 'error',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    output.isTTY === true ? prettyTo(output) : output,
  );
  return wrap(log);
}

function wrap(log: Pino): Log {
  const write =
    (level: LogLevel) =>
    (fields: LogFields, message: string): void =>
      log[level](redactFields(fields), redactText(message));
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (fields) => wrap(log.child(redactFields(fields))),
  };
}
