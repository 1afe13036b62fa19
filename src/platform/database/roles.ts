import pg from 'pg';
import { refuse } from '#kernel/refusal.ts';
import { isForbidden } from './errors.ts';
import type { Connection } from './connection.ts';
import { SYSTEM_ROLE } from './scope.ts';

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
    const secret = client.escapeLiteral(password);
    // Without inheriting: what the system's role may see the login sees only while it has taken that role on.
    await ensureRole(client, APPLICATION_ROLE, `login noinherit password ${secret}`);
    await ensureRole(client, SYSTEM_ROLE, 'nologin');
    await client.query(`grant ${SYSTEM_ROLE} to ${APPLICATION_ROLE}`);
    await client.query(
      `grant connect on database ${client.escapeIdentifier(owner.database)} to ${APPLICATION_ROLE}`,
    );
    return { ...owner, user: APPLICATION_ROLE, password };
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return refuse(
      'conflict',
      `Tài khoản trong DATABASE_URL không được tạo hoặc sửa vai ${APPLICATION_ROLE} trên máy chủ này. Hãy cho tài khoản đó quyền CREATEROLE, hoặc tự tạo hai vai ${APPLICATION_ROLE}, ${SYSTEM_ROLE} rồi đặt DATABASE_APP_URL (xem docs/operations.md).`,
    );
  } finally {
    await client.end();
  }
}

/** Only a superuser may say `nosuperuser` of a role that is there, so it is said only of one that has too much. */
async function ensureRole(client: pg.Client, name: string, properties: string): Promise<void> {
  const { rows } = await client.query<{ powerful: boolean }>(
    'select rolsuper or rolcreatedb or rolcreaterole as powerful from pg_roles where rolname = $1',
    [name],
  );
  const [known] = rows;
  const verb = known === undefined ? 'create' : 'alter';
  const powers = known === undefined || known.powerful ? 'nosuperuser nocreatedb nocreaterole' : '';
  await client.query(`${verb} role ${name} ${powers} ${properties}`);
}

/**
 * Refuses a login made by hand that cannot take on the system's role, or that has its rights all the time. Run with the
 * connection of the application, before the migrations.
 */
export async function refuseUnfitRole(application: Connection): Promise<void> {
  const client = new pg.Client({ ...application, application_name: 'motcua roles' });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select from pg_roles app join pg_auth_members m on m.member = app.oid join pg_roles held on held.oid = m.roleid
        where app.rolname = current_user and not app.rolinherit and held.rolname = $1`,
      [SYSTEM_ROLE],
    );
    if (rowCount) return;
  } finally {
    await client.end();
  }
  refuse(
    'conflict',
    `Vai trong DATABASE_APP_URL phải là thành viên không thừa kế của vai ${SYSTEM_ROLE}. Hãy chạy bằng tài khoản quản trị của máy chủ: ` +
      `CREATE ROLE ${SYSTEM_ROLE} NOLOGIN; ALTER ROLE ${APPLICATION_ROLE} NOINHERIT; GRANT ${SYSTEM_ROLE} TO ${APPLICATION_ROLE}; rồi khởi động lại.`,
  );
}
