import { type Entry, file, page } from './entry.ts';
import type { World } from './world.ts';

const OFFICIAL = 'tu-phap.an-hoa';

/** What units have to do with each other: papers on their way, opinions, linked dossiers. */
export function unitAddresses({ week, units }: World): Readonly<Record<string, Entry>> {
  const at = (number: string, part: string): string => `/dossiers/${number}/${part}`;
  const list = `/handovers/lists/${units.listId}`;
  return {
    '/handovers': page('chuyen-vien.lao-dong', '/handovers'),
    '/handovers/lists': page('van-thu.an-hoa', '/handovers/lists', '/handovers/lists?of=all'),
    '/handovers/lists/:id{[0-9]{1,15}}': page('chuyen-vien.lao-dong', list),
    '/handovers/lists/:id{[0-9]{1,15}}/print.pdf': file('van-thu.an-hoa', `${list}/print.pdf`),
    '/inbox/reassign': page('chu-tich.an-hoa', '/inbox/reassign', `/inbox/reassign?from=${units.officerId}`),
    '/consultations': page(
      OFFICIAL,
      '/consultations',
      '/consultations?tab=asking',
      '/consultations?tab=ended',
    ),
    '/dossiers/:number/custody': page('chuyen-vien.lao-dong', at(week.handed, 'custody')),
    '/dossiers/:number/handover': page('van-thu.an-hoa', at(week.handed, 'handover')),
    '/dossiers/:number/discrepancies/:id{[0-9]{1,15}}': page(
      OFFICIAL,
      at(week.claimed, `discrepancies/${units.discrepancyId}`),
    ),
    '/dossiers/:number/consultations/new': page(OFFICIAL, at(week.claimed, 'consultations/new')),
    '/dossiers/:number/consultations/:id{[0-9]{1,15}}': page(
      OFFICIAL,
      at(week.claimed, `consultations/${units.consultationId}`),
      at(week.claimed, `consultations/${units.requiredId}`),
    ),
    '/dossiers/:number/linked': page(OFFICIAL, at(week.claimed, 'linked')),
  };
}
