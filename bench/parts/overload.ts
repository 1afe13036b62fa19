import { workShift, type Worked } from '../http/counters.ts';
import { type Crowd, flood, type Outcome } from '../http/flood.ts';
import { receiveRequests } from '../http/receive.ts';
import { type Server, startServer } from '../http/server.ts';
import type { Options } from '../options.ts';
import { pagesOf, turnsOf } from '../pages.ts';
import { fact, figure, type Part, type Row } from '../row.ts';
import { say } from '../say.ts';
import { seedDossiers } from '../seed/seed.ts';
import { receivingCounters } from '../verbs/receive.ts';
import type { World } from '../world.ts';

/** Dossiers that are there; overload is a matter of the process, not of the archive. */
const SIZE = 20_000;
/** The public comes from so many addresses. */
const ADDRESSES = 5000;
/** Pages and receptions a second of ten busy counters. */
const PACE = { reads: 20, writes: 5 };
const TIMES = [3, 10] as const;

/**
 * A flood of the public at several times what one process can serve, a third of it from one address, while the
 * counters go on working; then officials alone. The load generator and PostgreSQL share the machine's cores.
 */
export const measureOverload: Part = async (world, options) => {
  await seedDossiers(world, Math.min(options.size, SIZE));
  const server = await startServer(world);
  try {
    const scene = await prepare(world, server, options);
    const saturation = await saturationOf(scene);
    const alone = await workShift(scene.shift);
    const rows = [
      fact('overload: pages of the public a second at which one process is saturated', figure(saturation)),
      ...rowsOfCounters('no flood', alone),
    ];
    for (const times of TIMES) rows.push(...(await measureFlood(scene, saturation, times)));
    rows.push(...rowsOfCounters('just after the flood', await workShift({ ...scene.shift, seconds: 3 })));
    return [...rows, ...(await measureOfficials(scene))];
  } finally {
    await server.stop();
  }
};

type Scene = Awaited<ReturnType<typeof prepare>>;

async function prepare(world: World, server: Server, { seconds }: Options) {
  const pages = await pagesOf(world);
  const pathsOf = (name: string): readonly string[] =>
    pages.find((page) => page.name === name)?.requests.map(({ path = '/' }) => path) ?? [];
  const [inbox] = pages;
  if (!inbox) throw new Error('There is no inbox');
  const searches = pathsOf('procedure search');
  const paths = pathsOf('look-up by receipt').flatMap((path, turn) => [
    path,
    searches[turn % searches.length] ?? '/',
  ]);
  const write = await receiveRequests(world, server, await receivingCounters(world));
  const shift = { url: server.url, seconds, ...PACE, read: turnsOf(inbox), write };
  const cookies = inbox.requests.map(({ headers }) => headers?.['cookie'] ?? '');
  return { url: server.url, seconds, paths, shift, cookies };
}

async function saturationOf({ url, seconds, paths }: Scene): Promise<number> {
  const crowd: Crowd = { name: 'crowd', paths, addresses: ADDRESSES, connections: 16 };
  await flood({ url, seconds: 3, crowds: [crowd] }); // Compiles and fills the caches.
  const [outcome] = await flood({ url, seconds, crowds: [crowd] });
  return outcome?.byStatus['200']?.perSecond ?? 0;
}

async function measureFlood(scene: Scene, saturation: number, times: number): Promise<readonly Row[]> {
  const { url, seconds, paths, shift } = scene;
  const rate = saturation * times;
  const crowds: readonly Crowd[] = [
    { name: 'crowd', paths, addresses: ADDRESSES, connections: 192, rate: (rate * 2) / 3 },
    { name: 'greedy', paths, addresses: 1, connections: 64, rate: rate / 3 },
  ];
  const flooding = flood({ url, seconds: seconds + 2, crowds });
  await new Promise((resolve) => setTimeout(resolve, 1500)); // Until the crowds are there.
  const [worked, outcomes] = await Promise.all([workShift({ ...shift, seconds: seconds - 1 }), flooding]);
  say(`${times} times: ${outcomes.map(summaryOf).join('; ')}`);
  const what = `${times} times saturation`;
  return [...rowsOfPublic(what, outcomes, saturation), ...rowsOfCounters(what, worked)];
}

function rowsOfPublic(what: string, outcomes: readonly Outcome[], saturation: number): readonly Row[] {
  const [crowd, greedy] = outcomes;
  const served = servedBy(crowd) + servedBy(greedy);
  const asked = outcomes.reduce((sum, { byStatus }) => sum + perSecondOf(byStatus), 0);
  const slowest = Math.max(...outcomes.map(({ byStatus }) => byStatus['200']?.p99 ?? 0));
  const refusal = Math.max(
    ...outcomes.flatMap(({ byStatus }) => [byStatus['503']?.p99 ?? 0, byStatus['429']?.p99 ?? 0]),
  );
  return [
    fact(
      `overload: ${what}, the public`,
      `${figure(asked)} asked a second, ${figure(served)} served (${figure(served / saturation)} of saturation), ${figure(100 * (1 - served / asked))} % sent away; the greedy one got ${figure(servedBy(greedy))}`,
    ),
    {
      what: `overload: ${what}, pages that were served`,
      measured: `p99 ${figure(slowest)} ms`,
      target: 'p99 ≤ 1 s',
      isMet: slowest <= 1000,
    },
    {
      what: `overload: ${what}, until one is sent away`,
      measured: `p99 ${figure(refusal)} ms`,
      target: 'p99 ≤ 1 s',
      isMet: refusal <= 1000,
    },
  ];
}

const servedBy = (outcome: Outcome | undefined): number => outcome?.byStatus['200']?.perSecond ?? 0;

const perSecondOf = (byStatus: Outcome['byStatus']): number =>
  Object.values(byStatus).reduce((sum, { perSecond }) => sum + perSecond, 0);

function summaryOf({ name, byStatus }: Outcome): string {
  const parts = Object.entries(byStatus).map(
    ([status, { count, p50, p99 }]) =>
      `${status} × ${count} (p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms)`,
  );
  return `${name} ${parts.join(', ')}`;
}

function rowsOfCounters(
  what: string,
  { reads, writes }: { readonly reads: Worked; readonly writes: Worked },
) {
  return [
    rowOfCounters(`overload: ${what}, an inbox at the counters`, reads),
    rowOfCounters(`overload: ${what}, a reception at the counters`, writes),
  ];
}

function rowOfCounters(what: string, worked: Worked): Row {
  const { p50, p99, refused, failed, count } = worked;
  return {
    what,
    measured: `p50 ${figure(p50)} ms, p99 ${figure(p99)} ms; ${refused} of ${count + refused + failed} sent away, ${failed} failed`,
    target: 'p99 ≤ 1 s, none sent away',
    isMet: p99 <= 1000 && refused + failed === 0,
  };
}

/** Nobody but officials, with more pages open than there is room for. */
async function measureOfficials({ url, seconds, shift, cookies }: Scene): Promise<readonly Row[]> {
  const crowd: Crowd = {
    name: 'officials',
    paths: ['/inbox?tab=unit'],
    addresses: 1,
    cookies,
    connections: 16,
  };
  const [full] = await flood({ url, seconds, crowds: [crowd] });
  const most = servedBy(full);
  const flooding = flood({
    url,
    seconds: seconds + 2,
    crowds: [{ ...crowd, connections: 256, rate: most * 3 }],
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const [worked, outcomes] = await Promise.all([
    workShift({ ...shift, reads: 1, seconds: seconds - 1 }),
    flooding,
  ]);
  say(`officials at 3 times: ${outcomes.map(summaryOf).join('; ')}`);
  const served = outcomes[0]?.byStatus['200'];
  return [
    {
      what: 'overload: officials alone at 3 times saturation, inboxes',
      measured: `${figure(served?.perSecond ?? 0)} a second (${figure((served?.perSecond ?? 0) / most)} of saturation), p99 ${figure(served?.p99 ?? 0)} ms`,
      target: 'p99 ≤ 1 s',
      isMet: (served?.p99 ?? 0) <= 1000,
    },
    rowOfCounters('overload: officials alone at 3 times saturation, a reception meanwhile', worked.writes),
  ];
}
