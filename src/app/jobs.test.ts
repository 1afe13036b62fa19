import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPool } from '#platform/database/pool.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier, receptionOf } from '#test/dossiers.ts';
import { actAs } from '#test/cast.ts';
import { silentLog } from '#test/silent-log.ts';
import { jobHandlers } from './jobs.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

async function queuedTasks(): Promise<readonly string[]> {
  const { rows } = await system.superuser.query<{ task: string }>(
    'select task_identifier as task from graphile_worker.jobs order by id',
  );
  return rows.map((row) => row.task);
}

test('a job queued in a transaction that is rolled back does not exist', async () => {
  const before = await queuedTasks();
  const work = system.db.transaction().execute(async (db) => {
    await queueJob(db, { task: 'dispose', payload: { id: 0 } });
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await queuedTasks()).toEqual(before);
});

test('the application cannot reach into the queue itself', async () => {
  const reading = sql`select * from graphile_worker.jobs`.execute(system.db);
  await expect(reading).rejects.toThrow(/permission denied/);
});

test('an applicant with an address gets a letter with the due date and the code', async () => {
  await system.superuser.query('update notice_settings set group_minutes = 0');
  const reception = await receptionOf(await actAs(system, 'mot-cua.an-hoa'));
  const applicant = { ...reception.applicant, email: 'nguoi-nop@example.vn' };
  const { number } = await receivedDossier(system, { change: { applicant } });
  const { user, host, port } = await ownerOf(system);
  const pool = openPool({ user, host, port, database: await databaseOf(system) }, 3);
  const worker = await startWorker(pool, { handlers: jobHandlers(system), timetable: [] }, silentLog);
  await expect.poll(async () => lettersOf(system), { timeout: 15_000 }).toHaveLength(1);
  await worker.stop();
  await pool.end();
  const [source = ''] = await lettersOf(system);
  // Long lines of a letter are cut softly.
  const letter = source.replaceAll(/=\r?\n/g, '');
  expect(letter).toContain('nguoi-nop@example.vn');
  expect(letter).toContain(number);
});

async function lettersOf({ folder }: TestSystem): Promise<readonly string[]> {
  const mailbox = path.join(folder, 'mailbox');
  const names = await readdir(mailbox).catch(() => []);
  return Promise.all(names.map(async (name) => readFile(path.join(mailbox, name), 'utf8')));
}

async function databaseOf({ superuser }: TestSystem): Promise<string> {
  const { rows } = await superuser.query<{ name: string }>('select current_database() as name');
  return rows[0]?.name ?? '';
}

async function ownerOf({ superuser }: TestSystem) {
  const { user = '', host = '', port = 5432 } = superuser.options;
  return { user, host, port };
}
