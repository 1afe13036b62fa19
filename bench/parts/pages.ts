import { gunzipSync } from 'node:zlib';
import { compressed } from '../http/compressed.ts';
import { driveHttp } from '../http/load.ts';
import type { Load } from '../load.ts';
import { startServer } from '../http/server.ts';
import type { Options } from '../options.ts';
import { type Page, pagesOf, turnsOf } from '../pages.ts';
import { figure, type Part, type Row } from '../row.ts';
import { say } from '../say.ts';
import { seedDossiers } from '../seed/seed.ts';

/** Connections that read at the same time. */
const READERS = 16;

/** Pages a second of one web process; the load generator and PostgreSQL share the machine's cores with it. */
export const measurePages: Part = async (world, options) => {
  await seedDossiers(world, options.size);
  const server = await startServer(world);
  try {
    const rows: Row[] = [];
    for (const page of await pagesOf(world)) rows.push(...(await measurePage(server.url, page, options)));
    return rows;
  } finally {
    await server.stop();
  }
};

async function measurePage(url: string, page: Page, { seconds }: Options): Promise<readonly Row[]> {
  const load = { url, connections: READERS, next: turnsOf(page), status: 200 as const, mayRefuse: true };
  await driveHttp({ ...load, seconds: 2 }); // Compiles and fills the caches.
  const full = await driveHttp({ ...load, seconds });
  const half = await driveHttp({ ...load, seconds, rate: full.perSecond / 2 });
  const weight = await weightOf(url, page);
  say(`${page.name}: ${figure(full.perSecond)} pages a second`);
  return [
    {
      what: `${page.name}, pages a second`,
      measured: `${figure(full.perSecond)} (p50 ${full.p50} ms, p99 ${full.p99} ms)${sentAway(full)}`,
      target: '≥ 1,000',
      isMet: full.perSecond >= 1000,
    },
    {
      what: `${page.name}, at half of that`,
      measured: `p50 ${half.p50} ms, p99 ${half.p99} ms${sentAway(half)}`,
      target: 'p99 ≤ 50 ms',
      isMet: half.p99 <= 50,
    },
    {
      what: `${page.name}, weight of HTML, style and script, gzip`,
      measured: `${figure(weight / 1000)} kB`,
      target: '≤ 30 kB',
      isMet: weight <= 30_000,
    },
  ];
}

/** Whom the door sent away because too many were waiting before it: told where there were any. */
function sentAway({ refused = 0 }: Load): string {
  return refused === 0 ? '' : `, ${figure(refused * 100)} % sent away`;
}

/** Bytes that the first visit of a page takes, without fonts and pictures. */
async function weightOf(url: string, { requests }: Page): Promise<number> {
  const [request] = requests;
  const page = await compressed(`${url}${request?.path}`, request?.headers ?? {});
  const html = gunzipSync(page).toString('utf8');
  const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[\w.-]+\.(?:css|js))"/g)].map(
    ([, path]) => path,
  );
  const sizes = await Promise.all(
    [...new Set(assets)].map(async (path) => (await compressed(`${url}${path}`, {})).length),
  );
  return sizes.reduce((sum, size) => sum + size, page.length);
}
