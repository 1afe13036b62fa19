import { refuse } from '#kernel/refusal.ts';
import pg from 'pg';
import type { Connection } from './connection.ts';

/** Oldest PostgreSQL whose behaviour we test, as `server_version_num`. */
const OLDEST_VERSION = 170_000;

/**
 * The same connection once the server answered to it; else a refusal that names the setting and says in the server's own
 * words what is wrong. A server older than 17 is refused too.
 */
export async function reachable(connection: Connection, setting: string): Promise<Connection> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    const version = Number(rows[0]?.version);
    if (version >= OLDEST_VERSION) return connection;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    refuse(
      'conflict',
      `Không kết nối được máy chủ PostgreSQL trong ${setting}: ${words}. Hãy kiểm tra địa chỉ, tài khoản và mật khẩu.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  return refuse('conflict', `Máy chủ PostgreSQL trong ${setting} quá cũ. Hãy dùng PostgreSQL 17 trở lên.`);
}
