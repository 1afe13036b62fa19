import { driveHttp } from '../http/load.ts';
import { passOnRequests } from '../http/pass-on.ts';
import { receiveRequests } from '../http/receive.ts';
import { type Server, startServer } from '../http/server.ts';
import { type Load, medianOf } from '../load.ts';
import type { Options } from '../options.ts';
import { findPgbench, runPgbench, WITHOUT_PGBENCH } from '../pgbench/run.ts';
import { fact, figure, type Part, type Row } from '../row.ts';
import { say } from '../say.ts';
import { seedDossiers, seedReceived, type Waiting } from '../seed/seed.ts';
import { CLIENTS } from '../verbs/clients.ts';
import { passOnByService, passOnScripts } from '../verbs/pass-on.ts';
import { receiveByService, receiveScripts, receivingCounters } from '../verbs/receive.ts';
import type { World } from '../world.ts';

/** A verb in three ways, each for a time with the same number of clients. */
type Rivals = {
  readonly name: string;
  readonly scripts: readonly string[];
  readonly service: (seconds: number) => Promise<Load>;
  readonly http: (seconds: number) => Promise<Load>;
};

/** Verbs that write, against pgbench with the very statements they send, on the same server in the same minute. */
export const measureVerbs: Part = async (world, options) => {
  await seedDossiers(world, options.size);
  const server = await startServer(world);
  try {
    const receiving = await receiveRivals(world, server);
    const advancing = await passOnRivals(world, server, options);
    return [...(await compare(world, options, receiving)), ...(await compare(world, options, advancing))];
  } finally {
    await server.stop();
  }
};

async function receiveRivals(world: World, server: Server): Promise<Rivals> {
  const counters = await receivingCounters(world);
  const next = await receiveRequests(world, server, counters);
  return {
    name: 'receive a dossier',
    scripts: await receiveScripts(world),
    service: async (seconds) => receiveByService(counters, seconds),
    http: async (seconds) => driveHttp({ url: server.url, connections: CLIENTS, seconds, next, status: 303 }),
  };
}

/** More than can be passed on in one measurement. */
const PASS_ONS_A_SECOND = 1000;

async function passOnRivals(world: World, server: Server, options: Options): Promise<Rivals> {
  const counters = (await receivingCounters(world)).map(({ ctx }) => ctx);
  const waiting = await seedReceived(
    world,
    PASS_ONS_A_SECOND * options.seconds * 2 * options.rounds,
    `B${Date.now()}`,
  );
  let taken = 0;
  const take = (seconds: number): readonly Waiting[] => {
    taken += PASS_ONS_A_SECOND * seconds;
    return waiting.slice(taken - PASS_ONS_A_SECOND * seconds, taken);
  };
  return {
    name: 'advance a step',
    scripts: await passOnScripts(world),
    service: async (seconds) => passOnByService(counters, take(seconds), seconds),
    http: async (seconds) => {
      const next = await passOnRequests(world, counters, take(seconds));
      return driveHttp({ url: server.url, connections: CLIENTS, seconds, next, status: 303 });
    },
  };
}

type Round = { readonly pgbench: number; readonly service: Load; readonly http: Load };

/** The three in turn, several times, so that what else the machine does falls on all of them. */
async function compare(world: World, options: Options, rivals: Rivals): Promise<readonly Row[]> {
  const program = findPgbench();
  if (program === null) say(WITHOUT_PGBENCH);
  const { seconds } = options;
  const { scripts } = rivals;
  const rounds: Round[] = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    const run = { connection: world.application, scripts, clients: CLIENTS, seconds };
    const pgbench = program === null ? Number.NaN : await runPgbench({ program, ...run });
    rounds.push({ pgbench, service: await rivals.service(seconds), http: await rivals.http(seconds) });
    say(`${rivals.name}, round ${round}: ${describe(rounds.at(-1))}`);
  }
  return rowsOf(rivals.name, rounds);
}

function describe(round: Round | undefined): string {
  if (round === undefined) return '';
  const { pgbench, service, http } = round;
  return `pgbench ${figure(pgbench)}, service ${figure(service.perSecond)}, HTTP ${figure(http.perSecond)} a second`;
}

const TARGETS = { service: 0.6, http: 0.35 } as const;

function rowsOf(name: string, rounds: readonly Round[]): readonly Row[] {
  const row = (way: 'service' | 'http', title: string): Row => {
    const ratio = medianOf(rounds.map((round) => round[way].perSecond / round.pgbench));
    const perSecond = medianOf(rounds.map((round) => round[way].perSecond));
    const p99 = medianOf(rounds.map((round) => round[way].p99));
    const speed = `${figure(perSecond)}/s, p99 ${figure(p99)} ms`;
    if (Number.isNaN(ratio)) return fact(`${name}, ${title}`, `${speed}; pgbench missing`);
    return {
      what: `${name}, ${title}`,
      measured: `${figure(ratio)} of pgbench (${speed})`,
      target: `≥ ${TARGETS[way]}`,
      isMet: ratio >= TARGETS[way],
    };
  };
  const pgbench = medianOf(rounds.map((round) => round.pgbench));
  const same = fact(`${name}, pgbench with the same statements`, `${figure(pgbench)}/s`);
  return [
    ...(Number.isNaN(pgbench) ? [] : [same]),
    row('service', 'through the service'),
    row('http', 'through HTTP'),
  ];
}
