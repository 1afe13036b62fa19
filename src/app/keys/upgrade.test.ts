/** What a release before kept in clear is sealed by the upgrade, and found all the same. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossierListQuery } from '#capabilities/dossiers/inbox/schema.ts';
import { dossierList } from '#capabilities/dossiers/inbox/service.ts';
import { findApplicants } from '#capabilities/dossiers/intake/applicants/service.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openKeyFile } from '#platform/secrets/key-file.ts';
import { openFileStore } from '#platform/storage/file-store.ts';
import { type EmptyPlace, openEmptyPlace, restoreTo } from '#test/backups.ts';
import { actAs } from '#test/cast.ts';
import { openSystemOn, openTestSystem, type TestSystem } from '#test/database.ts';
import { dumpOf, filesOf, heapOf, tracesOf } from '#test/leaks.ts';

const BACKUP = path.resolve('test/upgrade/fixtures/0013/backup');
let host: TestSystem;
let place: EmptyPlace;
let system: TestSystem;
/** What the release before had in clear. */
let numbers: readonly string[];
let before: readonly Parameters<typeof tracesOf>[1][];

beforeAll(async () => {
  host = await openTestSystem();
  const old = await openEmptyPlace(host);
  await rm(path.join(old.folder, 'secrets', 'data-key'));
  await restoreBefore(old);
  const { rows } = await old.pool.query<{ number: string }>(`select id_number as number from applicants
    where id_number is not null union select id_number from dossier_parties where id_number <> ''
    union select id_number from dossier_returns where id_number <> ''`);
  numbers = rows.map(({ number }) => number);
  before = [await dumpOf(old.pool), await heapOf(old.pool)];
  await old.close();
  place = await openEmptyPlace(host);
  await rm(path.join(place.folder, 'secrets', 'data-key'));
  await restoreTo(place, BACKUP);
  system = await openSystemOn(place.owner);
});
afterAll(async () => {
  await system.close();
  await place.close();
  await host.close();
});

/** Restores as it was, without the step that seals. */
async function restoreBefore(old: EmptyPlace): Promise<void> {
  const stop = async (): Promise<void> => {
    throw new Error('stop here');
  };
  await restoreTo(old, BACKUP, { preparations: () => ({ '0014_sealed_numbers.sql': stop }) }).catch(
    (error: Error) => {
      if (!`${error.message} ${String(error.cause)}`.includes('stop here')) throw error;
    },
  );
}

test('whoever looked for the numbers in the database of before found each', () => {
  for (const places of before)
    for (const number of numbers) expect(tracesOf([number], places)).not.toEqual([]);
});

test('no row, index, text for searching or memory of the planner has a number in clear, nor the files of the tables', async () => {
  expect(numbers.length).toBeGreaterThan(1);
  expect(tracesOf(numbers, await dumpOf(place.pool))).toEqual([]);
  const left = tracesOf(numbers, await heapOf(place.pool));
  // Whoever still looked while the upgrade ran, as the server's own analysis may, holds back what it saw of the planner's.
  expect(left.filter((trace) => !trace.startsWith('pg_statistic: '))).toEqual([]);
  await expect.poll(async () => planned(), { timeout: 20_000, interval: 500 }).toEqual([]);
});

/** What is left in the planner's memory after one more writing of its table. */
async function planned(): Promise<readonly string[]> {
  const left = tracesOf(numbers, await heapOf(place.pool));
  if (left.length > 0) await place.pool.query('vacuum (full) pg_statistic');
  return left;
}

test('everybody is found by their number, with their dossiers', async () => {
  const officer = await actAs(system, 'mot-cua.an-hoa');
  const { rows } = await place.pool.query<{ applicants: number; numbered: number }>(`
    select count(*)::int as applicants, count(sealed_id_number)::int as numbered from applicants`);
  expect(rows[0]?.numbered).toBe(rows[0]?.applicants);
  for (const number of numbers) {
    const [found] = await findApplicants(officer, number);
    expect(found?.idNumber).toBe(number);
    expect((await dossierList(officer, dossierListQuery.parse({ q: number }))).rows).toHaveLength(1);
  }
});

test('scans lie encrypted where they were restored to', async () => {
  const { secrets } = openKeyFile(path.join(place.folder, 'secrets'));
  const store = await openFileStore(path.join(place.folder, 'files'), secrets.fileKeys);
  const files = await filesOf(path.join(place.folder, 'files'));
  expect(files.size).toBeGreaterThan(0);
  for (const [name, bytes] of files) {
    const content = await buffer(await store.open(path.basename(name)));
    expect(content.includes('%PDF')).toBe(true);
    expect(bytes.includes('%PDF')).toBe(false);
  }
});

test('without the keys the upgrade stops and changes nothing', async () => {
  const old = await openEmptyPlace(host);
  await rm(path.join(old.folder, 'secrets', 'data-key'));
  await restoreBefore(old);
  await expect(migrate(old.owner, path.resolve('migrations'))).rejects.toThrow('0014_sealed_numbers.sql');
  const { rows } = await old.pool.query(`select count(id_number)::int as kept from applicants`);
  expect(rows).toEqual([{ kept: expect.toSatisfy((kept: number) => kept > 0) }]);
  await old.close();
});
