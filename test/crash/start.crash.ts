import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from './folder.ts';
import { type House, openHouse, openHouseAt } from './house.ts';
import { killDatabase } from './kill.ts';
import type { Order } from './order.ts';

const CUTS: readonly Omit<Order, 'cluster'>[] = [
  { point: 'migration-applied', nth: 1, victim: 'application' },
  { point: 'migration-committed', nth: 2, victim: 'both' },
  { point: 'migration-applied', nth: 3, victim: 'both' },
  { point: 'migration-committed', nth: 3, victim: 'database' },
  { point: 'log-placed', nth: 1, victim: 'both' },
  { point: 'log-signed', nth: 1, victim: 'application' },
];

/** Milliseconds after which a start is cut, wherever it then is: making the database, migrating, loading. */
const MOMENTS = [150, 500, 900, 1100, 1300, 1500];

test('a first start that is cut again and again ends where one ends that was left alone', async () => {
  const place = await temporaryFolder('crash-start');
  const house = await openHouseAt(place);
  try {
    for (const moment of MOMENTS) {
      const running = house.launch();
      await Promise.race([wait(moment), running.exited]);
      await running.kill();
    }
    for (const cut of CUTS) {
      const running = house.launch({ order: { ...cut, cluster: house.cluster } });
      await Promise.race([running.exited, running.told(), ready(house)]);
      await running.kill();
    }
    const untouched = await openHouse();
    expect(await countsAfterStart(house)).toEqual(await countsAfterStart(untouched));
    expect(await house.run(['check'])).toBe(0);
    expect(await house.run(['log', 'verify'])).toBe(0);
    await untouched.close();
  } finally {
    await stopLeftOver(house);
    await rm(place, { recursive: true, force: true });
  }
});

/** A point that this start does not pass any more is no reason to wait. */
async function ready({ url }: House): Promise<void> {
  while (
    !(await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await wait(50);
}

/** Rows of every table that does not depend on how often the log was signed or a process began. */
async function countsAfterStart(house: House): Promise<Readonly<Record<string, number>>> {
  const running = await house.start();
  const counts = await house.look(async ({ superuser }) => {
    const { rows: tables } = await superuser.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname !~ '^log_' and relname <> 'running_processes' order by relname`,
    );
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const { rows } = await superuser.query<{ n: number }>(`select count(*)::int as n from ${name}`);
      found[name] = rows[0]?.n ?? 0;
    }
    return found;
  });
  await running.stop();
  return counts;
}

async function stopLeftOver({ cluster }: House): Promise<void> {
  try {
    killDatabase(cluster);
  } catch {
    // Stopped in order.
  }
}
