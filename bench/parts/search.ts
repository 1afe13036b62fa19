import { dossierListQuery } from '#capabilities/dossiers/inbox/schema.ts';
import { dossierList } from '#capabilities/dossiers/inbox/service.ts';
import type { Context } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { type Load, loadOf, medianOf } from '../load.ts';
import { fact, figure, type Part, type Row } from '../row.ts';
import { say } from '../say.ts';
import { seedDossiers } from '../seed/seed.ts';
import { type Sample, sampleArchive } from '../seed/sample.ts';
import { countersOf } from '../staff.ts';
import { at } from '../verbs/receive.ts';
import { freshly } from '../verbs/clients.ts';
import type { World } from '../world.ts';

/** Searches of each kind. */
const SEARCHES = 200;
/** Whole reads of the table, to compare with. */
const SCANS = 3;

/** Searching dossiers without diacritics as the search box does, against reading the whole table. */
export const measureSearch: Part = async (world, options) => {
  await seedDossiers(world, options.size);
  const scan = await timeOfScan(world);
  const samples = await sampleArchive(world.superuser, SEARCHES);
  const counters = await countersOf(world.system, world.superuser);
  const everything = [await actAs(world.system, 'thanh-tra')];
  const rows: Row[] = [fact('search, reading the whole table instead', `${figure(scan)} ms`)];
  for (const [kind, title] of KINDS) {
    const words = samples.map((sample) => sample[kind]);
    rows.push(rowOf(`search by ${title}, a counter`, await timesOf(counters, words), scan));
    rows.push(rowOf(`search by ${title}, an inspector (every unit)`, await timesOf(everything, words), scan));
    say(`Search by ${title}: ${rows.at(-2)?.measured}; ${rows.at(-1)?.measured}`);
  }
  return rows;
};

const KINDS = [
  ['number', 'number'],
  ['phone', 'phone'],
  ['name', 'name'],
  ['words', 'two words'],
] as const satisfies readonly (readonly [keyof Sample, string])[];

function rowOf(what: string, load: Load, scan: number): Row {
  return {
    what,
    measured: `p50 ${figure(load.p50)} ms, p99 ${figure(load.p99)} ms (${figure(load.p99 / scan)} of the scan)`,
    target: 'p99 ≤ 20 ms',
    isMet: load.p99 <= 20,
  };
}

async function timesOf(people: readonly Context[], words: readonly string[]): Promise<Load> {
  const times: number[] = [];
  const search = async (turn: number): Promise<void> => {
    const query = dossierListQuery.parse({ q: at(words, turn) });
    await dossierList(freshly(at(people, turn)), query, 20);
  };
  for (let turn = 0; turn < 20; turn += 1) await search(turn);
  for (let turn = 0; turn < SEARCHES; turn += 1) {
    const from = performance.now();
    await search(turn);
    times.push(performance.now() - from);
  }
  return loadOf(times, 1);
}

/** Milliseconds that PostgreSQL takes for one search without any index. */
async function timeOfScan({ superuser }: World): Promise<number> {
  const client = await superuser.connect();
  try {
    await client.query(
      'set enable_indexscan = off; set enable_bitmapscan = off; set enable_indexonlyscan = off',
    );
    const times: number[] = [];
    for (let turn = 0; turn < SCANS; turn += 1) {
      const from = performance.now();
      await client.query(
        `select number from dossiers where search_text like '%dinh xuan yen%' order by received_at desc limit 20`,
      );
      times.push(performance.now() - from);
    }
    return medianOf(times);
  } finally {
    await client.query('reset all');
    client.release();
  }
}
