import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOfAgency } from '#capabilities/dossiers/proof/keys.ts';
import { returnResult } from '#capabilities/dossiers/service.ts';
import { freezeScore, giveMark } from '#capabilities/scoring/service.ts';
import { requireOfRoles } from '#foundation/access/second-factor/policy/service.ts';
import { systemContext } from '#foundation/context.ts';
import { verifyLog } from '#foundation/log/verification/service.ts';
import { openLogSigner } from '#platform/signing/log-signer.ts';
import { openAttackedWorld, type Target } from '#test/attack/world.ts';
import { actAs } from '#test/cast.ts';
import type { TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { withLinked } from '#test/units.ts';
import { advance } from '#test/e2e/seed.ts';
import { signIn } from '#test/log.ts';
import { boundary, end, processOf, start, task } from '#kernel/process/process.fixture.ts';
import { COUNTER, publishFor } from '#test/processes.ts';
import { proposedRevocation, usedPaper } from '#test/vaults.ts';
import { NOT_COMPARED } from './not-compared.fixture.ts';
import { declarations, recordChecks } from './record-checks.ts';

/** Tables of the log and the organisation, which have checks of their own, and columns of theirs that nothing speaks of. */
const CHECKED_OTHERWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  history_events: {
    id: 'an internal number, which entries name',
    recorded_at: 'a second witness of the time',
  },
  log_entries: {},
  log_pending: {},
  log_tiles: {},
  log_checkpoints: { signed_at: 'for people; what counts is signed' },
  log_cosignatures: {
    witness: 'a signature of another key cannot be judged',
    key_id: 'the same',
    size: 'a signature without its state cannot be judged',
    cosigned_at: 'for people; what counts is signed',
  },
  process_definitions: {},
  unit_versions: { id: 'an internal number' },
  unit_successions: {},
};

let system: TestSystem;
let target: Target;
let columns: readonly { readonly table: string; readonly column: string; readonly type: string }[];
beforeAll(async () => {
  ({ system, target } = await openAttackedWorld());
  await liveThroughEverything();
  // The world was signed with a signer that is gone.
  await system.superuser.query(
    'alter table log_checkpoints disable trigger user; delete from log_checkpoints',
  );
  await signIn(system, path.join(system.folder, 'signer'));
  await writeWaiting();
  const { rows } = await system.superuser.query<(typeof columns)[number]>(
    `select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1, c.ordinal_position`,
  );
  columns = rows;
  await loosen();
}, 120_000);
afterAll(async () => system.close());

/** A returned dossier with everything, a key of an agency, a policy, a substitution, a correction. */
async function liveThroughEverything(): Promise<void> {
  const ready = await advance(system, await receivedDossier(system, { slug: 'ho-tro-chi-phi-mai-tang' }), 4);
  expect(ready.phase).toBe('processing');
  const done = await advance(
    system,
    await receivedDossier(system, {
      slug: 'chung-thuc-ban-sao-tu-ban-chinh',
      change: {
        fees: [
          { position: 0, quantity: 2, amount: null, exemption: '' },
          { position: 1, quantity: 2, amount: null, exemption: '' },
          { position: 2, quantity: 2, amount: null, exemption: '' },
        ],
      },
    }),
    4,
  );
  await returnResult(await actAs(system, 'mot-cua.an-hoa'), {
    number: done.number,
    sequence: done.sequence,
    recipient: 'Nguyễn Thị B',
    relation: 'Chính người nộp',
    idNumber: '',
    acknowledgement: 'signed',
    note: '',
  });
  await usedPaper(system, done.number);
  await proposedRevocation(system, done.number);
  // The attacked world has a courier's list, a discrepancy, an opinion and a note; a linked dossier is added to it.
  await withLinked(system, { number: target.number, login: 'mot-cua.an-hoa' }, 'dang-ky-khai-tu');
  await freezeScore(await systemContext(system, 'test'), done.number);
  await giveMark(await actAs(system, 'chu-tich.an-hoa'), {
    number: done.number,
    sequence: 1,
    criterion: '6',
    points: 2,
    reason: 'Không có phản ánh',
  });
  // One waits with a timer running.
  const timed = processOf(
    [
      start(),
      { ...task('a'), unitRole: COUNTER },
      boundary('late', 'a'),
      { ...task('b'), unitRole: COUNTER },
      end(),
    ],
    'start > a > b > end',
    'late > b',
  );
  await publishFor(system, 'dang-ky-giam-ho', { definition: timed, from: '2020-04-28' });
  await receivedDossier(system, { slug: 'dang-ky-giam-ho' });
  const administrator = await actAs(system, 'quan-tri');
  await requireOfRoles(administrator, { roles: ['it-administrator'], sequence: 0 });
  await keyOfAgency(await systemContext(system, 'test'), {
    agencyId: '000.17.22.H08',
    receivedAt: system.clock(),
  });
}

/** One event that still waits for its place. */
async function writeWaiting(): Promise<void> {
  await receivedDossier(system);
}

/** The superuser takes every guard of the database away: constraints, triggers, identities. */
async function loosen(): Promise<void> {
  const { rows } = await system.superuser.query<{ statement: string }>(
    `select format('alter table %I drop constraint %I cascade', r.relname, c.conname) as statement
      from pg_constraint c join pg_class r on r.oid = c.conrelid
      where c.connamespace = 'public'::regnamespace and c.contype in ('c', 'f', 'x', 'u', 'p')
      order by c.contype = 'p', c.contype = 'u'`,
  );
  for (const { statement } of rows) await system.superuser.query(statement).catch(() => undefined);
  const { rows: identities } = await system.superuser.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and is_identity = 'YES'`,
  );
  for (const { table, column } of identities)
    await system.superuser.query(`alter table ${table} alter column ${column} drop identity`);
}

/** Another value of the same type, whatever it was. */
function otherValue(column: string, type: string): string {
  if (type === 'text') return `coalesce("${column}", '') || 'x'`;
  if (type === 'boolean') return `not coalesce("${column}", false)`;
  if (type === 'date') return `coalesce("${column}", '2020-01-01') + 1`;
  if (type.startsWith('timestamp')) return `coalesce("${column}", '2020-01-01') + interval '1 hour'`;
  if (type === 'jsonb') return `jsonb_build_array("${column}")`;
  if (type === 'bytea')
    return `case when length("${column}") > 0 then set_byte("${column}", 0, (get_byte("${column}", 0) + 1) % 256) else '\\x00' end`;
  if (type === 'ARRAY') return `coalesce("${column}", '{}') || "${column}"[1:1] || '{x}'`;
  return `coalesce("${column}", 0) + 1000000`;
}

/** Changes one row behind the application, looks, and puts it back. Null when the table has no row. */
async function findingsAfter(change: {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}): Promise<readonly string[] | null> {
  const { table, column, type } = change;
  const client = await system.superuser.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(`create table kept as select * from ${table}`);
    const { rowCount } = await client.query(
      `update ${table} set "${column}" = ${otherValue(column, type)} where ctid = (select max(ctid) from ${table})`,
    );
    if (rowCount === 0) return null;
    return await findings(table);
  } finally {
    await restore(client, table);
    client.release();
  }
}

async function restore(client: pg.PoolClient, table: string): Promise<void> {
  await client.query(`delete from ${table}`);
  await client.query(`insert into ${table} select * from kept`);
  await client.query('drop table kept');
  await client.query('set session_replication_role = origin');
}

/** What a verification finds that looks at this table alone, with the log when the table is the log's. */
async function findings(table: string): Promise<readonly string[]> {
  const ctx = await systemContext(system, 'verify');
  const owner = (await declarations(ctx)).find(({ tables }) => table in tables);
  // What a unit is follows from the acts, so that has to do with everything about units.
  const wanted = new Set([owner?.name, 'Tổ chức bộ máy', 'Quy trình đã lưu']);
  const checks = (await recordChecks(ctx)).filter(({ name }) => wanted.has(name));
  const folder = path.join(system.folder, 'signer');
  const signer = await openLogSigner({ folder, origin: 'localhost:3000/nhat-ky' });
  const { findings: found } = await verifyLog(ctx, { signer, checks, onLine: () => undefined });
  return found.map(({ sentence }) => sentence);
}

describe('As long as nobody has touched anything', () => {
  test('a verification of everything finds nothing', async () => {
    const ctx = await systemContext(system, 'verify');
    const folder = path.join(system.folder, 'signer');
    const signer = await openLogSigner({ folder, origin: 'localhost:3000/nhat-ky' });
    const checks = await recordChecks(ctx);
    const verification = await verifyLog(ctx, { signer, checks, onLine: () => undefined });
    expect(verification.findings).toEqual([]);
    expect(Object.entries(verification.compared).filter(([, count]) => count === 0)).toEqual([]);
  });

  test('every table is compared, or it is written why not', async () => {
    const declared = (await declarations(await systemContext(system, 'test'))).flatMap(({ tables }) =>
      Object.keys(tables),
    );
    const known = new Set([...declared, ...Object.keys(NOT_COMPARED), ...Object.keys(CHECKED_OTHERWISE)]);
    const tables = new Set(columns.map(({ table }) => table));
    expect([...tables].filter((table) => !known.has(table))).toEqual([]);
    expect([...known].filter((table) => !tables.has(table))).toEqual([]);
  });

  test('every column with a reason is one', async () => {
    const existing = new Set(columns.map(({ table, column }) => `${table}.${camel(column)}`));
    const excused = (await declarations(await systemContext(system, 'test'))).flatMap(({ tables }) =>
      Object.entries(tables).flatMap(([table, { unproven }]) =>
        Object.keys(unproven).map((column) => `${table}.${column}`),
      ),
    );
    expect(excused.filter((one) => !existing.has(one))).toEqual([]);
  });
});

/** In one run every second column is edited; with `TAMPER=all` each. */
const SHARE = process.env['TAMPER'] === 'all' ? 1 : 2;

describe('Whoever edits a column as superuser is found out', () => {
  test('in every table that is compared, but where it is written why not', { timeout: 300_000 }, async () => {
    const ctx = await systemContext(system, 'test');
    const excuses = new Map<string, ReadonlySet<string>>([
      ...(await declarations(ctx)).flatMap(({ tables }) =>
        Object.entries(tables).map(
          ([table, { unproven }]) => [table, new Set(Object.keys(unproven))] as const,
        ),
      ),
      ...Object.entries(CHECKED_OTHERWISE).map(
        ([table, unproven]) => [table, new Set(Object.keys(unproven).map(camel))] as const,
      ),
    ]);
    const unnoticed: string[] = [];
    const empty: string[] = [];
    for (const [place, change] of columns.entries()) {
      if (place % SHARE !== 0) continue;
      const excused = excuses.get(change.table);
      if (!excused || excused.has(camel(change.column))) continue;
      const found = await findingsAfter(change);
      if (found === null) empty.push(change.table);
      else if (found.length === 0) unnoticed.push(`${change.table}.${change.column}`);
    }
    expect(unnoticed).toEqual([]);
    // Without a witness nobody has signed; src/foundation/log/witness has that one.
    expect([...new Set(empty)].filter((table) => table !== 'log_cosignatures')).toEqual([]);
    expect(await findings('dossiers')).toEqual([]);
  });
});

const camel = (column: string): string =>
  column.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());

describe('Whoever changes a stored file', () => {
  test('swaps its bytes or takes it away, is found out', async () => {
    const { rows } = await system.superuser.query<{ hash: string }>('select hash from dossier_files limit 1');
    const hash = rows[0]?.hash ?? '';
    const file = path.join(system.folder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
    await chmod(file, 0o600);
    await writeFile(file, 'khác');
    const ctx = await systemContext(system, 'verify');
    const check = (await recordChecks(ctx)).find(({ name }) => name === 'Tệp');
    const found: string[] = [];
    const report = {
      found: ({ sentence }: { sentence: string }) => found.push(sentence),
      progress: () => undefined,
    };
    await check?.run(ctx, report);
    expect(found).toEqual([expect.stringMatching(/^Tệp .*nội dung khác/)]);
  });
});
