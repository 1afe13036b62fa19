import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asSystem, type Context, inTransaction, within } from '#foundation/context.ts';
import { withOneDossier } from '#foundation/access/scope.ts';
import { scoped, openDatabase, openPool } from '#platform/database/pool.ts';
import { APPLICATION_ROLE } from '#platform/database/roles.ts';
import { NOBODY } from '#platform/database/scope.ts';
import { listenTo, statements } from '#platform/tracing/channels.ts';
import { actAs } from '../cast.ts';
import { openTestWorld, type TestSystem } from '../database.ts';
import { receivedDossier } from '../dossiers.ts';
import { TEST_PASSWORD } from '../server.ts';
import { FOR_EVERYBODY } from './for-everybody.ts';

let system: TestSystem;
/** Numbers of the dossiers by the login of the counter that received them. */
const received = new Map<string, { readonly id: number; readonly number: string }>();
const COUNTERS = ['mot-cua.an-hoa', 'mot-cua.an-toan'];

beforeAll(async () => {
  system = await openTestWorld();
  for (const login of COUNTERS) {
    const { number } = await receivedDossier(system, { login });
    const { rows } = await system.superuser.query<{ id: string }>(
      'select id from dossiers where number = $1',
      [number],
    );
    received.set(login, { id: Number(rows[0]?.id), number });
  }
});
afterAll(async () => system.close());

type Row = Readonly<Record<string, unknown>>;

async function tables(): Promise<readonly { name: string; guarded: boolean }[]> {
  const { rows } = await system.superuser.query<{ name: string; guarded: boolean }>(
    `select relname as name, relrowsecurity and relforcerowsecurity as guarded from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`,
  );
  return rows;
}

async function guardedTables(): Promise<readonly string[]> {
  return (await tables()).filter(({ guarded }) => guarded).map(({ name }) => name);
}

/** Tables that belong to dossiers, with the column that names the dossier. */
async function partsOfDossiers(): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await system.superuser.query<{ table: string }>(
    `select c.table_name as table from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema = 'public' and c.column_name = 'dossier_id' order by 1`,
  );
  return [['dossiers', 'id'], ...rows.map(({ table }) => [table, 'dossier_id'] as const)];
}

async function dossiersIn(
  ctx: Context,
  [table, column]: readonly [string, string],
): Promise<readonly number[]> {
  const { rows } = await sql<{
    id: number;
  }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

function dossier(login: string): { readonly id: number; readonly number: string } {
  const found = received.get(login);
  if (!found) throw new Error(`${login} received nothing`);
  return found;
}

describe('Every table', () => {
  test('is guarded row by row, the owner included, or has a reason not to be', async () => {
    const open = (await tables()).filter(({ guarded }) => !guarded).map(({ name }) => name);
    expect(open).toEqual(open.filter((name) => name in FOR_EVERYBODY));
    expect(Object.keys(FOR_EVERYBODY).filter((name) => !open.includes(name))).toEqual([]);
  });

  test('that is guarded shows its owner and the system every row', async () => {
    const { rows } = await system.superuser.query<Row>(
      `select c.relname, count(*) filter (where p.polname in ('owner_all', 'system_all') and pg_get_expr(p.polqual, c.oid) = 'true')::int as whole
        from pg_class c left join pg_policy p on p.polrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relrowsecurity group by 1 having
          count(*) filter (where p.polname in ('owner_all', 'system_all') and pg_get_expr(p.polqual, c.oid) = 'true') <> 2`,
    );
    expect(rows).toEqual([]);
  });

  test('gives the system the rights of the application, no more and no fewer', async () => {
    const { rows } = await system.superuser.query<Row>(
      `with held as (
          select c.oid::regclass::text as object, null as column_name, a.grantee::regrole::text as grantee, a.privilege_type
          from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace
          union all
          select c.oid::regclass::text, t.attname, a.grantee::regrole::text, a.privilege_type
          from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
          where c.relnamespace = 'public'::regnamespace
          union all
          select p.oid::regprocedure::text, null, a.grantee::regrole::text, a.privilege_type
          from pg_proc p, aclexplode(p.proacl) a where p.pronamespace = 'public'::regnamespace and a.grantee <> 0)
        select object, column_name, privilege_type, array_agg(grantee) as held_by from held
        where grantee in ('motcua_app', 'motcua_system') group by 1, 2, 3 having count(*) <> 2`,
    );
    expect(rows).toEqual([]);
  });
});

describe('A connection that was told nothing', () => {
  test('sees no row of any guarded table', async () => {
    const { database, host, port } = system.superuser.options;
    const client = new pg.Client({ database, host, port, user: APPLICATION_ROLE, password: TEST_PASSWORD });
    await client.connect();
    const counts: [string, number][] = [];
    for (const table of await guardedTables()) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
      counts.push([table, rows[0]?.n ?? -1]);
    }
    await client.end();
    expect(counts.length).toBeGreaterThan(20);
    expect(counts.filter(([, n]) => n !== 0)).toEqual([]);
  });
});

describe('A query that forgets whose dossiers it may read', () => {
  test.each(COUNTERS)(
    'finds at the counter of %s only its own, and none of what belongs to the others',
    async (login) => {
      const ctx = await actAs(system, login);
      for (const part of await partsOfDossiers()) {
        const found = await dossiersIn(ctx, part);
        expect([part[0], found.filter((id) => id !== dossier(login).id)]).toEqual([part[0], []]);
      }
      expect(await dossiersIn(ctx, ['dossiers', 'id'])).toEqual([dossier(login).id]);
    },
  );

  test('finds none for an administrator of the system, and no history of one', async () => {
    const ctx = await actAs(system, 'quan-tri');
    for (const part of await partsOfDossiers())
      expect([part[0], await dossiersIn(ctx, part)]).toEqual([part[0], []]);
    const events = await ctx.db
      .selectFrom('historyEvents')
      .select('id')
      .where('stream', '=', 'dossier')
      .execute();
    expect(events).toEqual([]);
  });

  test('finds for somebody with number and code one dossier and what belongs to it', async () => {
    const { id } = dossier('mot-cua.an-hoa');
    const nobody: Context = {
      ...(await actAs(system, 'quan-tri')),
      actor: null,
      db: scoped(system.db, NOBODY),
      scope: NOBODY,
    };
    const ctx = withOneDossier(nobody, id);
    expect(await dossiersIn(ctx, ['dossiers', 'id'])).toEqual([id]);
    expect(await dossiersIn(ctx, ['dossier_steps', 'dossier_id'])).toEqual([id]);
    expect(await ctx.db.selectFrom('applicants').select('id').execute()).toEqual([]);
    await expect(
      ctx.db.updateTable('dossiers').set({ note: 'x' }).where('id', '=', id).execute(),
    ).resolves.toMatchObject([{ numUpdatedRows: 0n }]);
  });
});

describe('A write into the dossier of others', () => {
  test('changes nothing', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const { id } = dossier('mot-cua.an-toan');
    const changed = await ctx.db
      .updateTable('dossiers')
      .set({ dueAt: new Date(0) })
      .where('id', '=', id)
      .execute();
    const erased = await ctx.db.deleteFrom('dossierSteps').where('dossierId', '=', id).execute();
    expect([changed, erased]).toMatchObject([[{ numUpdatedRows: 0n }], [{ numDeletedRows: 0n }]]);
  });

  test('adds nothing, neither rows nor a place among its units', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const { id: dossierId } = dossier('mot-cua.an-toan');
    const paper = { dossierId, position: 90, name: 'x', kind: 'copy' as const, copies: 1 };
    await expect(ctx.db.insertInto('dossierPapers').values(paper).execute()).rejects.toThrow(
      /row-level security/,
    );
    const unit = { dossierId, unitId: ctx.actor?.post.unitId ?? 0, receivedAt: ctx.now };
    await expect(ctx.db.insertInto('dossierUnits').values(unit).execute()).rejects.toThrow(
      /row-level security/,
    );
  });

  test('is not recorded under the name of somebody else', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const other = await actAs(system, 'mot-cua.an-toan');
    const event = {
      stream: 'dossier',
      streamId: dossier('mot-cua.an-hoa').id,
      sequence: 99,
      kind: 'x',
      payload: '{}',
      at: ctx.now,
    };
    const as = { accountId: other.actor?.accountId ?? 0, requestId: 'x' };
    await expect(
      ctx.db
        .insertInto('historyEvents')
        .values({ ...event, ...as })
        .execute(),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('What a connection was told', () => {
  test('is never what somebody else told it before, on one connection for all', async () => {
    const { database, host, port } = system.superuser.options;
    const pool = openPool(
      { database, host, port, user: APPLICATION_ROLE, password: TEST_PASSWORD } as never,
      1,
    );
    const db = openDatabase(pool);
    const people = await Promise.all([...COUNTERS, 'quan-tri'].map(async (login) => actAs(system, login)));
    const asked = Array.from({ length: 60 }, async (_, at) => {
      const ctx = people[at % people.length];
      if (!ctx) throw new Error('Nobody');
      const own = { ...ctx, db: scoped(db, ctx.scope) };
      const [first] =
        at % 2 === 0 ? [own] : [await inTransaction(own, async (tx) => ({ ...tx, db: own.db }))];
      return [ctx.actor?.name, await dossiersIn(first, ['dossiers', 'id'])] as const;
    });
    const expected = new Map(
      people.map((ctx, at) => [ctx.actor?.name, COUNTERS[at] ? [dossier(COUNTERS[at]).id] : []]),
    );
    for (const [name, found] of await Promise.all(asked)) expect(found).toEqual(expected.get(name));
    await pool.end();
  });

  test('costs a connection nothing that grows with the people who used it', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const texts: unknown[] = [];
    const unwatch = listenTo(statements, (seen) => texts.push(seen.text));
    for (let visit = 0; visit < 50; visit += 1) {
      await dossiersIn(within(ctx, { ...ctx.scope }), ['dossiers', 'id']);
    }
    texts.length = 0;
    await dossiersIn(ctx, ['dossiers', 'id']);
    unwatch();
    expect(texts.filter((text) => String(text).includes('from "dossiers"'))).toHaveLength(1);
  });

  test('comes back after the system did something in between, and after that failed', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const own = [dossier('mot-cua.an-hoa').id];
    await inTransaction(ctx, async (tx) => {
      const all = await asSystem(tx, async (whole) => dossiersIn(whole, ['dossiers', 'id']));
      expect(all).toHaveLength(COUNTERS.length);
      expect(await dossiersIn(tx, ['dossiers', 'id'])).toEqual(own);
    });
    const failing = inTransaction(ctx, async (tx) =>
      asSystem(tx, async () => {
        throw new Error('Failed');
      }),
    );
    await expect(failing).rejects.toThrow('Failed');
    expect(await dossiersIn(ctx, ['dossiers', 'id'])).toEqual(own);
  });
});
