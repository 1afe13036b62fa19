/**
 * Failures that are nobody's mistake: the disk is full, the database does not answer. They are no refusals, since nobody
 * decided them, and no bugs. People are told so, with what to do.
 */
export type Trouble =
  /** No room for what was to be written; nothing is. */
  | 'full'
  /** The database could not be reached, broke off or took too long; nothing is written. */
  | 'away'
  /** It broke off while it was to make everything final: whether it is, only a second try tells. */
  | 'unsure';

/** What kind of trouble an error tells of, itself or by what caused it; null when it is a bug. */
export function troubleOf(error: unknown): Trouble | null {
  const [found] = chainOf(error).flatMap((one) => kindOf(one) ?? []);
  return found ?? null;
}

/** The same failure, after which nobody knows whether the work was made final. */
export function outcomeUnknown(cause: unknown): Error {
  const error = new Error('The outcome of a transaction is not known', { cause });
  unsure.add(error);
  return error;
}

const unsure = new WeakSet<Error>();

/** Codes of the operating system: no room left, by the disk, by a quota, by a limit for the size of files. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);

/** Codes of the operating system for connections, and SQLSTATE of a server that is going, coming, overrun or too slow. */
const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  '53300', // too many connections
  '53400', // a limit of the server's configuration
  '55P03', // a lock did not come in time
  '57014', // a statement took too long
  '57P01', // the server is stopped
  '57P02', // it crashed
  '57P03', // it starts
  '57P05', // the session was idle too long
  '25P03', // a transaction was idle too long
]);

/** The driver has no codes for what happens on its own side of the connection. */
const AWAY_WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|The server keeps silent|Client has encountered a connection error)/;

function kindOf(error: Error): Trouble | null {
  if (unsure.has(error)) return 'unsure';
  const code = 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) return 'full';
  // Class 08 is about connections. A socket file that is not there belongs to a server that is not there.
  const isAway =
    AWAY.has(code) ||
    /^08.{3}$/.test(code) ||
    (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect');
  return isAway || AWAY_WORDS.test(error.message) ? 'away' : null;
}

/** An error, what caused it, and what it sums up. */
function chainOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inside = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  return [error, ...[error.cause, ...inside].flatMap(chainOf)];
}
