import pg from 'pg';
import { refuse } from '#kernel/refusal.ts';
import { isForbidden } from './errors.ts';
import type { Connection } from './connection.ts';

/** The role the running application logs in as. It owns nothing; migrations grant it what it needs. */
export const APPLICATION_ROLE = 'motcua_app';

/** Any number; two processes that start over the same database wait for each other on it. */
const ROLE_LOCK = 7_205_203;

/**
 * Creates or updates the application's role with the given password and lets it connect. Run as the owner, before
 * the migrations (they grant to the role). Needs CREATEROLE on a server of one's own.
 */
export async function ensureApplicationRole(owner: Connection, password: string): Promise<Connection> {
  const client = new pg.Client({ ...owner, application_name: 'motcua roles' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ROLE_LOCK]);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE]);
    const verb = rowCount ? 'alter' : 'create';
    const secret = client.escapeLiteral(password);
    await client.query(
      `${verb} role ${APPLICATION_ROLE} login nosuperuser nocreatedb nocreaterole password ${secret}`,
    );
    await client.query(
      `grant connect on database ${client.escapeIdentifier(owner.database)} to ${APPLICATION_ROLE}`,
    );
    return { ...owner, user: APPLICATION_ROLE, password };
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return refuse(
      'conflict',
      `Tài khoản trong DATABASE_URL không được tạo hoặc sửa vai ${APPLICATION_ROLE} trên máy chủ này. Hãy cho tài khoản đó quyền CREATEROLE, hoặc tự tạo vai rồi đặt DATABASE_APP_URL.`,
    );
  } finally {
    await client.end();
  }
}
