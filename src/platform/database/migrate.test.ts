import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { createDatabase, TEST_PASSWORD } from '#test/server.ts';
import type { Connection } from './connection.ts';
import { migrate } from './migrate.ts';
import { readSuperseded } from './migrate-stop.ts';
import { openDatabase, openPool } from './pool.ts';
import { APPLICATION_ROLE } from './roles.ts';
import { SYSTEM_ROLE } from './scope.ts';

const PATIENCE = { lock: 500, pause: 50, tries: 200 };
const BEGINNING = `create table visitors (id bigint generated always as identity primary key, name text);
  create table schema_stops (name text primary key references schema_migrations);
  grant usage on schema public to ${APPLICATION_ROLE}, ${SYSTEM_ROLE};
  grant select on schema_migrations, schema_stops to ${APPLICATION_ROLE}, ${SYSTEM_ROLE};
  grant select, insert on visitors to ${APPLICATION_ROLE}, ${SYSTEM_ROLE};`;
const NEXT = 'alter table visitors add column phone text;';

let owner: Connection;
let folder: string;
let clients: pg.Client[];

beforeEach(async () => {
  clients = [];
  owner = await createDatabase(inject('template'), `migrate_${randomBytes(6).toString('hex')}`);
  folder = await mkdtemp(path.join(tmpdir(), 'motcua-migrations-'));
  await release('0001_visitors.sql', BEGINNING);
  await migrate(owner, folder);
});
afterEach(async () => {
  for (const client of clients) await client.end();
  await rm(folder, { recursive: true });
});

const release = async (name: string, sql: string): Promise<void> => writeFile(path.join(folder, name), sql);

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ ...owner, application_name: 'bao-cao' });
  await client.connect();
  clients.push(client);
  return client;
}

/** Somebody who reads the table in a transaction that goes on. */
async function longReader(): Promise<pg.Client> {
  const reader = await connect();
  await reader.query('begin');
  await reader.query('select count(*) from visitors');
  return reader;
}

async function untilWaiting(client: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      `select from pg_locks where relation = 'visitors'::regclass and not granted`,
    );
    if (rowCount) return;
  }
}

describe('An upgrade beside a reader that does not end', () => {
  test('does not keep a counter from writing, however long it waits', async () => {
    await release('0002_phone.sql', NEXT);
    const reader = await longReader();
    const upgraded = migrate(owner, folder, { patience: PATIENCE });
    const [observer, counter] = [await connect(), await connect()];
    for (let written = 0; written < 3; written += 1) {
      await untilWaiting(observer);
      // Stands behind the upgrade now, and would do so for as long as the reader reads.
      await counter.query(`insert into visitors (name) values ('Nguyễn Thị B')`);
    }
    await reader.query('commit');
    expect(await upgraded).toEqual(['0002_phone.sql']);
  });

  test('says what it waits for, and goes on when it has ended', async () => {
    await release('0002_phone.sql', NEXT);
    const reader = await longReader();
    const told = Promise.withResolvers<string>();
    const upgraded = migrate(owner, folder, { patience: PATIENCE, tell: told.resolve });
    expect(await told.promise).toMatch(
      /^Bước nâng cấp 0002_phone\.sql chờ tiến trình \d+ \(bao-cao, đã chạy \d+ giây\)/,
    );
    await reader.query('commit');
    expect(await upgraded).toEqual(['0002_phone.sql']);
  });

  test('gives up with a sentence that says what to do, and has changed nothing of that step', async () => {
    await release('0002_two.sql', `create table other (id bigint);\n${NEXT}`);
    await longReader();
    const failed = migrate(owner, folder, { patience: { ...PATIENCE, tries: 2 } });
    await expect(failed).rejects.toThrow(Refusal);
    await expect(failed).rejects.toThrow(/không lấy được khóa vì tiến trình \d+ \(bao-cao/);
    const { rows } = await (await connect()).query(`select to_regclass('other') as other`);
    expect(rows).toEqual([{ other: null }]);
  });

  test('builds an index meanwhile when its file says that it runs outside a transaction', async () => {
    const index = `-- outside a transaction\ndrop index concurrently if exists visitors_by_name;\ncreate index concurrently visitors_by_name on visitors (name);\n`;
    await release('0002_index.sql', index);
    const writer = await connect();
    expect(await migrate(owner, folder)).toEqual(['0002_index.sql']);
    const { rows } = await writer.query(
      `select indisvalid from pg_index where indexrelid = 'visitors_by_name'::regclass`,
    );
    expect(rows).toEqual([{ indisvalid: true }]);
  });
});

test('Two that upgrade at once: one does it, the other waits, says so and finds it done', async () => {
  await release('0002_phone.sql', NEXT);
  const reader = await longReader();
  const told: string[] = [];
  const first = migrate(owner, folder, { patience: PATIENCE });
  await untilWaiting(await connect());
  const second = migrate(owner, folder, {
    patience: PATIENCE,
    tell: (sentence) => {
      told.push(sentence);
      void reader.query('commit');
    },
  });
  expect([await first, await second]).toEqual([['0002_phone.sql'], []]);
  expect(told).toEqual(['Một tiến trình khác đang nâng cấp cơ sở dữ liệu này; chờ nó xong…']);
});

describe('A step that older programs cannot work beside', () => {
  const STEP = `-- stops older programs: they still write the name\nalter table visitors drop column name;\n`;
  const KNOWN = new Set(['0001_visitors.sql']);

  test('is told to those that run before it is done, and found by them afterwards', async () => {
    const pool = openPool({ ...owner, user: APPLICATION_ROLE, password: TEST_PASSWORD });
    const older = openDatabase(pool);
    expect(await readSuperseded(older, KNOWN)).toEqual({ isUpgrading: false, isTooOld: false });
    await release('0002_name.sql', STEP);
    const asked = Promise.withResolvers<unknown>();
    const upgraded = migrate(owner, folder, {
      tell: () => asked.resolve(readSuperseded(older, KNOWN)),
    });
    expect(await asked.promise).toEqual({ isUpgrading: true, isTooOld: false });
    await upgraded;
    expect(await readSuperseded(older, KNOWN)).toEqual({ isUpgrading: false, isTooOld: true });
    expect(await readSuperseded(older, new Set([...KNOWN, '0002_name.sql']))).toEqual({
      isUpgrading: false,
      isTooOld: false,
    });
    await pool.end();
  });

  test('is no matter when nobody else is there', async () => {
    await release('0002_name.sql', STEP);
    const told: string[] = [];
    await migrate(owner, folder, { tell: (sentence) => void told.push(sentence) });
    expect(told).toEqual([]);
  });
});

describe('What was released', () => {
  test('may not change afterwards', async () => {
    await release('0001_visitors.sql', `${BEGINNING}-- better`);
    await expect(migrate(owner, folder)).rejects.toThrow('đã bị sửa sau khi áp dụng');
  });

  test('by a later release is not taken for nothing by an earlier one', async () => {
    await release('0002_phone.sql', NEXT);
    await migrate(owner, folder);
    await rm(path.join(folder, '0002_phone.sql'));
    await expect(migrate(owner, folder)).rejects.toThrow('Hãy chạy bản mới hơn');
  });
});
