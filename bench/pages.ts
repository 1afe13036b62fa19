import type { Request } from 'autocannon';
import { dossierPath } from '#capabilities/dossiers/schema.ts';
import { lookupPath } from '#capabilities/dossiers/lookup/schema.ts';
import { sampleArchive } from './seed/sample.ts';
import { cookieOf, countersOf } from './staff.ts';
import { at } from './verbs/receive.ts';
import type { World } from './world.ts';

/** A page with the addresses under which it is asked for in turn. */
export type Page = { readonly name: string; readonly requests: readonly Request[] };

/** Dossiers whose pages are read in turn. */
const SAMPLES = 400;

/** The pages that are read most, each for many records and every counter. */
export async function pagesOf(world: World): Promise<readonly Page[]> {
  const cookies = new Map<number, string>();
  for (const ctx of await countersOf(world.system, world.superuser)) {
    cookies.set(ctx.actor?.post.unitId ?? 0, await cookieOf(world.system, world.superuser, ctx));
  }
  const samples = await sampleArchive(world.superuser, SAMPLES);
  const asOfficer = (unitId: number, path: string): Request => ({
    method: 'GET',
    path,
    headers: { cookie: cookies.get(unitId) ?? '', 'accept-encoding': 'gzip' },
  });
  const asCitizen = (path: string): Request => ({
    method: 'GET',
    path,
    headers: { 'accept-encoding': 'gzip' },
  });
  return [
    {
      name: 'inbox, 50 rows',
      requests: [...cookies.keys()].map((unitId) => asOfficer(unitId, '/inbox?tab=unit')),
    },
    {
      name: 'dossier',
      requests: samples.map(({ number, unitId }) => asOfficer(unitId, dossierPath(number))),
    },
    {
      name: 'procedure search',
      requests: SEARCHES.map((words) => asCitizen(`/thu-tuc?q=${encodeURIComponent(words)}`)),
    },
    {
      name: 'look-up by receipt',
      requests: samples.map(({ number, checkCode }) => asCitizen(lookupPath(number, checkCode))),
    },
  ];
}

/** What people type, with and without diacritics. */
const SEARCHES = [
  'khai sinh',
  'ket hon',
  'chứng thực',
  'dat dai',
  'xac nhan',
  'mai tang',
  'Hộ kinh doanh',
  'ho tich',
];

/** Requests of a page in turn. */
export function turnsOf({ requests }: Page): (turn: number) => Request {
  return (turn) => at(requests, turn);
}
