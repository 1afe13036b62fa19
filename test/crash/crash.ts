import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from './client.ts';
import type { House } from './house.ts';
import { killDatabase } from './kill.ts';
import type { Plan } from './plan.ts';
import type { Running } from './process.ts';

const PATIENCE_MS = 30_000;

/**
 * Lets the clients work until the application, its database or both are dead as planned, and nothing of the application
 * runs any more: who loses the embedded database ends too. Fails when the point is never reached.
 */
export async function crash(
  house: House,
  running: Running,
  { plan, clients }: { readonly plan: Plan; readonly clients: readonly Client[] },
): Promise<void> {
  const enough = new AbortController();
  const working = clients.map(async (client) => client.work(enough.signal));
  await strike(house, running, plan);
  const over = await Promise.race([running.exited.then(() => true), wait(PATIENCE_MS, false)]);
  enough.abort();
  if (!over) {
    await running.kill();
    await Promise.all(working);
    const refused = clients.map((client) => JSON.stringify(client.lastRefusal()));
    throw new Error(`Nothing died within ${PATIENCE_MS} ms. The clients heard: ${refused.join(', ')}`);
  }
  await Promise.all(working);
}

async function strike(house: House, running: Running, { point, nth, victim }: Plan): Promise<void> {
  const { cluster } = house;
  if (point !== 'anywhen') return running.arm({ point, nth, victim, cluster });
  await wait(nth);
  if (victim !== 'application') killDatabase(cluster);
  if (victim !== 'database') await running.kill();
}
