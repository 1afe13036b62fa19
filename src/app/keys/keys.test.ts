import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findApplicants } from '#capabilities/dossiers/intake/applicants/service.ts';
import { systemContext } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { openKeyFile, readKeyFile } from '#platform/secrets/key-file.ts';
import type { Keyring } from '#platform/secrets/keyring.ts';
import { openFileStore } from '#platform/storage/file-store.ts';
import { attachFile, connectionOfSystem } from '#test/backups.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier, receptionOf } from '#test/dossiers.ts';
import { refuseOtherKeys } from './guard.ts';
import { SEALED_COLUMNS } from './schema.ts';
import { addKey, keysStatus, reseal, retireKey } from './service.ts';

/** The system of tests with the keys of its file, as an installation has them. */
let system: TestSystem;
let secretsFolder: string;
const FIRST = '6WjhsmEP';

beforeAll(async () => {
  const opened = await openTestWorld();
  secretsFolder = path.join(opened.folder, 'secrets');
  const { secrets } = openKeyFile(secretsFolder, 0);
  const files = await openFileStore(path.join(opened.folder, 'files'), secrets.fileKeys);
  system = { ...opened, secrets, files };
  for (let count = 0; count < 3; count += 1) await receivedDossier(system);
});
afterAll(async () => system.close());

const asOperator = async () => systemContext(system, 'keys command');
const ringNow = async (): Promise<Keyring> => {
  const ring = await readKeyFile(path.join(secretsFolder, 'data-key'));
  if (ring === null) throw new Error('No key file');
  return ring;
};
const status = async () => keysStatus(await asOperator(), await ringNow());

test('every sealed column is known to the change of keys', async () => {
  const { rows } = await system.superuser.query<{ table: string; column: string }>(`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name ~ '^sealed_' order by 1`);
  expect(SEALED_COLUMNS.map(({ table, column }) => ({ table, column }))).toEqual(rows);
});

test('a change of keys: the new one seals at once, the rest follows, then the old one goes, and everybody is found all the way', async () => {
  const scan = randomBytes(70_000);
  const { number } = await receivedDossier(system);
  const hash = await attachFile(system, number, scan);
  const old = Buffer.from('%PDF một tệp có từ trước khi mã hóa');
  const name = createHash('sha256').update(old).digest('hex');
  const folder = path.join(system.folder, 'files', name.slice(0, 2), name.slice(2, 4));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), old);
  const counter = await actAs(system, 'mot-cua.an-hoa');
  const { applicant } = await receptionOf(counter);
  await receivedDossier(system, { change: { applicant } });
  const isFound = async (): Promise<boolean> => {
    const [found] = await findApplicants(await actAs(system, 'mot-cua.an-hoa'), applicant.idNumber);
    return found?.idNumber === applicant.idNumber;
  };
  const before = await status();
  expect(before).toMatchObject({ currentId: FIRST, unknown: [], clearFiles: 1 });
  expect(before.keys).toMatchObject([{ id: FIRST, files: 1 }]);

  const ring = await addKey(await asOperator(), secretsFolder);
  const [, fresh] = ring.keys;
  expect(await isFound()).toBe(true);
  await expect(retireKey(await asOperator(), secretsFolder, FIRST)).rejects.toThrow('chờ một phút');
  system.setClock('2020-04-28T08:05:00+07:00');
  await expect(retireKey(await asOperator(), secretsFolder, FIRST)).rejects.toThrow(
    /Còn \d+ dữ liệu và 1 tệp dưới khóa 6WjhsmEP/,
  );
  const done = await reseal(await asOperator(), () => undefined);
  expect(done).toMatchObject({ values: before.keys[0]?.values, files: 2, problems: [] });
  expect(await reseal(await asOperator(), () => undefined)).toMatchObject({ values: 0, files: 0 });
  expect((await status()).keys).toMatchObject([
    { id: FIRST, values: 0, files: 0 },
    { id: fresh?.id, values: before.keys[0]?.values, files: 2 },
  ]);
  expect((await status()).clearFiles).toBe(0);
  await retireKey(await asOperator(), secretsFolder, FIRST);
  expect((await ringNow()).keys.map(({ id }) => id)).toEqual([fresh?.id]);
  expect(await isFound()).toBe(true);
  expect((await buffer(await system.files.open(hash))).equals(scan)).toBe(true);
  expect((await buffer(await system.files.open(name))).equals(old)).toBe(true);
  const events = await historyOf(await asOperator(), 'data-key', 1);
  expect(events.map(({ kind, payload }) => [kind, payload['key']])).toEqual([
    ['added', fresh?.id],
    ['retired', FIRST],
  ]);
});

test('a start over this database without its keys is refused, and makes no new ones', async () => {
  const owner = await connectionOfSystem(system);
  await expect(refuseOtherKeys(owner, secretsFolder)).resolves.toBeUndefined();
  const empty = path.join(system.folder, 'elsewhere');
  await expect(refuseOtherKeys(owner, empty)).rejects.toThrow(/mã hóa bằng khóa .*chưa có tệp .*data-key/);
  await expect(readdir(empty)).rejects.toThrow('ENOENT');
  openKeyFile(empty);
  await expect(refuseOtherKeys(owner, empty)).rejects.toThrow('là khóa khác. Hãy chép tệp khóa đã cất giữ');
});

test('what nobody can open stays as it is, is told, and does not stop the rest', async () => {
  const { number } = await receivedDossier(system);
  await system.superuser.query(
    `update dossier_parties set sealed_id_number = 'v1.AAAAAAAA.xxxx' where dossier_id = (select id from dossiers where number = $1)`,
    [number],
  );
  await addKey(await asOperator(), secretsFolder);
  const { problems, values } = await reseal(await asOperator(), () => undefined);
  expect(problems).toEqual([expect.stringMatching(/^Bảng dossier_parties: .*bằng khóa AAAAAAAA/)]);
  expect(values).toBeGreaterThan(8);
  expect((await status()).unknown).toEqual([{ id: 'AAAAAAAA', values: 1, files: 0 }]);
});
