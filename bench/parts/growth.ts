import { receive } from '#capabilities/dossiers/intake/service.ts';
import { driveHttp } from '../http/load.ts';
import { startServer } from '../http/server.ts';
import type { Options } from '../options.ts';
import { pagesOf, turnsOf } from '../pages.ts';
import { figure, type Row } from '../row.ts';
import { say } from '../say.ts';
import { seedDossiers } from '../seed/seed.ts';
import { freshly } from '../verbs/clients.ts';
import { at, newIdNumber, receivingCounters, withPerson } from '../verbs/receive.ts';
import { loadOf } from '../load.ts';
import { openWorld, type World } from '../world.ts';

/** Dossiers in the small database. */
const SMALL = 10_000;

/** Milliseconds by what was measured. */
export type Costs = ReadonlyMap<string, number>;

/** The costs in a small database of its own. */
export async function costsWhenSmall(options: Options): Promise<Costs> {
  const world = await openWorld(null);
  try {
    return await costsAt(world, SMALL, options);
  } finally {
    await world.close();
  }
}

/** What a page and a verb cost with a number of dossiers in the database: the median for one client alone. */
export async function costsAt(world: World, size: number, options: Options): Promise<Costs> {
  await seedDossiers(world, size);
  say(`Costs with ${size.toLocaleString('en')} dossiers…`);
  const costs = new Map<string, number>();
  const server = await startServer(world);
  try {
    for (const page of (await pagesOf(world)).filter(({ name }) =>
      MEASURED.some((start) => name.startsWith(start)),
    )) {
      const load = { url: server.url, connections: 1, next: turnsOf(page), status: 200 as const };
      await driveHttp({ ...load, seconds: 2 });
      const { perSecond } = await driveHttp({ ...load, seconds: options.seconds });
      costs.set(page.name, 1000 / perSecond);
    }
  } finally {
    await server.stop();
  }
  costs.set('receive, through the service', await costOfReceiving(world, 100 * options.seconds));
  return costs;
}

const MEASURED = ['inbox', 'dossier'] as const;

async function costOfReceiving(world: World, count: number): Promise<number> {
  const counters = await receivingCounters(world);
  const times: number[] = [];
  for (let turn = -50; turn < count; turn += 1) {
    const { ctx, input } = at(counters, turn + 50);
    const from = performance.now();
    await receive(freshly(ctx), withPerson(input, newIdNumber()));
    if (turn >= 0) times.push(performance.now() - from);
  }
  return loadOf(times, 1).p50;
}

/** The same work with many dossiers against few. */
export function growthRows(small: Costs, large: Costs, size: number): readonly Row[] {
  return [...large].map(([what, cost]) => {
    const before = small.get(what) ?? Number.NaN;
    return {
      what: `${what}: ${size.toLocaleString('en')} dossiers against ${SMALL.toLocaleString('en')}`,
      measured: `${figure(cost / before)} times (${figure(before)} → ${figure(cost)} ms)`,
      target: '≤ 1.5',
      isMet: cost / before <= 1.5,
    };
  });
}
