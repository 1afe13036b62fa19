import { FLOOD, runFlood } from './http/flood.ts';
import { type Options, type PartName, readOptions } from './options.ts';
import { costsAt, type Costs, costsWhenSmall, growthRows } from './parts/growth.ts';
import { measureLog } from './parts/log.ts';
import { measureOverload } from './parts/overload.ts';
import { measurePages } from './parts/pages.ts';
import { measureReports } from './parts/reports.ts';
import { measureSearch } from './parts/search.ts';
import { measureSingle } from './parts/single.ts';
import { measureStart } from './parts/start.ts';
import { measureGateway } from './parts/gateway.ts';
import { measureTimers } from './parts/timers.ts';
import { measureVerbs } from './parts/verbs.ts';
import { tableOf, writeReport } from './report.ts';
import type { Row } from './row.ts';
import { say } from './say.ts';
import { settle } from './seed/seed.ts';
import { openWorld } from './world.ts';

if (process.argv[2] === FLOOD) await runFlood();
else await measure(readOptions(process.argv.slice(2)));

async function measure(options: Options): Promise<void> {
  const table = tableOf(await measureAll(options), options.size);
  if (options.write) await writeReport(table);
  process.stdout.write(`${table}\n`);
}

/** Told at once as well: a later part that fails must not take the figures of hours along. */
async function told(measuring: Promise<readonly Row[]>): Promise<readonly Row[]> {
  const rows = await measuring;
  for (const { what, measured } of rows) say(`${what}: ${measured}`);
  return rows;
}

/** Each part by itself; those that need a large database share one, the verbs last because they fill it with work. */
async function measureAll(options: Options): Promise<readonly Row[]> {
  const isWanted = (name: PartName): boolean => options.parts.has(name);
  const started = isWanted('start') ? await measureStart(options) : [];
  const small: Costs = isWanted('growth') ? await costsWhenSmall(options) : new Map();
  const world = await openWorld(options.keep);
  try {
    await settle(world);
    return [
      ...started,
      ...(isWanted('single') ? await told(measureSingle(world, options)) : []),
      ...(isWanted('reports') ? await told(measureReports(world, options)) : []),
      ...(isWanted('pages') ? await told(measurePages(world, options)) : []),
      ...(isWanted('search') ? await told(measureSearch(world, options)) : []),
      ...(isWanted('growth')
        ? growthRows(small, await costsAt(world, options.size, options), options.size)
        : []),
      ...(isWanted('overload') ? await told(measureOverload(world, options)) : []),
      ...(isWanted('log') ? await told(measureLog(world, options)) : []),
      ...(isWanted('timers') ? await told(measureTimers(world, options)) : []),
      ...(isWanted('gateway') ? await told(measureGateway(world, options)) : []),
      ...(isWanted('verbs') ? await told(measureVerbs(world, options)) : []),
    ];
  } finally {
    await world.close();
  }
}
