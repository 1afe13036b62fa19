import { expect, test } from 'vitest';
import { audit } from './audit.ts';
import { type Client, openClient } from './client.ts';
import { type House, lastWords, openHouse } from './house.ts';
import { killDatabase } from './kill.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { waitingLetters, withoutLetter } from './letters.ts';
import type { Order } from './order.ts';
import type { Running } from './process.ts';
import { LIVING } from '#platform/jobs/abandoned.ts';
import { openSharedServer } from './shared-server.ts';

type Role = 'web' | 'worker';
type Kill = readonly [role: Role, order: Omit<Order, 'cluster'>];

const KILLS: readonly Kill[] = [
  ['web', { point: 'form-committed', nth: 5, victim: 'application' }],
  ['worker', { point: 'job-done', nth: 3, victim: 'application' }],
  ['web', { point: 'form-done', nth: 6, victim: 'database' }],
  ['worker', { point: 'job-done', nth: 2, victim: 'database' }],
  ['worker', { point: 'log-placed', nth: 1, victim: 'application' }],
  ['worker', { point: 'log-signed', nth: 1, victim: 'database' }],
  ['web', { point: 'file-kept', nth: 1, victim: 'application' }],
];

test('web and worker over a PostgreSQL of one’s own: each dies alone, and both outlive the server', async () => {
  const house = await openHouse();
  const server = await openSharedServer(house);
  const { settings } = server;
  const start = async (role: Role): Promise<Running> => {
    const started = await house.start({ role, settings });
    if (role === 'worker') await untilWorking(house, started);
    return started;
  };
  const running: Record<Role, Running> = { web: await start('web'), worker: await start('worker') };
  const ledger = openLedger();
  try {
    const logins = ['mot-cua.an-hoa', 'mot-cua.an-toan'];
    const clients = await Promise.all(logins.map(async (login) => openClient(house, ledger, login)));
    for (const [role, order] of KILLS) {
      await workUntilKilled(house, { running: running[role], order, clients });
      if (order.victim === 'application') running[role] = await start(role);
      else await server.restart();
      expect([running.web.isOver(), running.worker.isOver()]).toEqual([false, false]);
      await expectWhole(house, ledger, { clients, cut: `${role} at ${order.point}` });
    }
    killDatabase(house.cluster);
    await server.restart();
    await expectWhole(house, ledger, { clients, cut: 'the server at rest' });
    const waiting = async (): Promise<number> =>
      house.look(async ({ superuser }) => waitingLetters(superuser));
    await expect.poll(waiting, { timeout: 60_000, interval: 250 }).toBe(0);
    expect(await withoutLetter(house, ledger)).toEqual([]);
  } catch (error) {
    process.stderr.write(`${await lastWords(house)}\n`);
    throw error;
  } finally {
    await running.web.stop();
    await running.worker.stop();
    await server.stop();
    await house.close();
  }
});

/** A worker has no page that says that it is ready, but a lock under its name. */
async function untilWorking(house: House, worker: Running): Promise<void> {
  const isWorking = async (): Promise<boolean> =>
    house.look(async ({ superuser }) => {
      const { rowCount } = await superuser.query('select from pg_locks where classid = $1', [LIVING]);
      return rowCount === 1 && !worker.isOver();
    });
  await expect.poll(isWorking, { timeout: 30_000, interval: 100 }).toBe(true);
}

type Cutting = {
  readonly running: Running;
  readonly order: Omit<Order, 'cluster'>;
  readonly clients: readonly Client[];
};

async function workUntilKilled({ cluster }: House, { running, order, clients }: Cutting): Promise<void> {
  const enough = new AbortController();
  const working = clients.map(async (client) => client.work(enough.signal));
  running.arm({ ...order, cluster });
  await (order.victim === 'application' ? running.exited : running.told());
  enough.abort();
  await Promise.all(working);
}

/** Everybody sends again what was not answered, as soon as the processes have found their database again. */
async function expectWhole(
  house: House,
  ledger: Ledger,
  { clients, cut }: { readonly clients: readonly Client[]; readonly cut: string },
): Promise<void> {
  expect(await audit(house, ledger), `${cut}, before resending`).toEqual([]);
  for (const client of clients) {
    await expect.poll(async () => client.settle(), { timeout: 30_000, interval: 200 }).toBe(true);
  }
  expect(await audit(house, ledger), `${cut}, after resending`).toEqual([]);
}
