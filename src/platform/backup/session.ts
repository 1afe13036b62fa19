/** A session of the owner in which rows are written out as text, always the same text for the same row. */
import pg from 'pg';
import { from, to, type CopyStreamQuery, type CopyToStreamQuery } from 'pg-copy-streams';
import { refuse } from '#kernel/refusal.ts';
import type { Connection } from '#platform/database/connection.ts';

export type Session = pg.Client;

/** Text that does not depend on the server's settings, in the order of the heap. */
const SETTINGS = [
  "datestyle = 'ISO, DMY'",
  "intervalstyle = 'postgres'",
  "timezone = 'UTC'",
  'extra_float_digits = 3',
  "bytea_output = 'hex'",
  "client_encoding = 'UTF8'",
  'synchronize_seqscans = off',
  'statement_timeout = 0',
  'lock_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
  'transaction_timeout = 0',
];

/** Any number: one backup or restore of a database at a time. */
const BACKUP_LOCK = 7_205_210;

/** Works in a session that nobody else backs up or restores in. Refuses when somebody does. */
export async function inSession<Result>(
  owner: Connection,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const session = new pg.Client({
    ...owner,
    application_name: 'motcua backup',
    connectionTimeoutMillis: 10_000,
  });
  session.on('error', () => undefined); // A broken connection fails the statement under way, which tells.
  await session.connect();
  try {
    await session.query(SETTINGS.map((setting) => `set ${setting}`).join('; '));
    const { rows } = await session.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      BACKUP_LOCK,
    ]);
    if (rows[0]?.free !== true)
      refuse(
        'conflict',
        'Đang có một lần sao lưu hoặc phục hồi khác trên cơ sở dữ liệu này. Hãy chờ nó xong.',
      );
    return await work(session);
  } finally {
    await session.end();
  }
}

/** The rows that a table or a query (in parentheses) gives, as COPY's text. */
export function copyOut(session: Session, rows: string): CopyToStreamQuery {
  return session.query(to(`copy ${rows} to stdout`));
}

/**
 * How many rows came out. The text ends before the server says how many there were, and the two may come apart, so the
 * next statement is waited for: it is answered after that.
 */
export async function countOf(session: Session, copied: CopyToStreamQuery): Promise<number> {
  await session.query('select');
  return copied.rowCount;
}

/** Takes COPY's text into a table. Finished when the server has taken it. */
export function copyIn(session: Session, target: string): CopyStreamQuery {
  return session.query(from(`copy ${target} from stdin`));
}

export function quoted(...names: readonly string[]): string {
  return names.map((name) => pg.escapeIdentifier(name)).join('.');
}
