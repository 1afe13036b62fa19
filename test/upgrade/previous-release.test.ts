import { chmod, cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '#app/command/log-acts.ts';
import { keepLog } from '#app/log-keeper.ts';
import { openFile } from '#capabilities/dossiers/files/service.ts';
import { passOn } from '#capabilities/dossiers/service.ts';
import { systemContext } from '#foundation/context.ts';
import { createWriteGuard } from '#foundation/log/guard.ts';
import { ensureApplicationRole } from '#platform/database/roles.ts';
import { readMigrations } from '#platform/database/migrate.ts';
import { openLogSigner } from '#platform/signing/log-signer.ts';
import { openFileStore } from '#platform/storage/file-store.ts';
import { type EmptyPlace, openEmptyPlace, restoreTo } from '#test/backups.ts';
import { actAs } from '#test/cast.ts';
import { openSystemOn, openTestSystem, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { testSecrets } from '#test/secrets.ts';
import { TEST_PASSWORD } from '#test/server.ts';
import { visitorOf } from '#test/visitor.ts';
import { PDF } from '../attack/world.ts';

/** What record.ts left of the release before this one. */
const FIXTURE = path.resolve('test/upgrade/fixtures/0013');
const ORIGIN = 'localhost:3000/nhat-ky';

let home: TestSystem;
let place: EmptyPlace;
let system: TestSystem;
let signer: string;
let applied: readonly string[];

beforeAll(async () => {
  home = await openTestSystem();
  place = await openEmptyPlace(home);
  const { owner, folder } = place;
  // Backups of that release bring the keys of the data along.
  await rm(path.join(folder, 'secrets'), { recursive: true });
  const restored = await restoreTo(place, path.join(FIXTURE, 'backup'), {
    target: {
      owner,
      prepareRole: async () => ensureApplicationRole(owner, TEST_PASSWORD),
      folders: { files: path.join(folder, 'files'), secrets: path.join(folder, 'secrets') },
    },
  });
  applied = restored.migrated;
  signer = path.join(folder, 'signer');
  await cp(path.join(FIXTURE, 'signer'), signer, { recursive: true });
  // Git keeps no more of a file's rights than whether it runs; a signer's key is its owner's alone.
  for (const name of await readdir(signer)) await chmod(path.join(signer, name), 0o600);
  const opened = await openSystemOn(owner);
  system = { ...opened, files: await openFileStore(path.join(folder, 'files'), testSecrets.fileKeys) };
});
afterAll(async () => {
  await system.close();
  await place.close();
  await home.close();
});

const numbersOf = async (): Promise<readonly string[]> => {
  const { rows } = await system.superuser.query<{ number: string }>(
    'select number from dossiers order by id',
  );
  return rows.map(({ number }) => number);
};

/** `motcua log verify`: the log, its signatures, every record against its history, every file. */
async function verified(): Promise<{ readonly code: number; readonly said: readonly string[] }> {
  const said: string[] = [];
  const ctx = await systemContext(system, 'test');
  const code = await verify(ctx, await openLogSigner({ folder: signer, origin: ORIGIN }), {
    print: (_facts, text) => void said.push(text),
    progress: () => undefined,
  });
  return { code, said };
}

describe('What the release before this one has left', () => {
  test('is brought to this release by every migration since', async () => {
    const since = (await readMigrations(path.resolve('migrations'))).map(({ name }) => name);
    expect(applied).toEqual(since.filter((name) => name > '0013_unit_keys.sql'));
  });

  test('has its dossiers, at the stage where they were', async () => {
    const { rows } = await system.superuser.query(
      `select state, count(*)::int from dossiers group by state order by state`,
    );
    expect(rows).toEqual([
      { state: 'received', count: 1 },
      { state: 'returned', count: 1 },
    ]);
  });

  test('has a scan that opens as it was handed in', async () => {
    const [number = ''] = await numbersOf();
    const { rows } = await system.superuser.query<{ id: number }>('select id::int from dossier_files');
    const file = await openFile(await actAs(system, 'mot-cua.an-hoa'), number, rows[0]?.id ?? 0);
    expect(await buffer(await system.files.open(file.hash))).toEqual(PDF);
  });

  test('stands up to the check of everything, once the program has been at work over it', async () => {
    const guard = createWriteGuard();
    const keeper = await keepLog(system, guard, await openLogSigner({ folder: signer, origin: ORIGIN }));
    await keeper.stop();
    expect(guard.reason()).toBeNull();
    const { code, said } = await verified();
    expect([code, code === 0 ? [] : said]).toEqual([0, []]);
  });

  test('can be worked on: what was begun goes on, and a new dossier gets the next number', async () => {
    const [number = ''] = await numbersOf();
    const counter = await actAs(system, 'mot-cua.an-hoa');
    const moved = await passOn(counter, { number, sequence: 2, note: '', officerId: null });
    expect(moved.steps.find(({ state }) => state === 'active')?.position).toBe(1);
    const { number: next } = await receivedDossier(system, { change: { confirmedDuplicate: true } });
    expect([...(await numbersOf())].sort().at(-1)).toBe(next);
    expect((await verified()).code).toBe(0);
  });

  test('is shown: to the counter in its inbox, to whoever has the receipt', async () => {
    const official = await visitorOf(system, 'mot-cua.an-hoa');
    const [, returned = ''] = await numbersOf();
    expect((await official.get(`/dossiers/${returned}`)).text).toContain('Nguyễn Thị B');
    const { rows } = await system.superuser.query<{ code: string }>(
      'select check_code as code from dossiers where number = $1',
      [returned],
    );
    const citizen = await visitorOf(system);
    const { status, text } = await citizen.get(`/tra-cuu/${returned}?ma=${rows[0]?.code}`);
    expect([status, text.includes('Bạn đã nhận kết quả')]).toEqual([200, true]);
  });
});
