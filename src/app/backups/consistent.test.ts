import { randomBytes } from 'node:crypto';
import { chmod, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { openBackupKey } from '#platform/backup/key.ts';
import { readManifest } from '#platform/backup/manifest.ts';
import { listBackups } from '#platform/backup/shelf.ts';
import { verifyBackup } from '#platform/backup/verify.ts';
import {
  attachFile,
  backUpSystem,
  connectionOfSystem,
  filesUnder,
  openEmptyPlace,
  restoreTo,
  rowsOf,
} from '#test/backups.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';

let system: TestSystem;
let number: string;
beforeAll(async () => {
  system = await openTestWorld();
  ({ number } = await receivedDossier(system));
});
afterAll(async () => system.close());

const shelf = (name: string): string => path.join(system.folder, name);

test('a backup beside running writes is of one instant, and its files are there', async () => {
  let isOver = false;
  const write = async (): Promise<number> => {
    for (let count = 0; ; count += 1) {
      if (isOver) return count;
      const received = await receivedDossier(system);
      await attachFile(system, received.number, randomBytes(2000));
    }
  };
  const writing = Promise.all([write(), write()]);
  const place = await openEmptyPlace(system);
  try {
    const { path: made, lostFiles } = await backUpSystem(system, { shelf: shelf('busy') });
    const later = await backUpSystem(system, { shelf: shelf('busy') });
    isOver = true;
    expect((await writing).every((count) => count > 0)).toBe(true);
    expect([...lostFiles, ...later.lostFiles]).toEqual([]);
    await restoreTo(place, later.path);
    // Rows that one transaction wrote are all there or none: a dossier, its steps, its first event, its entry of the log.
    const { rows } = await place.pool.query(`select count(*)::int as torn from dossiers d where
      not exists (select from dossier_steps s where s.dossier_id = d.id)
      or not exists (select from history_events e where e.stream = 'dossier' and e.stream_id = d.id and e.sequence = 1)`);
    expect(rows).toEqual([{ torn: 0 }]);
    const { rows: counters } = await place.pool
      .query(`select max(id) <= (select last_value from dossiers_id_seq) as ahead
      from dossiers`);
    expect(counters).toEqual([{ ahead: true }]);
    expect((await readManifest(made, null)).files.length).toBeLessThanOrEqual(
      (await readManifest(later.path, null)).files.length,
    );
  } finally {
    isOver = true;
    await writing;
    await place.close();
  }
});

test('an owner that is no superuser backs up and restores', async () => {
  const [from, to] = [await openEmptyPlace(system), await openEmptyPlace(system)];
  const role = `owner_${randomBytes(4).toString('hex')}`;
  await system.superuser.query(
    `create role ${role} login createrole; grant motcua_app, motcua_system to ${role} with admin option`,
  );
  await system.superuser.query(`alter database ${from.owner.database} owner to ${role}`);
  await system.superuser.query(`alter database ${to.owner.database} owner to ${role}`);
  const first = await backUpSystem(system, { shelf: shelf('owner') });
  await restoreTo({ ...from, owner: { ...from.owner, user: role } }, first.path);
  const again = await backUpSystem(system, {
    owner: { ...from.owner, user: role },
    shelf: shelf('owner'),
    filesFolder: path.join(from.folder, 'files'),
  });
  await restoreTo({ ...to, owner: { ...to.owner, user: role } }, again.path);
  expect(await rowsOf(to.pool)).toEqual(await rowsOf(from.pool));
  await from.close();
  await to.close();
});

test('an owner from whom a policy hides rows is refused, not given half a backup', async () => {
  const place = await openEmptyPlace(system);
  const role = `owner_${randomBytes(4).toString('hex')}`;
  await system.superuser.query(
    `create role ${role} login createrole; grant motcua_app, motcua_system to ${role} with admin option`,
  );
  await system.superuser.query(`alter database ${place.owner.database} owner to ${role}`);
  const owner = { ...place.owner, user: role };
  await restoreTo({ ...place, owner }, (await backUpSystem(system, { shelf: shelf('hidden') })).path);
  await place.pool.query('drop policy owner_all on dossiers');
  const backingUp = backUpSystem(system, { owner, shelf: shelf('hidden') });
  await expect(backingUp).rejects.toThrow(/không được đọc mọi dòng của các bảng: dossiers.*bypassrls/);
  expect(await readdir(shelf('hidden'))).toHaveLength(1);
  await place.close();
});

test('two backups of one database at a time are one too many', async () => {
  const client = new pg.Client(await connectionOfSystem(system));
  await client.connect();
  await client.query('select pg_advisory_lock(7205210)');
  await expect(backUpSystem(system)).rejects.toThrow('Đang có một lần sao lưu hoặc phục hồi khác');
  await client.end();
});

test('the second backup takes unchanged files over, and each stands on its own', async () => {
  const hash = await attachFile(system, number, randomBytes(50_000));
  const { key } = await openBackupKey(path.join(system.folder, 'key'));
  const make = async () => backUpSystem(system, { shelf: shelf('next'), key });
  const first = await make();
  await attachFile(system, number, randomBytes(1000));
  const second = await make();
  expect(second).toMatchObject({ files: first.files + 1, filesWritten: 1 });
  const part = (await readManifest(first.path, key)).files.find((file) => file.hash === hash);
  const inode = async (backup: string) => (await stat(path.join(backup, part?.path ?? ''))).ino;
  expect(await inode(first.path)).toBe(await inode(second.path));
  await rm(first.path, { recursive: true });
  expect((await verifyBackup(second.path, key, () => undefined)).problems).toEqual([]);
  // Another key opens nothing of the old ones: everything is written anew.
  const { key: other } = await openBackupKey(path.join(system.folder, 'other'));
  const third = await backUpSystem(system, { shelf: shelf('next'), key: other });
  expect(third.filesWritten).toBe(third.files);
  expect((await verifyBackup(third.path, other, () => undefined)).problems).toEqual([]);
});

test('only so many stay, the newest', async () => {
  const made: string[] = [];
  for (let day = 1; day <= 4; day += 1) {
    const now = new Date(Date.UTC(2026, 0, day, 18, 30));
    made.push((await backUpSystem(system, { shelf: shelf('kept'), keep: 2, now })).path);
  }
  expect(await listBackups(shelf('kept'))).toEqual(made.slice(-2).toReversed());
  expect(made[0]).toMatch(/motcua-20260101T183000Z$/);
});

test('lost files are told, taken from the backup before where it has them, and no old backup is thrown away', async () => {
  const stored = (hash: string): string =>
    path.join(system.folder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
  const [known, gone, changed] = [
    await attachFile(system, number, randomBytes(500)),
    await attachFile(system, number, randomBytes(500)),
    await attachFile(system, number, randomBytes(500)),
  ];
  await rename(stored(gone), `${stored(gone)}.aside`);
  await chmod(stored(changed), 0o600);
  await writeFile(stored(changed), 'other bytes');
  const make = async () => backUpSystem(system, { shelf: shelf('lost'), keep: 1 });
  const first = await make();
  expect(first.lostFiles.toSorted((one, other) => one.reason.localeCompare(other.reason))).toEqual([
    { hash: changed, reason: 'damaged' },
    { hash: gone, reason: 'missing' },
  ]);
  expect((await filesUnder(first.path)).join()).not.toContain(changed);
  await rm(stored(known), { force: true });
  const second = await make();
  expect(second.lostFiles).toHaveLength(3);
  expect(second.lostFiles).toContainEqual({ hash: known, reason: 'only-in-backup' });
  expect((await readManifest(second.path, null)).files.some((file) => file.hash === known)).toBe(true);
  expect(await listBackups(shelf('lost'))).toHaveLength(2);
  await rename(`${stored(gone)}.aside`, stored(gone));
  await rm(stored(changed));
  await system.superuser.query('delete from dossier_files where hash in ($1, $2)', [changed, known]);
  expect((await make()).rotated).toHaveLength(2);
});

test('a file that cannot be written leaves no backup', async () => {
  const folder = shelf('blocked');
  await writeFile(folder, 'a file where the folder should be');
  await expect(backUpSystem(system, { shelf: folder })).rejects.toThrow(/EEXIST|ENOTDIR/);
  await truncate(folder, 0);
  expect(await listBackups(shelf('nowhere'))).toEqual([]);
});
