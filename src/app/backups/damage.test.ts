import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refuseUnfinished } from '#platform/backup/mark.ts';
import { type BackupKey, openBackupKey } from '#platform/backup/key.ts';
import { listBackups } from '#platform/backup/shelf.ts';
import type { Session } from '#platform/backup/session.ts';
import { verifyBackup } from '#platform/backup/verify.ts';
import {
  attachFile,
  backUpSystem,
  type EmptyPlace,
  filesUnder,
  openEmptyPlace,
  restoreTo,
} from '#test/backups.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';

let system: TestSystem;
let key: BackupKey;
let other: BackupKey;
/** One of each kind, never touched: tests damage copies. */
let plain: string;
let sealed: string;
let hash: string;
let copy: string;
let place: EmptyPlace;

beforeAll(async () => {
  system = await openTestWorld();
  const { number } = await receivedDossier(system);
  hash = await attachFile(system, number, randomBytes(100_000));
  key = (await openBackupKey(path.join(system.folder, 'key'))).key;
  other = (await openBackupKey(path.join(system.folder, 'other-key'))).key;
  plain = (await backUpSystem(system)).path;
  sealed = (await backUpSystem(system, { key, shelf: path.join(system.folder, 'sealed') })).path;
});
afterAll(async () => system.close());
beforeEach(async () => {
  copy = path.join(system.folder, `copy-${randomBytes(4).toString('hex')}`);
  place = await openEmptyPlace(system);
});
afterEach(async () => place.close());

/** Nothing at all was written: no table, no file. */
async function expectUntouched(): Promise<void> {
  const { rows } = await place.pool.query(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  expect(rows).toEqual([]);
  expect(await filesUnder(place.folder)).toEqual(['secrets/data-key']);
}

/** What proving a backup says about it. */
async function wordsOf(folder: string, key: BackupKey | null): Promise<string> {
  return verifyBackup(folder, key, () => undefined).then(
    ({ problems }) => problems.join('\n'),
    (error: Error) => error.message,
  );
}

describe.each(['plain', 'sealed'] as const)('a %s backup', (kind) => {
  const source = (): { folder: string; key: BackupKey | null } =>
    kind === 'plain' ? { folder: plain, key: null } : { folder: sealed, key };

  test('is whole', async () => {
    const { folder, key } = source();
    expect((await verifyBackup(folder, key, () => undefined)).problems).toEqual([]);
  });

  test('with one flipped bit is refused before anything is written, by name', async () => {
    const { folder, key } = source();
    const names = (await filesUnder(folder)).filter(
      (name) => !name.includes('public.') || /dossiers\.|history/.test(name),
    );
    for (const name of names) {
      await cp(folder, copy, { recursive: true });
      const bytes = await readFile(path.join(copy, name));
      const at = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      await writeFile(path.join(copy, name), bytes);
      const words = name.startsWith('manifest')
        ? `Phần ${name} của bản sao lưu`
        : `Tệp ${name} đã bị thay đổi`;
      await expect(restoreTo(place, copy, { key })).rejects.toThrow(words);
      await expect(wordsOf(copy, key)).resolves.toContain(words);
      await rm(copy, { recursive: true });
    }
    await expectUntouched();
  });

  test.each([
    ['a cut file', async (file: string) => truncate(file, 5), 'dài 5 byte'],
    ['a longer file', async (file: string) => appendFile(file, 'x'), 'đúng ra là'],
    ['a missing file', async (file: string) => rm(file), 'Thiếu tệp'],
  ])('with %s is refused, by name', async (_what, damage, words) => {
    const { folder, key } = source();
    await cp(folder, copy, { recursive: true });
    const damaged = (await filesUnder(copy)).filter((name) => /files\/|dossiers\.|waiting/.test(name));
    expect(damaged.length).toBeGreaterThanOrEqual(3);
    for (const name of damaged) await damage(path.join(copy, name));
    const { problems } = await verifyBackup(copy, key, () => undefined);
    expect(problems).toHaveLength(damaged.length);
    for (const name of damaged) expect(problems.join('\n')).toContain(name);
    for (const problem of problems) expect(problem).toContain(words);
    await expect(restoreTo(place, copy, { key })).rejects.toThrow(words);
    await expectUntouched();
  });

  test('without its manifest is no backup', async () => {
    await cp(source().folder, copy, { recursive: true });
    for (const name of await filesUnder(copy))
      if (name.startsWith('manifest')) await rm(path.join(copy, name));
    await expect(restoreTo(place, copy, { key })).rejects.toThrow('không phải một bản sao lưu trọn vẹn');
  });
});

describe('a sealed backup', () => {
  test('is restored with its key, and brings the keys of the data', async () => {
    await rm(path.join(place.folder, 'secrets', 'data-key'));
    await restoreTo(place, sealed, { key });
    expect(await filesUnder(path.join(place.folder, 'secrets'))).toEqual(['data-key']);
    expect(await filesUnder(path.join(place.folder, 'files'))).toEqual([
      path.join(hash.slice(0, 2), hash.slice(2, 4), hash),
    ]);
  });

  test('is not restored with another key, or none', async () => {
    await expect(restoreTo(place, sealed, { key: other })).rejects.toThrow('Khóa không đúng');
    await expect(restoreTo(place, sealed)).rejects.toThrow('Bản sao lưu này đã mã hóa');
    await expectUntouched();
  });

  test('cannot be replaced by one that is not sealed', async () => {
    await expect(restoreTo(place, plain, { key })).rejects.toThrow('không được mã hóa, mà đã chỉ khóa');
    await expectUntouched();
  });

  test('does not tell which files are in it', async () => {
    expect((await filesUnder(sealed)).join()).not.toContain(hash);
    for (const name of await filesUnder(sealed))
      expect((await readFile(path.join(sealed, name))).includes('dossier')).toBe(false);
  });
});

describe('a place that is not empty', () => {
  test('a database with a table', async () => {
    await place.pool.query('create table something (id int)');
    await expect(restoreTo(place, plain)).rejects.toThrow('đã có dữ liệu; chỉ phục hồi vào nơi trống');
  });

  test('a folder with files', async () => {
    const folder = path.join(place.folder, 'files', 'ab', 'cd');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'ab'.repeat(32)), 'x');
    await expect(restoreTo(place, plain)).rejects.toThrow('đã có tệp; chỉ phục hồi vào nơi trống');
  });

  test('a system that was just restored', async () => {
    await restoreTo(place, plain);
    await expect(restoreTo(place, plain)).rejects.toThrow('đã có dữ liệu');
    await expect(refuseUnfinished(place.owner)).resolves.toBeUndefined();
  });
});

describe('a restore that was cut', () => {
  const cutAt = async (line: string): Promise<void> => {
    const onLine = (told: string): void => {
      if (told === line) throw new Error('cut');
    };
    await expect(restoreTo(place, plain, { onLine })).rejects.toThrow('cut');
  };

  test.each(['Đang phục hồi tệp…', 'Đang phục hồi cơ sở dữ liệu…'])('at "%s" is no system', async (line) => {
    await cutAt(line);
    await expect(refuseUnfinished(place.owner)).rejects.toThrow('bị ngắt giữa chừng');
    // And begins again where it was.
    await restoreTo(place, plain);
    await expect(refuseUnfinished(place.owner)).resolves.toBeUndefined();
  });

  test('in the middle of the rows leaves none of them', async () => {
    const readLog = async (): Promise<string> => 'another root';
    await expect(restoreTo(place, plain, { readLog })).rejects.toThrow('Nhật ký công khai sau khi phục hồi');
    const { rows } = await place.pool.query('select count(*)::int as count from history_events');
    expect(rows).toEqual([{ count: 0 }]);
    await expect(refuseUnfinished(place.owner)).rejects.toThrow('bị ngắt giữa chừng');
    await restoreTo(place, plain);
  });
});

test('rows that are not those of the backup once they are loaded are found, and none is kept', async () => {
  // The log is asked after the rows are in: a way into the middle of a restore.
  const readLog = async (session: Session): Promise<null> => {
    await session.query(`update units set code = code || '-x' where id = (select min(id) from units)`);
    return null;
  };
  await expect(restoreTo(place, plain, { readLog })).rejects.toThrow(
    'Bảng units sau khi phục hồi không giống',
  );
  const { rows } = await place.pool.query('select count(*)::int as count from units');
  expect(rows).toEqual([{ count: 0 }]);
});

test('a full disk is told, and leaves nothing', async ({ skip }) => {
  const disk = path.join(system.folder, 'disk');
  await mkdir(disk);
  // Only root may mount; elsewhere this cannot be tried.
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', disk]).status !== 0) skip();
  try {
    await expect(backUpSystem(system, { shelf: disk })).rejects.toThrow('đã đầy nên chưa sao lưu được');
    expect(await readdir(disk)).toEqual([]);
  } finally {
    spawnSync('umount', [disk]);
  }
});

test('a backup of a later release is refused before anything is written', async () => {
  const older = path.join(system.folder, 'older');
  await cp('migrations', older, { recursive: true });
  await rm(path.join(older, '0009_work.sql'));
  await expect(restoreTo(place, plain, { migrationsFolder: older })).rejects.toThrow(
    'không biết bước nâng cấp 0009_work.sql',
  );
  await expectUntouched();
});

test('a process that was killed leaves nothing that is taken for a backup, and the next one clears it away', async () => {
  const shelf = path.join(system.folder, 'killed');
  const left = path.join(shelf, `.unfinished.${hostname()}.999999999.x`);
  await cp(plain, left, { recursive: true });
  expect(await listBackups(shelf)).toEqual([]);
  const { path: made } = await backUpSystem(system, { shelf });
  expect(await readdir(shelf)).toEqual([path.basename(made)]);
});
