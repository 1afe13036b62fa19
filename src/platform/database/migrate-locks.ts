import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { refuse } from '#kernel/refusal.ts';
import type { Connection } from './connection.ts';

/** How a step of an upgrade asks for the locks it needs. Milliseconds. */
export type Patience = {
  /** For how long it stands in line for a table; whoever wants the table meanwhile stands behind it. */
  readonly lock: number;
  /** For how long it then lets everybody else go on before it asks again. */
  readonly pause: number;
  /** How often it asks before it gives up. */
  readonly tries: number;
};

/** Five minutes of asking; nobody at a counter waits longer than a second for it, and two in three seconds are theirs. */
export const PATIENCE: Patience = { lock: 1000, pause: 2000, tries: 100 };

/** Told in Vietnamese what the upgrade is waiting for. */
export type Tell = (sentence: string) => void;

const LOCK_NOT_AVAILABLE = '55P03';
const LOOK_EVERY_MS = 100;

export type Asking = {
  readonly client: pg.Client;
  readonly owner: Connection;
  /** What is being done, as it is told. */
  readonly name: string;
  readonly patience: Patience;
  readonly tell: Tell;
};

/**
 * Does work that needs locks on tables that others use: it waits for a lock briefly, else it is undone whole, lets the
 * others go on and is done again. `work` must leave nothing behind when it fails. Refuses when it never got its locks.
 */
export async function withBoundedLocks(asking: Asking, work: () => Promise<void>): Promise<void> {
  const { client, name, patience, tell } = asking;
  await client.query(`set lock_timeout = ${patience.lock}`);
  let holders = 'một giao dịch khác';
  for (let attempt = 1; ; attempt += 1) {
    const watcher = await watchHolders(asking);
    try {
      return await work();
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      holders = watcher.seen() ?? holders;
      if (attempt >= patience.tries) giveUp(name, holders);
      tell(
        `Bước nâng cấp ${name} chờ ${holders} dùng xong bảng. Mọi người vẫn làm việc bình thường; ${patience.pause / 1000} giây nữa thử lại (lần ${attempt + 1} trong ${patience.tries}).`,
      );
    } finally {
      await watcher.stop();
    }
    await wait(patience.pause);
  }
}

function isLockTimeout(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error && 'code' in cause && cause.code === LOCK_NOT_AVAILABLE;
}

function giveUp(name: string, holders: string): never {
  refuse(
    'conflict',
    `Chưa nâng cấp được: bước ${name} không lấy được khóa vì ${holders} giữ bảng quá lâu. Chưa có gì thay đổi trong bước này. Hãy chờ việc đó xong, hoặc dừng nó (pg_terminate_backend), rồi chạy lại.`,
  );
}

type Holder = { readonly pid: number; readonly program: string | null; readonly seconds: number | null };

/** Looks from a second connection who stands in the way: once the wait is over, that can no longer be asked. */
async function watchHolders({ client, owner }: Asking) {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const observer = new pg.Client({ ...owner, application_name: 'motcua migrate' });
  await observer.connect();
  const ended = new AbortController();
  let seen: string | null = null;
  const looking = (async () => {
    while (!ended.signal.aborted) {
      const found = await observer.query<Holder>(HOLDERS, [rows[0]?.pid]);
      if (found.rows.length > 0) seen = found.rows.map(nameOf).join(', ');
      await wait(LOOK_EVERY_MS, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  })().catch(() => undefined); // Whoever cannot look says less; the upgrade does not depend on it.
  return {
    seen: () => seen,
    stop: async () => {
      ended.abort();
      await looking;
      await observer.end();
    },
  };
}

const HOLDERS = `select a.pid, nullif(a.application_name, '') as program,
    round(extract(epoch from clock_timestamp() - a.xact_start))::int as seconds
  from unnest(pg_blocking_pids($1)) as b(pid) join pg_stat_activity a on a.pid = b.pid`;

function nameOf({ pid, program, seconds }: Holder): string {
  const time = seconds === null ? '' : `, đã chạy ${seconds} giây`;
  return `tiến trình ${pid} (${program ?? 'không rõ chương trình'}${time})`;
}
