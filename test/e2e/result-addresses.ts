import { type Entry, file, page } from './entry.ts';
import type { World } from './world.ts';

const SPECIALIST = 'tu-phap.an-hoa';
const PUBLIC = null;

/** Digitised papers, the applicant's store, registers of results, their verification. */
export function resultAddresses({ id, week, verifyCode }: World): Readonly<Record<string, Entry>> {
  const at = (part = ''): string => `/results/${id.result}${part}`;
  return {
    '/results': page(SPECIALIST, '/results', '/results?state=revoked', '/results?q=hgfd'),
    '/results/:id{[0-9]{1,15}}': page('chu-tich.an-hoa', at(), `/results/${id.changed}`),
    '/results/:id{[0-9]{1,15}}/file': file(SPECIALIST, at('/file')),
    '/results/:id{[0-9]{1,15}}/sheet.pdf': file(SPECIALIST, at('/sheet.pdf')),
    '/results/:id{[0-9]{1,15}}/complete': page(SPECIALIST, at('/complete')),
    '/results/:id{[0-9]{1,15}}/change': page(SPECIALIST, at('/change')),
    '/dossiers/:number/results/new': page(SPECIALIST, `/dossiers/${week.ready}/results/new`),
    '/dossiers/:number/vault': page('mot-cua.an-hoa', `/dossiers/${week.fresh}/vault`),
    '/dossiers/:number/files/:id{[0-9]{1,15}}/preview': page(
      'mot-cua.an-hoa',
      `/dossiers/${week.fresh}/files/${id.scan}/preview`,
    ),
    '/xac-minh': page(PUBLIC, '/xac-minh'),
    '/xac-minh/:code': page(PUBLIC, `/xac-minh/${verifyCode}`),
  };
}
