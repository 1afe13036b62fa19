import { type Entry, file, page } from './entry.ts';
import type { World } from './world.ts';

const HOME_AFFAIRS = 'noi-vu';
const PARTS = ['step', 'onward', 'meeting', 'timers', 'kind'];

/** The pages of processes: one that forks, one without a process of its own, a draft of that. */
export function processAddresses({ processDraft, drawing }: World): Readonly<Record<string, Entry>> {
  const slug = 'dang-ky-khai-sinh';
  const pattern = '/processes/:slug/versions/:number{[0-9]+}';
  const at = (part: string) => `/processes/${slug}/versions/${processDraft}${part}`;
  const permit = '/processes/cap-giay-phep-xay-dung';
  return {
    '/processes': page(HOME_AFFAIRS, '/processes', '/processes?kind=own&q=dat', '/processes?q=hgfd'),
    '/processes/:slug': page(HOME_AFFAIRS, `/processes/${slug}`, permit),
    '/processes/:slug/variables': page(HOME_AFFAIRS, `${permit}/variables`),
    [pattern]: page(HOME_AFFAIRS, at(''), `${permit}/versions/1`),
    [`${pattern}/bpmn`]: file(HOME_AFFAIRS, at('/bpmn'), `${permit}/versions/1/bpmn`),
    [`${pattern}/general`]: page(HOME_AFFAIRS, at('/general')),
    [`${pattern}/rows`]: page(HOME_AFFAIRS, at('/rows')),
    [`${pattern}/rows/:row/:part`]: page(HOME_AFFAIRS, ...PARTS.map((part) => at(`/rows/step-2/${part}`))),
    [`${pattern}/draw`]: page(HOME_AFFAIRS, at('/draw')),
    [`${pattern}/import`]: page(HOME_AFFAIRS, at('/import')),
    [`${pattern}/import/:hash`]: page(HOME_AFFAIRS, at(`/import/${drawing}?name=quy-trinh.bpmn`)),
    [`${pattern}/publish`]: page(HOME_AFFAIRS, at('/publish')),
    [`${pattern}/discard`]: page(HOME_AFFAIRS, at('/discard')),
  };
}
