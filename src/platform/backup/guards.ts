/**
 * What keeps rows from being loaded as they are: append-only triggers, references to tables that are not loaded yet,
 * row-level security. The usual switch (session_replication_role) is the superuser's, and on a server of one's own the
 * owner is none, so the owner takes its own guards down and puts the same ones up again, all in the transaction of the
 * load. Putting a reference up again checks every row of it at once, which is also faster than row by row.
 */
import type { Session } from './session.ts';

/** Runs the load without guards. They are up again when it returns; where it throws, the transaction puts them up. */
export async function withoutGuards<Result>(session: Session, load: () => Promise<Result>): Promise<Result> {
  const [down, up] = await guards(session);
  for (const statement of down) await session.query(statement);
  const result = await load();
  for (const statement of up) await session.query(statement);
  return result;
}

const NOT_OURS = `('pg_catalog', 'information_schema', 'graphile_worker')`;

/** How a trigger that is enabled so is enabled again. */
const ENABLE = `case t.tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' else 'enable' end`;

/** Statements that take the guards down, and those that put them up. Written by the server, which quotes its names. */
async function guards(session: Session): Promise<readonly [readonly string[], readonly string[]]> {
  const { rows } = await session.query<{ down: string; up: string }>(`
    select format('alter table %s no force row level security', c.oid::regclass) as down,
      format('alter table %s force row level security', c.oid::regclass) as up
    from pg_class c where c.relforcerowsecurity and c.relnamespace::regnamespace::text not in ${NOT_OURS}
    union all
    select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname),
      format('alter table %s %s trigger %I', t.tgrelid::regclass, ${ENABLE}, t.tgname)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgenabled <> 'D' and c.relnamespace::regnamespace::text not in ${NOT_OURS}
    union all
    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname),
      format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
    from pg_constraint k
    where k.contype = 'f' and k.conparentid = 0 and k.connamespace::regnamespace::text not in ${NOT_OURS}`);
  return [rows.map(({ down }) => down), rows.map(({ up }) => up)];
}
