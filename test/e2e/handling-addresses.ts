import { type Entry, file, page } from './entry.ts';
import { unitAddresses } from './unit-addresses.ts';
import type { World } from './world.ts';

const COUNTER = 'mot-cua.an-hoa';
const EDITOR = 'noi-vu';
const SHEET = '/intake/chung-thuc-ban-sao-tu-ban-chinh';

/** Forms, scores, many dossiers at once, and work between units. */
export function handlingAddresses(world: World): Readonly<Record<string, Entry>> {
  const { week, batch, plan } = world;
  const group = `/intake/batches/${batch}`;
  return {
    ...unitAddresses(world),
    '/form-sets': page(COUNTER, '/form-sets'),
    '/form-sets/new': page(EDITOR, '/form-sets/new'),
    '/form-sets/:id{[0-9]{1,15}}/edit': page(EDITOR, '/form-sets/2/edit'),
    '/form-sets/:id{[0-9]{1,15}}/:file{[a-z-]+\\.pdf}': file(COUNTER, '/form-sets/2/stop-notice.pdf'),
    '/scoring-sets': page(COUNTER, '/scoring-sets'),
    '/scoring-sets/new': page(EDITOR, '/scoring-sets/new'),
    '/scoring-sets/:id{[0-9]{1,15}}/edit': page(EDITOR, '/scoring-sets/1/edit'),
    '/scores': page(EDITOR, '/scores', '/scores?by=officer', '/scores?by=dossier'),
    '/dossiers/:number/score': page(
      'chu-tich.an-hoa',
      `/dossiers/${week.ready}/score`,
      `/dossiers/${week.ready}/score?criterion=6`,
    ),
    '/intake/:slug/group': page(COUNTER, `${SHEET}/group`, `${SHEET}/group?from=${batch}`),
    '/intake/:slug/import': page(COUNTER, `${SHEET}/import`),
    '/intake/:slug/import/template.xlsx': file(COUNTER, `${SHEET}/import/template.xlsx`),
    '/intake/batches': page(COUNTER, '/intake/batches'),
    '/intake/batches/:number': page(COUNTER, group, `/intake/batches/${plan}`),
    '/intake/batches/:number/result.xlsx': file(COUNTER, `${group}/result.xlsx`),
    '/intake/batches/:number/receipts.pdf': file(COUNTER, `${group}/receipts.pdf`),
  };
}
