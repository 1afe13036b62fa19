import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { unsealNumber } from '#capabilities/dossiers/identity-number.ts';
import { openBackupKey } from '#platform/backup/key.ts';
import { readManifest } from '#platform/backup/manifest.ts';
import { changeKeyFile, openKeyFile } from '#platform/secrets/key-file.ts';
import { currentKey, withNewKey } from '#platform/secrets/keyring.ts';
import { openFileStore } from '#platform/storage/file-store.ts';
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
let place: EmptyPlace;
let number: string;
let hash: string;
const scan = Buffer.concat([Buffer.from('%PDF-1.7 bản quét'), randomBytes(100_000)]);
const MARKS = [
  'bản quét',
  ...Array.from({ length: 20 }, (_, at) => scan.subarray(200 + at * 4000).subarray(0, 24)),
];

beforeAll(async () => {
  system = await openTestWorld();
  ({ number } = await receivedDossier(system));
  hash = await attachFile(system, number, scan);
});
afterAll(async () => system.close());
beforeEach(async () => {
  place = await openEmptyPlace(system);
});
afterEach(async () => place.close());

const keyOf = (folder: string): string => path.join(folder, 'secrets', 'data-key');
const shelf = (name: string): string => path.join(system.folder, name);

async function readScan(folder: string): Promise<Buffer> {
  const { secrets } = openKeyFile(path.join(folder, 'secrets'));
  const store = await openFileStore(path.join(folder, 'files'), secrets.fileKeys);
  return buffer(await store.open(hash));
}

test('a backup that is not encrypted has neither the keys nor a scan in clear', async () => {
  const { path: made, hasDataKeys } = await backUpSystem(system, { shelf: shelf('plain') });
  expect(hasDataKeys).toBe(false);
  const names = await filesUnder(made);
  expect(names.some((name) => name.includes('data-key'))).toBe(false);
  const file = names.find((name) => name.startsWith('files/')) ?? '';
  const bytes = await readFile(path.join(made, file));
  for (const mark of MARKS) expect(bytes.includes(mark)).toBe(false);
});

test('it is restored where the keys were put first, and says what to do where they are missing or others', async () => {
  const { path: made } = await backUpSystem(system, { shelf: shelf('plain') });
  await rm(keyOf(place.folder));
  const missing = restoreTo(place, made);
  await expect(missing).rejects.toThrow(
    /cần khóa 6WjhsmEP, mà chưa có tệp khóa .*data-key.*Chưa phục hồi gì/,
  );
  await writeFile(keyOf(place.folder), 'the-key-of-another-installation');
  await expect(restoreTo(place, made)).rejects.toThrow(/là khóa khác \([\w-]{8}\)/);
  await rm(keyOf(place.folder));
  expect(await filesUnder(place.folder)).toEqual([]);
  expect((await place.pool.query("select to_regclass('dossiers') as found")).rows).toEqual([{ found: null }]);
  await restoreTo(place, made, { keyFile: keyOf(system.folder) });
  expect((await readScan(place.folder)).equals(scan)).toBe(true);
  const { rows } = await place.pool.query<{ sealed: string }>(
    'select sealed_id_number as sealed from applicants',
  );
  const { secrets } = openKeyFile(path.join(place.folder, 'secrets'));
  expect(rows.map(({ sealed }) => unsealNumber(secrets, sealed))).toEqual([
    expect.stringMatching(/^052\d{9}$/),
  ]);
});

test('an encrypted backup brings them along', async () => {
  const { key } = await openBackupKey(path.join(system.folder, 'key'));
  const { path: made, hasDataKeys } = await backUpSystem(system, { shelf: shelf('sealed'), key });
  expect(hasDataKeys).toBe(true);
  await rm(keyOf(place.folder));
  await restoreTo(place, made, { key });
  expect((await readScan(place.folder)).equals(scan)).toBe(true);
});

test('a scan of before, in clear, is backed up, and encrypted where it is restored', async () => {
  const old = Buffer.concat([Buffer.from('%PDF-1.4 tệp cũ'), randomBytes(1000)]);
  const name = createHash('sha256').update(old).digest('hex');
  const folder = path.join(system.folder, 'files', name.slice(0, 2), name.slice(2, 4));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), old);
  const { path: made, lostFiles } = await backUpSystem(system, { shelf: shelf('clear') });
  expect(lostFiles).toEqual([]);
  await restoreTo(place, made);
  const store = await openFileStore(path.join(place.folder, 'files'), system.secrets.fileKeys);
  expect(await store.keyOf(name)).toBe('6WjhsmEP');
  expect((await buffer(await store.open(name))).equals(old)).toBe(true);
  // Encrypted since: the next backup takes it anew, so that the clear one leaves with the old backups.
  await system.files.reseal(name);
  const again = await backUpSystem(system, { shelf: shelf('clear') });
  expect(again.filesWritten).toBe(1);
  const part = (await readManifest(again.path, null)).files.find((file) => file.hash === name);
  expect(part?.dataKey).toBe('6WjhsmEP');
});

test('a file whose key is away is backed up as it lies there, and told', async () => {
  await copyFile(keyOf(system.folder), `${keyOf(system.folder)}.aside`);
  await writeFile(keyOf(system.folder), 'the-key-of-another-installation');
  try {
    const { lostFiles, files } = await backUpSystem(system, { shelf: shelf('locked') });
    expect(lostFiles.every(({ reason }) => reason === 'locked')).toBe(true);
    expect(lostFiles).toHaveLength(files);
  } finally {
    await copyFile(`${keyOf(system.folder)}.aside`, keyOf(system.folder));
  }
});

test('a file that was swapped for another encrypted one is lost, and told', async () => {
  const inStore = (name: string): string =>
    path.join(system.folder, 'files', name.slice(0, 2), name.slice(2, 4), name);
  const other = await attachFile(system, number, randomBytes(100_017));
  await copyFile(inStore(hash), `${inStore(hash)}.aside`);
  await rm(inStore(hash));
  await copyFile(inStore(other), inStore(hash));
  const { lostFiles } = await backUpSystem(system, { shelf: shelf('swapped') });
  expect(lostFiles).toEqual([{ hash, reason: 'damaged' }]);
  await rm(inStore(hash));
  await copyFile(`${inStore(hash)}.aside`, inStore(hash));
  await rm(`${inStore(hash)}.aside`);
});

test('after a change of keys a backup needs both until everything is encrypted anew', async () => {
  const before = await backUpSystem(system, { shelf: shelf('changed') });
  const ring = await changeKeyFile(path.join(system.folder, 'secrets'), (old) =>
    withNewKey(old, system.clock()),
  );
  const { secrets } = openKeyFile(path.join(system.folder, 'secrets'));
  const store = await openFileStore(path.join(system.folder, 'files'), secrets.fileKeys);
  expect((await backUpSystem(system, { shelf: shelf('changed') })).filesWritten).toBe(0);
  for await (const name of store.hashes()) await store.reseal(name);
  const after = await backUpSystem(system, { shelf: shelf('changed') });
  expect(after.filesWritten).toBe(after.files);
  const manifest = await readManifest(after.path, null);
  expect(new Set(manifest.files.map(({ dataKey }) => dataKey))).toEqual(new Set([currentKey(ring).id]));
  expect(manifest.dataKeys).toEqual(ring.keys.map(({ id }) => id));
  // An older backup is restored with the keys of today as well.
  await restoreTo(place, before.path, { keyFile: keyOf(system.folder) });
});
