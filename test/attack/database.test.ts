import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AttackedWorld, openAttackedWorld } from './world.ts';

let world: AttackedWorld;
beforeAll(async () => {
  world = await openAttackedWorld();
});
afterAll(async () => world.system.close());

/** A statement sent with the application's own login: what an injection or a stolen password could do. */
async function attempt(statement: string): Promise<void> {
  await sql.raw(statement).execute(world.system.db);
}

/** Not allowed, no such role to become, or history's own refusal (SQLSTATE). */
const NO = /^(?:42501|22023|P0001)$/;

describe('With the login of the application', () => {
  test.each([
    `update history_events set officer_id = 1`,
    `delete from history_events`,
    `truncate history_events`,
    `alter table history_events disable trigger all`,
    `drop trigger history_events_append_only on history_events`,
    `insert into history_events (stream, stream_id, sequence, kind, payload, at, request_id)
      select stream, stream_id, sequence, kind, payload, at, request_id from history_events
      on conflict (stream, stream_id, sequence) do update set kind = 'x'`,
    `merge into history_events using (select 1) as s on true when matched then delete`,
  ])('history cannot be changed: %s', async (statement) => {
    const before = await historyOf();
    await expect(attempt(statement)).rejects.toMatchObject({ code: expect.stringMatching(NO) });
    expect(await historyOf()).toEqual(before);
  });

  test.each([
    `update schema_migrations set hash = ''`,
    `insert into schema_migrations (name, hash) values ('9999.sql', '')`,
    `select * from graphile_worker._private_jobs`,
    `select graphile_worker.add_job('x')`,
    `select rolpassword from pg_authid`,
    `select pg_read_file('/etc/passwd')`,
    `copy (select 1) to program 'id'`,
    `create function public.queue_job(text, json) returns void language sql as ''`,
    `create table public.mine (id int)`,
    `create schema mine`,
    `create extension pgcrypto`,
    `create role mine superuser`,
    `alter role motcua_app superuser`,
    `alter system set fsync = off`,
    `set session_replication_role = replica`,
    `set role postgres`,
    `set session authorization postgres`,
    `alter table officers owner to motcua_app`,
    `truncate dossiers cascade`,
    `drop table slips`,
    `select lo_import('/etc/passwd')`,
  ])('nothing outside its work can be done: %s', async (statement) => {
    await expect(attempt(statement)).rejects.toMatchObject({ code: expect.stringMatching(NO) });
  });

  test('it owns nothing', async () => {
    const { rows } = await world.system.superuser.query(
      `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'motcua_app'
       union all select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = 'motcua_app'`,
    );
    expect(rows).toEqual([]);
  });

  // What the post said goes with the dossier that it speaks of; what it changed of a parcel is in the history.
  test('every table of events is append-only, also one that comes later', async () => {
    const { rows } = await world.system.superuser.query<{ name: string; open: boolean }>(
      `select c.relname as name, has_table_privilege('motcua_app', c.oid, 'update, delete, truncate') as open
       from pg_class c where c.relkind = 'r' and c.relname like '%\\_events'
         and c.relname not in ('life_events', 'postal_events')`,
    );
    expect(rows).toEqual([{ name: 'history_events', open: false }]);
  });
});

async function historyOf(): Promise<unknown> {
  const { rows } = await world.system.superuser.query(
    `select count(*), md5(string_agg(e::text, '' order by id)) from history_events e`,
  );
  return rows;
}
