import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { readConfig } from '#platform/config/config.ts';
import { openMail } from '#platform/mail/mail.ts';
import { tellFailure, tellStatement } from '#platform/tracing/channels.ts';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { failedJob } from '#test/jobs.ts';
import { observe, type Observer } from './observer.ts';
import { readDiskSamples, readFailures, readProcesses, readSlowStatements } from './store.ts';
import { operationTasks } from './tasks.ts';

let system: TestSystem;
let server: SMTPServer;
let smtpUrl = '';
const received: { readonly to: readonly string[]; readonly content: string }[] = [];
beforeAll(async () => {
  system = await openTestSystem();
  // The database has its own clock, and whether the two agree is looked at.
  system.setClock(new Date().toISOString());
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      stream.on('end', () => done());
      void text(stream).then((content) => received.push({ to, content }));
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  smtpUrl = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`; // No pipe, so an address.
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await system.close();
});
beforeEach(() => received.splice(0));

/** One round of the watch, and the letters it queued. */
async function look(operatorMail: string | null = 'van-hanh@example.vn'): Promise<readonly string[]> {
  const mail = openMail({ smtpUrl, from: 'motcua@example.vn', mailboxFolder: system.folder });
  const tasks = operationTasks({ ...system, mail }, operatorMail ?? undefined);
  await tasks['operations-watch']?.({}, '1');
  const { rows } = await system.superuser.query<{ id: string; payload: unknown }>(
    `delete from graphile_worker._private_jobs where task_id =
       (select id from graphile_worker._private_tasks where identifier = 'operations-letter') returning id, payload`,
  );
  for (const { id, payload } of rows) await tasks['operations-letter']?.(payload, id);
  mail.close();
  return received.splice(0).map(({ content }) => decoded(content));
}

/** The words of a letter, whatever the transport made of them. */
function decoded(source: string): string {
  const body = source.slice(source.indexOf('\r\n\r\n'));
  if (/Content-Transfer-Encoding: base64/i.test(source)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const OBSERVED = {
  pool: { totalCount: 2, idleCount: 1, waitingCount: 0 },
  version: '0.1.0',
  eventLoop: () => ({ p50: 0, p99: 0.002, most: 0.01 }),
} as const;

function observed(change: Readonly<Record<string, string>> = {}): Observer {
  const config = readConfig({ MOTCUA_DATA: system.folder, ...change });
  return observe(system, { ...OBSERVED, config });
}

describe('A process', () => {
  test('shows itself with its disks, keys and clock while it runs, and no longer when it has ended', async () => {
    const observer = observed();
    const { db } = await systemContext(system, 'test');
    await expect.poll(async () => readProcesses(db, new Date(0))).toHaveLength(1);
    expect(await readProcesses(db, new Date(0))).toMatchObject([
      { role: 'all', version: '0.1.0', eventLoopDelayMs: 2, connectionsUsed: 1 },
    ]);
    const disks = await readDiskSamples(db, new Date(0));
    expect(disks.map(({ place }) => place).toSorted()).toEqual(['backups', 'database', 'files', 'signer']);
    await observer.close();
    expect(await readProcesses(db, new Date(0))).toEqual([]);
  });

  test('writes down failures and slow statements, without the words that may be of persons', async () => {
    const observer = observed();
    const { db } = await systemContext(system, 'test');
    await expect.poll(async () => readProcesses(db, new Date(0))).toHaveLength(1);
    const error = Object.assign(new TypeError('Nguyễn Thị B'), { code: '22P02' });
    tellFailure({ requestId: 'r-1', method: 'POST', route: '/intake/:slug', error });
    const sql = `select "id" from "applicants" where "id" in ($1, $2, $3)`;
    for (const ms of [700, 900]) tellStatement({ text: sql, milliseconds: ms, hasFailed: false });
    tellStatement({ text: 'select 1', milliseconds: 3, hasFailed: false });
    await observer.close();
    const failures = await readFailures(db, new Date(0));
    expect(failures).toMatchObject([{ requestId: 'r-1', kind: 'TypeError 22P02', route: '/intake/:slug' }]);
    expect(failures[0]?.place).toMatch(/watch\.test\.ts:\d+/);
    expect(JSON.stringify(failures)).not.toContain('Nguyễn');
    expect(await readSlowStatements(db, localDateOf(system.clock()))).toMatchObject([
      {
        statement: 'select "id" from "applicants" where "id" in ($…)',
        runs: 2,
        longestMs: 900,
        totalMs: 1600,
      },
    ]);
  });
});

test('A clock that is years off is noted like one that is weeks off', async () => {
  const observer = observe(
    { ...system, clock: () => new Date('1999-01-01') },
    {
      ...OBSERVED,
      config: readConfig({ MOTCUA_DATA: system.folder }),
    },
  );
  const { db } = await systemContext(system, 'test');
  await expect
    .poll(async () => readProcesses(db, new Date(0)))
    .toMatchObject([{ clockDifferenceMs: 1 - 2 ** 31 }]);
  await observer.close();
});

describe('The operator', () => {
  test('is told by mail what turned bad, what to do, and that it is good again', async () => {
    const observer = observed({ MOTCUA_OPERATOR_EMAIL: 'van-hanh@example.vn' });
    const { db } = await systemContext(system, 'test');
    await expect.poll(async () => readProcesses(db, new Date(0))).toHaveLength(1);
    await look(); // Whatever this machine has to tell of its disks.
    const id = await failedJob(system, 'backup', 'Đĩa đầy');
    const [letter = '', ...others] = await look();
    expect(others).toEqual([]);
    expect(letter).toContain('SỰ CỐ: 1 việc nền hỏng hẳn');
    expect(letter).toContain('Việc cần làm: Đọc lỗi');
    expect(letter).toContain('http://localhost:3000/operations/guide#jobs-failed');
    expect(await look()).toEqual([]);
    await system.superuser.query('select graphile_worker.complete_jobs(array[$1::bigint])', [id]);
    const [good = ''] = await look();
    expect(good).toContain('ĐÃ ỔN TRỞ LẠI: 1 việc nền hỏng hẳn');
    await failedJob(system, 'backup', 'Đĩa lại đầy');
    expect(await look()).toEqual([]);
    await observer.close();
  });

  test('is told by the page alone where no address is set', async () => {
    await system.superuser.query('delete from operation_alarms');
    expect(await look(null)).toEqual([]);
    const { rows } = await system.superuser.query(
      'select cause from operation_alarms where is_told order by 1',
    );
    expect(rows).toContainEqual({ cause: 'processes' });
  });
});

test('What is old is thrown away', async () => {
  await system.superuser.query(`insert into unexpected_failures (at, request_id, method, route, kind, place)
    values ('2020-01-01', 'old', 'GET', '/', 'Error', '')`);
  await look();
  const { db } = await systemContext(system, 'test');
  const failures = await readFailures(db, new Date(0));
  expect(failures.map(({ requestId }) => requestId)).not.toContain('old');
});
