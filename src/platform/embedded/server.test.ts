import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Connection } from '#platform/database/connection.ts';
import { exists } from './files.ts';
import { canEnter } from './run.ts';
import { joinEmbedded, startEmbedded, type EmbeddedServer } from './server.ts';

const isRoot = process.getuid?.() === 0;
const here = dirname(fileURLToPath(import.meta.url));
const checkout = join(here, '../../..');

/** An ordinary account that every Unix system has. */
const daemon = { uid: 1, gid: 1 };

let home: string;
let folder: string;
let lines: string[];
let running: EmbeddedServer[];
let holders: ChildProcess[];

/** A database made once, to copy: making one takes a second. */
let seed: string;

beforeAll(async () => {
  seed = await mkdtemp(join(tmpdir(), 'motcua-seed-'));
  await chmod(seed, 0o755);
  const server = await startEmbedded({
    folder: join(seed, 'database'),
    durable: false,
    onLine: () => undefined,
  });
  await server.stop();
});

afterAll(() => rm(seed, { recursive: true }));

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'motcua-embedded-'));
  await chmod(home, 0o755);
  folder = join(home, 'dữ liệu thử', 'database');
  [lines, running, holders] = [[], [], []];
});

afterEach(async () => {
  for (const holder of holders) await end(holder, 'SIGTERM');
  for (const server of running) await server.stop();
  await rm(home, { recursive: true, force: true });
});

describe('the embedded database', () => {
  test('keeps rows over a stop and a start, in a path with spaces and accents', async () => {
    const first = await start();
    await query(first.connection, "create table moved as select upper('đặng thị nguyệt') as name");
    await first.stop();
    const second = await start();
    expect(await query(second.connection, 'select name from moved')).toEqual([{ name: 'ĐẶNG THỊ NGUYỆT' }]);
  });

  test('is not reachable from the network, writes safely and keeps Vietnamese time', async () => {
    const server = await startEmbedded({ folder, durable: true, onLine: (line) => lines.push(line) });
    running.push(server);
    const shown = await query(
      server.connection,
      "select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'TimeZone') order by name collate \"C\"",
    );
    expect(shown).toEqual([
      { name: 'TimeZone', setting: 'Asia/Ho_Chi_Minh' },
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '' },
    ]);
  });

  test('puts its socket elsewhere when the path is too long for one', async () => {
    folder = join(home, 'thư mục rất dài '.repeat(4), 'hồ sơ '.repeat(8), 'database');
    const server = await start();
    expect(server.connection.host).toMatch(/^\/tmp\/motcua-[0-9a-f]{12}$/);
    expect(await query(server.connection, 'select 1 as answer')).toEqual([{ answer: 1 }]);
    await server.stop();
    await rm(server.connection.host, { recursive: true });
  });
});

describe('the embedded database of a living process', () => {
  beforeEach(copySeed);

  test('refuses a second start over the same folder and names the process that has it', async () => {
    const { holder } = await hold();
    await expect(start()).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(`tiến trình ${holder.pid}`),
    });
  });

  test('starts as soon as another process over the same folder has ended', async () => {
    const { holder } = await hold();
    const starting = startEmbedded({ folder, durable: false, onLine: (line) => lines.push(line) });
    await end(holder, 'SIGTERM');
    running.push(await starting);
    expect(await postmasterPid()).toBeGreaterThan(0);
  });

  test('refuses a second start even when the owner file was deleted', async () => {
    await hold();
    await rm(join(folder, 'owner.json'));
    await expect(start()).rejects.toThrow('Một Cửa đang chạy trên cùng thư mục dữ liệu này');
  });

  test('lends its server to a command beside a running process, and runs one when there is none', async () => {
    const { connection } = await hold();
    const beside = await joinEmbedded({ folder, durable: false, onLine: (line) => lines.push(line) });
    await beside.stop();
    expect(beside.connection).toEqual(connection);
    expect(await query(connection, 'select 1 as answer')).toEqual([{ answer: 1 }]);
  });
});

describe('what an earlier process left', () => {
  beforeEach(copySeed);

  test('is taken over with all its rows when its process was killed', async () => {
    const { holder, connection } = await hold();
    await query(connection, 'create table kept as select 7 as number');
    const before = await postmasterPid();
    await end(holder, 'SIGKILL');
    const server = await start();
    expect(lines.join()).toContain('Tiếp quản cơ sở dữ liệu');
    expect(await postmasterPid()).toBe(before);
    expect(await query(server.connection, 'select number from kept')).toEqual([{ number: 7 }]);
  });

  test('starts when everything was killed and its process number now belongs to another program', async () => {
    const { holder } = await hold();
    process.kill(await postmasterPid(), 'SIGKILL');
    await end(holder, 'SIGKILL');
    const file = join(folder, 'cluster', 'postmaster.pid');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid)));
    const server = await start();
    expect(await query(server.connection, 'select 1 as answer')).toEqual([{ answer: 1 }]);
  });

  test('refuses the data of another major version with a way out', async () => {
    await (await start()).stop();
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '16\n');
    await expect(start()).rejects.toThrow('thuộc PostgreSQL 16, còn bản này dùng PostgreSQL 17');
  });
});

describe.runIf(isRoot)('the embedded database started by root', () => {
  test('runs as an unprivileged account that owns its folder', async () => {
    await start();
    expect((await stat(join(folder, 'cluster'))).uid).not.toBe(0);
  });

  test('belongs to the owner of the data folder when that is an ordinary account', async () => {
    await mkdir(dirname(folder));
    await chown(dirname(folder), daemon.uid, daemon.gid);
    await start();
    expect((await stat(join(folder, 'cluster'))).uid).toBe(daemon.uid);
  });

  test('lives in a system folder when its own is closed to that account, now and at the next start', async () => {
    await chmod(home, 0o700);
    await (await start()).stop();
    const elsewhere = (await readFile(join(folder, 'location.txt'), 'utf8')).trim();
    expect(lines.join()).toContain(`nên dữ liệu đặt ở ${elsewhere}`);
    await start();
    expect(await exists(join(elsewhere, 'cluster', 'PG_VERSION'))).toBe(true);
    await running.pop()?.stop();
    await rm(elsewhere, { recursive: true });
  });

  test.runIf(canEnter(daemon, checkout))('is run by an ordinary account as well', async () => {
    await mkdir(dirname(folder));
    await chown(dirname(folder), daemon.uid, daemon.gid);
    const { connection } = await hold(daemon);
    expect(await query(connection, 'select 1 as answer')).toEqual([{ answer: 1 }]);
    expect((await stat(join(folder, 'cluster'))).uid).toBe(daemon.uid);
  });
});

async function copySeed(): Promise<void> {
  await mkdir(dirname(folder));
  spawnSync('cp', ['-a', join(seed, 'database'), folder]);
}

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbedded({
    folder,
    durable: false,
    patience: 0,
    onLine: (line) => lines.push(line),
  });
  running.push(server);
  return server;
}

const connectionSchema = z.object({
  host: z.string(),
  port: z.number(),
  user: z.string(),
  database: z.string(),
});

type Held = { readonly holder: ChildProcess; readonly connection: Connection };

/** Another process that owns the folder. */
async function hold(account?: { readonly uid: number; readonly gid: number }): Promise<Held> {
  const holder = spawn(process.execPath, [join(here, 'holder.fixture.ts'), folder], {
    ...account,
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(holder);
  const [chunk] = await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit').then(failed)]);
  return { holder, connection: connectionSchema.parse(JSON.parse(String(chunk))) };
}

function failed(): never {
  throw new Error('The holder ended before it had a server.');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function query(connection: Connection, sql: string): Promise<readonly unknown[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
