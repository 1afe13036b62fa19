import { FLOOD, runFlood } from './http/flood.ts';
import { type Options, type PartName, readOptions } from './options.ts';
import { costsAt, type Costs, costsWhenSmall, growthRows } from './parts/growth.ts';
import { measureLog } from './parts/log.ts';
import { measureOverload } from './parts/overload.ts';
import { measurePages } from './parts/pages.ts';
import { measureSearch } from './parts/search.ts';
import { measureSingle } from './parts/single.ts';
import { measureStart } from './parts/start.ts';
import { measureGateway } from './parts/gateway.ts';
import { measureTimers } from './parts/timers.ts';
import { measureVerbs } from './parts/verbs.ts';
import { tableOf, writeReport } from './report.ts';
import type { Row } from './row.ts';
import { settle } from './seed/seed.ts';
import { openWorld } from './world.ts';

if (process.argv[2] === FLOOD) await runFlood();
else await measure(readOptions(process.argv.slice(2)));

async function measure(options: Options): Promise<void> {
  const table = tableOf(await measureAll(options), options.size);
  if (options.write) await writeReport(table);
  process.stdout.write(`${table}\n`);
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
      ...(isWanted('single') ? await measureSingle(world, options) : []),
      ...(isWanted('pages') ? await measurePages(world, options) : []),
      ...(isWanted('search') ? await measureSearch(world, options) : []),
      ...(isWanted('growth')
        ? growthRows(small, await costsAt(world, options.size, options), options.size)
        : []),
      ...(isWanted('overload') ? await measureOverload(world, options) : []),
      ...(isWanted('log') ? await measureLog(world, options) : []),
      ...(isWanted('timers') ? await measureTimers(world, options) : []),
      ...(isWanted('gateway') ? await measureGateway(world, options) : []),
      ...(isWanted('verbs') ? await measureVerbs(world, options) : []),
    ];
  } finally {
    await world.close();
  }
}
