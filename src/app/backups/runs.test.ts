import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCrontab } from 'graphile-worker';
import { preparations } from '#app/preparations/preparations.ts';
import { drillOnSharedServer } from '#platform/backup/drill.ts';
import { listBackups } from '#platform/backup/shelf.ts';
import { attachFile, connectionOfSystem, filesUnder } from '#test/backups.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { backUp, drillNewest, type Installation, latestBackups } from './service.ts';
import { FILE_COLUMNS } from './schema.ts';
import { readLogRoot } from './store.ts';
import { backupTasks, backupTimetable } from './tasks.ts';

let system: TestSystem;
let installation: Installation;
let shelf: string;
beforeAll(async () => {
  system = await openTestWorld();
  shelf = path.join(system.folder, 'backups');
  installation = {
    config: {
      filesFolder: path.join(system.folder, 'files'),
      secretsFolder: path.join(system.folder, 'secrets'),
      dataFolder: system.folder,
    },
    owner: await connectionOfSystem(system),
    db: system.db,
    log: system.log,
    clock: system.clock,
  };
  const { number } = await receivedDossier(system);
  await attachFile(system, number, randomBytes(5000));
});
afterAll(async () => system.close());

const order = () => ({ shelf, key: null, keep: 7, onLine: () => undefined });
const latest = async () => latestBackups(await actAs(system, 'quan-tri'));

test('a night: the backup and its trial are done and noted', async () => {
  system.setClock('2020-04-29T01:30:00+07:00');
  const tasks = backupTasks(installation, { folder: shelf, at: '01:30', keep: 7, keyFile: undefined });
  await tasks['backup']?.({}, '1');
  await tasks['backup-drill']?.({}, '2');
  const { backups, drills, lastWhole } = await latest();
  expect(backups).toMatchObject([{ outcome: 'done', fileCount: 1, encrypted: false, problem: '' }]);
  expect(drills).toMatchObject([{ outcome: 'done', backup: backups[0]?.backup, fileCount: 1 }]);
  expect(drills[0]?.rowCount).toBe(backups[0]?.rowCount);
  expect(lastWhole).toEqual(new Date('2020-04-29T01:30:00+07:00'));
  // The server of the trial is gone with all it held.
  expect((await readdir(system.folder)).filter((name) => name.startsWith('drill'))).toEqual([]);
});

test('a damaged backup fails its trial, and the next backup takes nothing over from it', async () => {
  const [name] = await readdir(shelf);
  const folder = path.join(shelf, name ?? '');
  const file = (await filesUnder(folder)).find((found) => found.startsWith('files/')) ?? '';
  const bytes = await readFile(path.join(folder, file));
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
  await writeFile(path.join(folder, file), bytes);
  system.setClock('2020-05-03T02:30:00+07:00');
  await expect(drillNewest(installation, order())).rejects.toThrow(file);
  expect((await latest()).drills[0]).toMatchObject({ outcome: 'failed', backup: name });
  expect((await latest()).drills[0]?.problem).toContain(file);
  system.setClock('2020-05-04T01:30:00+07:00');
  expect(await backUp(installation, order())).toMatchObject({ files: 1, filesWritten: 1 });
  system.setClock('2020-05-05T01:30:00+07:00');
  expect(await backUp(installation, order())).toMatchObject({ files: 1, filesWritten: 0 });
  await drillNewest(installation, order());
  expect((await latest()).drills[0]).toMatchObject({ outcome: 'done' });
});

test('a backup that fails is noted with its reason', async () => {
  const blocked = path.join(system.folder, 'blocked');
  await writeFile(blocked, '');
  system.setClock('2020-05-06T01:30:00+07:00');
  await expect(backUp(installation, { ...order(), shelf: blocked })).rejects.toThrow(/EEXIST|ENOTDIR/);
  const { backups, lastWhole } = await latest();
  expect(backups[0]).toMatchObject({ outcome: 'failed', backup: '', bytes: null });
  expect(lastWhole).toEqual(new Date('2020-05-05T01:30:00+07:00'));
});

test('a lost file makes a backup incomplete, and says which', async () => {
  await rm(path.join(system.folder, 'files'), { recursive: true });
  system.setClock('2020-05-07T01:30:00+07:00');
  await backUp(installation, { ...order(), shelf: path.join(system.folder, 'elsewhere') });
  const [run] = (await latest()).backups;
  expect(run).toMatchObject({ outcome: 'incomplete', fileCount: 0 });
  expect(run?.problem).toMatch(/mất 1 tệp: [0-9a-f]{64} \(không còn\)/);
});

test('without a server of its own the trial takes a database of its own', async () => {
  const databases = async () =>
    // Other files of tests make theirs at the same time.
    (
      await system.superuser.query(
        "select datname from pg_database where datname !~ '^(test|place|migrate|upgrade)_' and datname <> 'office' order by 1",
      )
    ).rows;
  const [newest = ''] = await listBackups(shelf);
  const before = await databases();
  const { manifest } = await drillOnSharedServer({
    folder: newest,
    key: null,
    workFolder: system.folder,
    owner: installation.owner,
    migrationsFolder: path.resolve('migrations'),
    readLog: readLogRoot,
    log: system.log,
    onLine: () => undefined,
    keyFile: path.join(system.folder, 'secrets', 'data-key'),
    preparations,
  });
  expect(manifest.files).toHaveLength(1);
  expect(await databases()).toEqual(before);
});

test('a trial without any backup says what to do', async () => {
  const drilling = drillNewest(installation, { ...order(), shelf: path.join(system.folder, 'empty') });
  await expect(drilling).rejects.toThrow('Chưa có bản sao lưu nào');
});

test('only whoever keeps the accounts sees the runs', async () => {
  await expect(latestBackups(await actAs(system, 'mot-cua.an-hoa'))).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

test('a database of before runs were noted is backed up all the same', async () => {
  await system.superuser.query('drop table backup_runs');
  const outcome = await backUp(installation, { ...order(), shelf: path.join(system.folder, 'early') });
  expect(outcome.tables).toBeGreaterThan(10);
});

test('every column that names a stored file is known to the backup', async () => {
  const notFiles = new Set(['schema_migrations.hash', 'accounts.password_hash', 'process_definitions.hash']);
  const { rows } = await system.superuser.query<{ table: string; column: string }>(`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and column_name ~ 'hash'`);
  const found = rows.filter(({ table, column }) => !notFiles.has(`${table}.${column}`));
  expect(found.sort((one, other) => one.table.localeCompare(other.table))).toEqual([...FILE_COLUMNS]);
});

describe('the timetable, in UTC', () => {
  test.each([
    ['01:30', '30 18 * * *', '30 19 * * 6'],
    ['08:00', '0 1 * * *', '0 2 * * 0'],
    ['06:30', '30 23 * * *', '30 0 * * 0'],
    ['23:45', '45 16 * * *', '45 17 * * 0'],
  ])('%s in Vietnam', (at, backup, drill) => {
    const lines = backupTimetable(at);
    expect(lines.map((line) => line.replace(/ backup.*/, ''))).toEqual([backup, drill]);
    expect(parseCrontab(lines.join('\n'))).toMatchObject([
      { task: 'backup', options: { backfillPeriod: 23 * 3_600_000 } },
      { task: 'backup-drill', options: { backfillPeriod: 6 * 86_400_000, queueName: 'backups' } },
    ]);
  });

  test('none when it is switched off', () => {
    expect(backupTimetable(null)).toEqual([]);
  });
});
